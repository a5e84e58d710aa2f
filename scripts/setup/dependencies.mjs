import path from 'node:path';
import { lastLines, npmCommand, runLong } from './command.mjs';
import { explainFailure } from './failure.mjs';
import { SetupError, say, secondsSince } from './log.mjs';
import { inModules, readJson, root } from './paths.mjs';
import { planDependencies } from './plan.mjs';

/**
 * @typedef {import('./plan.mjs').LockEntry} LockEntry
 * @typedef {import('./plan.mjs').Lockfile} Lockfile
 */

/**
 * Installs the dependencies exactly as locked, unless they already stand so.
 * @throws {SetupError}
 */
export async function installDependencies() {
  const plan = planDependencies({
    manifest: /** @type {LockEntry} */ (readJson(path.join(root, 'package.json')) ?? {}),
    lock: /** @type {Lockfile | undefined} */ (readJson(path.join(root, 'package-lock.json'))),
    installed: /** @type {Lockfile | undefined} */ (readJson(inModules('.package-lock.json'))),
  });
  if (plan.kind === 'refuse') throw new SetupError(plan.message);
  if (plan.kind === 'keep') return;
  const startedMs = Date.now();
  say(`installing dependencies with npm ci (${plan.why}; about a minute)`);
  const [npm, ...first] = npmCommand(process.env);
  // No install scripts: they would download or compile what the steps after this one do with a plan.
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { ok, output } = await runLong('npm ci', npm, [...first, ...flags]);
  if (!ok)
    throw new SetupError(`npm ci failed: ${explainFailure(output) ?? 'it said'}\n${lastLines(output, 6)}`);
  say(`dependencies installed (${secondsSince(startedMs)})`);
}
