import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../src/main/engine/create-engine';
import type { Engine } from '../src/main/memory/ports/engine';
import { systemClock } from '../src/main/memory/system-clock';
import { openDatabase } from '../src/main/storage/open-database';
import { measureTurns } from './measure-turns';
import { fillMemory } from './fill-memory';

const usage = `Usage: npm run bench -- [--messages N,N,…] [--turns N]

Times the steps of a turn on a real database of N messages (default 1000,10000) with made-up text and vectors:
p50 and p95 in milliseconds, and how each grew from the first size to the last.`;

const silent = { debug: noop, info: noop, warn: noop, error: noop };

function noop(): void {
  // Only the figures are wanted.
}

async function withMemory<T>(use: (engine: Engine) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'engram-bench-'));
  const opened = await openDatabase({ path: join(folder, 'engram.db'), clock: systemClock });
  const engine = createEngine({ opened, clock: systemClock, logger: silent, vectorFileOf: () => null });
  try {
    return await use(engine);
  } finally {
    await engine.close({});
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000,10000' },
    turns: { type: 'string', default: '40' },
    help: { type: 'boolean', default: false },
  },
});
const sizes = values.messages.split(',').map(Number);
const turns = Number(values.turns);
if (values.help || ![...sizes, turns].every((value) => Number.isInteger(value) && value > 0)) {
  process.stderr.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}

process.stdout.write(
  `${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}\n`,
);
const columns: (readonly [number, Awaited<ReturnType<typeof measureTurns>>])[] = [];
for (const size of sizes) {
  process.stderr.write(`${String(size)} messages\n`);
  columns.push([
    size,
    await withMemory(async (engine) => measureTurns(engine, await fillMemory(engine, size), turns)),
  ]);
}

const steps = columns[0]?.[1].map((step) => step.name) ?? [];
const width = 22;
const cell = (text: string): string => text.padStart(18);
process.stdout.write(
  `${'p50 / p95 in ms'.padEnd(width)}${sizes.map((size) => cell(String(size))).join('')}${cell('last / first')}\n`,
);
for (const [index, name] of steps.entries()) {
  const row = columns.map(([, measured]) => measured[index]);
  const figures = row.map((step) => cell(`${(step?.p50 ?? 0).toFixed(2)} / ${(step?.p95 ?? 0).toFixed(2)}`));
  const ratio = (row.at(-1)?.p50 ?? 0) / (row[0]?.p50 ?? 1);
  process.stdout.write(`${name.padEnd(width)}${figures.join('')}${cell(`× ${ratio.toFixed(1)}`)}\n`);
}
