import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Measures } from '../../eval/locomo/measures';
import { asTables, type Comparison, type Round } from './report';
import { systems, type ListedSystem } from './systems';

const usage = `Usage: npm run bench:others -- [--messages N,N,…] [--rounds N] [--only NAME,…] [--locomo FILE] [--json FILE]

Compares Engram with what would be used instead, on the same messages and vectors (default 1000,10000,100000 messages), each
step in a process of its own, the systems taking turns (3 rounds). With --locomo also recall on a file of LoCoMo's
schema, every system with the vectors of the bundled embedder.`;

/** A step that takes longer is given up. */
const longestMs = 15 * 60_000;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    locomo: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const sizes = values.messages.split(',').map(Number);
const rounds = Number(values.rounds);
const chosen = values.only?.split(',');
const compared = systems.filter(({ name }) => chosen?.includes(name) ?? true);
if (
  values.help ||
  compared.length === 0 ||
  ![...sizes, rounds].every((value) => Number.isInteger(value) && value > 0)
) {
  process.stderr.write(`${usage}\n\nNames: ${systems.map(({ name }) => name).join(', ')}\n`);
  process.exit(values.help ? 0 : 2);
}

/** Runs one step in a process of its own; its result, or why there is none. */
function step<Result>(args: readonly string[]): Promise<Result | string> {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=8192', '--import', 'tsx', join(import.meta.dirname, 'child.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ENGRAM_BENCH_STARTED: String(Date.now()) } },
  );
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), longestMs);
  return new Promise((done) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) done(JSON.parse(output.trim().split('\n').at(-1) ?? '') as Result);
      else if (signal !== null) done(`ended after ${String(longestMs / 60_000)} minutes or by the system`);
      else done(/^\w*Error.*$/mu.exec(errors)?.[0] ?? `exit ${String(code)}`);
    });
  });
}

async function compare(root: string): Promise<Comparison> {
  const comparison: Comparison = { machine: '', sizes, systems: [] };
  const folderOf = async (system: ListedSystem, size: number): Promise<string> => {
    const folder = join(root, `${String(systems.indexOf(system))}-${String(size)}`);
    await mkdir(folder, { recursive: true });
    return folder;
  };
  for (const system of compared) comparison.systems.push({ name: system.name, at: [], locomo: null });
  for (const size of sizes) {
    const failed = new Map<string, string>();
    const filledMs = new Map<string, number>();
    for (const system of compared) {
      const { mostMessages = Infinity } = system;
      if (size > mostMessages) {
        failed.set(system.name, `takes too long with more than ${String(mostMessages)} messages`);
        continue;
      }
      process.stderr.write(`${String(size)} messages: ${system.name}\n`);
      const filled = await step<{ readonly ms: number }>([
        'fill',
        system.name,
        await folderOf(system, size),
        String(size),
      ]);
      if (typeof filled === 'string') failed.set(system.name, filled);
      else filledMs.set(system.name, filled.ms);
    }
    const measured = new Map<string, Round[]>();
    for (let number = 0; number < rounds; number += 1) {
      for (const system of compared) {
        if (failed.has(system.name)) continue;
        const args = ['round', system.name, await folderOf(system, size), String(size), String(number)];
        const result = await step<Round>(args);
        if (typeof result === 'string') failed.set(system.name, result);
        else measured.set(system.name, [...(measured.get(system.name) ?? []), result]);
      }
    }
    for (const entry of comparison.systems) {
      const { name } = entry;
      entry.at.push({
        size,
        fillMs: filledMs.get(name) ?? null,
        rounds: failed.has(name) ? [] : (measured.get(name) ?? []),
        failure: failed.get(name) ?? null,
      });
    }
  }
  return comparison;
}

async function compareOnLocomo(comparison: Comparison, root: string, file: string): Promise<void> {
  const cache = join(root, 'vectors.json');
  for (const entry of comparison.systems) {
    if (entry.name === 'nothing') continue;
    process.stderr.write(`LoCoMo: ${entry.name}\n`);
    const folder = join(root, `locomo-${String(comparison.systems.indexOf(entry))}`);
    await mkdir(folder, { recursive: true });
    entry.locomo = await step<Measures>(['locomo', entry.name, folder, resolve(file), cache]);
  }
}

const root = await mkdtemp(join(tmpdir(), 'engram-bench-others-'));
try {
  const comparison = await compare(root);
  const machine = `${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}`;
  if (values.locomo !== undefined) await compareOnLocomo(comparison, root, values.locomo);
  const result = { ...comparison, machine };
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(asTables(result));
} finally {
  await rm(root, { recursive: true, force: true });
}
