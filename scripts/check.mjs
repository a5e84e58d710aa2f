// npm run check: format, lint, import rules, types, dead code. All stages run, two at a time; each prints its seconds
// and, where it fails, what it found. `npm run check -- lint types` runs only those named.
import { availableParallelism } from 'node:os';
import { runLong } from './setup/command.mjs';
import { packageFile } from './child.mjs';
import { STAGES } from './check/stages.mjs';

/** @typedef {import('./check/stages.mjs').Stage} Stage */

const chosen = process.argv.slice(2);
const queue = STAGES.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
const startedMs = Date.now();
/** @type {string[]} */
const failed = [];

/**
 * @param {Stage} stage
 * @returns {Promise<void>}
 */
async function runStage(stage) {
  const stageStartedMs = Date.now();
  const program = packageFile(stage.npmPackage, stage.program);
  const { ok, output } = await runLong(stage.name, process.execPath, [program, ...stage.args], {
    quiet: true,
  });
  const doubt = ok ? stage.doubt?.(output) : undefined;
  const good = ok && doubt === undefined;
  const seconds = ((Date.now() - stageStartedMs) / 1000).toFixed(1);
  console.log(`${good ? 'ok    ' : 'FAILED'} ${stage.name.padEnd(12)} ${seconds} s`);
  if (good) return;
  failed.push(stage.name);
  console.log(doubt ?? output.trim());
}

async function worker() {
  for (let stage = queue.shift(); stage !== undefined; stage = queue.shift()) await runStage(stage);
}

if (queue.length === 0) {
  console.error(`no such stage; there are: ${STAGES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
await Promise.all(Array.from({ length: Math.max(1, Math.min(2, availableParallelism())) }, worker));
const total = ((Date.now() - startedMs) / 1000).toFixed(1);
console.log(
  failed.length === 0 ? `check passed in ${total} s` : `check failed in ${total} s: ${failed.join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
