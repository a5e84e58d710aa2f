import { optionsOrExit } from './command-line';
import { growth, type Growth } from './growth';
import { machineName } from './machine';
import { measureSize, type MeasuredSize } from './measure-size';
import { readStorageOptions, storageUsage } from './storage-options';

const { sizes, turns, json } = optionsOrExit(storageUsage, () => readStorageOptions(process.argv.slice(2)));
const machine = machineName();
const measured: MeasuredSize[] = [];
for (const size of sizes) {
  process.stderr.write(`${String(size)} messages\n`);
  measured.push(await measureSize(size, turns));
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

if (json) {
  process.stdout.write(`${JSON.stringify({ machine, turns, rows, database, ratios }, null, 2)}\n`);
} else {
  const cell = (text: string): string => text.padStart(18);
  const line = (name: string, cells: readonly string[]): void => {
    process.stdout.write(`${name.padEnd(30)}${cells.map(cell).join('')}\n`);
  };
  const grown = ({ ratio, exponent: slope }: Growth): string[] => [
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
