import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { exponent } from './exponent';
import { measureSize, type MeasuredSize } from './measure-size';

const usage = `Usage: npm run bench -- [--messages N,N,…] [--turns N] [--json]

Times the steps of a turn on real databases of N messages (default 1000,10000,100000) in 200 chats, the largest with a
tenth of them, with made-up text and vectors of 512 dimensions, seed 1, and opening them: p50 and p95 in milliseconds, the ratio of
the last size to the first, and the growth exponent over all (0 flat, 1 linear). Beside them what no step can be quicker than,
a write with its fsync and a message to a thread and back, and the design that comes first to mind.`;

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
const measured: MeasuredSize[] = [];
for (const size of sizes) {
  process.stderr.write(`${String(size)} messages\n`);
  measured.push(await measureSize(size, turns));
}

/** A figure for each size, and how it grows. */
function growth(points: readonly (readonly [messages: number, figure: number])[]) {
  const figures = points.map(([, figure]) => figure);
  return {
    ratio: (figures.at(-1) ?? 0) / (figures[0] ?? 1),
    exponent: points.length < 2 ? null : exponent(points),
  };
}

const names = [...new Set(measured.flatMap(({ steps }) => steps.map(({ name }) => name)))];
const rows = names.map((name) => {
  const found = measured.flatMap(({ messages, steps }) => {
    const step = steps.find((each) => each.name === name);
    return step === undefined ? [] : [{ messages, p50: step.p50, p95: step.p95 }];
  });
  return { name, sizes: found, ...growth(found.map(({ messages, p50 }) => [messages, p50])) };
});
const database = measured.map(({ messages, megabytes }) => ({ messages, megabytes }));

/** The median of a step at a size; not a number where it was not measured. */
function median({ steps }: MeasuredSize, name: string): number {
  return steps.find((step) => step.name === name)?.p50 ?? NaN;
}

const ratios = measured.map((size) => ({
  messages: size.messages,
  appendToBareWrite: median(size, 'append at storage') / median(size, 'bare write and fsync'),
  naiveToOpenedCold:
    median(size, 'open, naive design') / (median(size, 'open database') + median(size, 'open chat, cold')),
}));

if (values.json) {
  process.stdout.write(`${JSON.stringify({ machine, turns, rows, database, ratios }, null, 2)}\n`);
} else {
  const cell = (text: string): string => text.padStart(18);
  const line = (name: string, cells: readonly string[]): void => {
    process.stdout.write(`${name.padEnd(30)}${cells.map(cell).join('')}\n`);
  };
  const grown = ({ ratio, exponent: slope }: ReturnType<typeof growth>): string[] => [
    `× ${ratio.toFixed(1)}`,
    slope?.toFixed(2) ?? '–',
  ];
  process.stdout.write(`${machine}\n`);
  line('p50 / p95 in ms', [...sizes.map(String), 'last / first', 'exponent']);
  for (const row of rows) {
    const figures = sizes.map((size) => {
      const found = row.sizes.find(({ messages }) => messages === size);
      return found === undefined ? '–' : `${found.p50.toFixed(2)} / ${found.p95.toFixed(2)}`;
    });
    line(row.name, [...figures, ...grown(row)]);
  }
  const figure = (value: number, digits: number): string =>
    Number.isNaN(value) ? '–' : value.toFixed(digits);
  line('database, MB', [
    ...database.map(({ megabytes }) => megabytes.toFixed(1)),
    ...grown(growth(database.map(({ messages, megabytes }) => [messages, megabytes]))),
  ]);
  line(
    'append / bare write',
    ratios.map(({ appendToBareWrite }) => `× ${figure(appendToBareWrite, 2)}`),
  );
  line(
    'naive / opened cold',
    ratios.map(({ naiveToOpenedCold }) => `× ${figure(naiveToOpenedCold, 0)}`),
  );
}
