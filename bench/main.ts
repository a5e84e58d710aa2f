import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../src/main/engine/create-engine';
import type { Engine } from '../src/main/memory/ports/engine';
import { systemClock } from '../src/main/memory/system-clock';
import { openDatabase } from '../src/main/storage/open-database';
import { exponent } from './exponent';
import { measureTurns } from './measure-turns';
import { fillMemory } from './fill-memory';
import { silentLogger } from '../eval/silent-logger';

const usage = `Usage: npm run bench -- [--messages N,N,…] [--turns N] [--json]

Times the steps of a turn on real databases of N messages (default 1000,10000,100000) in 200 chats, the largest with a
tenth of them, with made-up text and vectors of 512 dimensions, seed 1: p50 and p95 in milliseconds, the ratio of the last
size to the first, and the growth exponent over all (0 flat, 1 linear).`;

async function withMemory<T>(use: (engine: Engine) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'engram-bench-'));
  const opened = await openDatabase({ path: join(folder, 'engram.db'), clock: systemClock });
  const engine = createEngine({ opened, clock: systemClock, logger: silentLogger, vectorFileOf: () => null });
  try {
    return await use(engine);
  } finally {
    await engine.close({});
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000,10000,100000' },
    turns: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const sizes = values.messages.split(',').map(Number);
const turns = Number(values.turns);
if (values.help || ![...sizes, turns].every((value) => Number.isInteger(value) && value > 0)) {
  process.stderr.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}

const machine = `${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}`;
const columns: (readonly [number, Awaited<ReturnType<typeof measureTurns>>])[] = [];
for (const size of sizes) {
  process.stderr.write(`${String(size)} messages\n`);
  columns.push([
    size,
    await withMemory(async (engine) => measureTurns(engine, await fillMemory(engine, size), turns)),
  ]);
}

const rows = (columns[0]?.[1] ?? []).map(({ name }, index) => {
  const measured = columns.flatMap(([messages, steps]) => {
    const step = steps[index];
    return step === undefined ? [] : [{ ...step, messages }];
  });
  const p50 = measured.map((step) => step.p50);
  return {
    name,
    sizes: measured.map(({ messages, p50: median, p95 }) => ({ messages, p50: median, p95 })),
    ratio: (p50.at(-1) ?? 0) / (p50[0] ?? 1),
    exponent: measured.length < 2 ? null : exponent(measured.map((step) => [step.messages, step.p50])),
  };
});

if (values.json) process.stdout.write(`${JSON.stringify({ machine, turns, rows }, null, 2)}\n`);
else {
  const cell = (text: string): string => text.padStart(18);
  const line = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(22)}${cells.map(cell).join('')}\n`;
  process.stdout.write(`${machine}\n`);
  process.stdout.write(line('p50 / p95 in ms', [...sizes.map(String), 'last / first', 'exponent']));
  for (const row of rows) {
    const figures = row.sizes.map(({ p50, p95 }) => `${p50.toFixed(2)} / ${p95.toFixed(2)}`);
    process.stdout.write(
      line(row.name, [...figures, `× ${row.ratio.toFixed(1)}`, row.exponent?.toFixed(2) ?? '–']),
    );
  }
}
