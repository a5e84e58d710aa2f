import { optionsOrExit } from './command-line';
import { machineName } from './machine';
import { measureTokenTables } from './measure-memory';
import { measureWindowSize, type MeasuredWindow } from './measure-window-size';
import { figureRows, figuresOf } from './window-figures';
import { readWindowOptions, windowUsage } from './window-options';
import { figureTable, taskTable, type TaskRow } from './window-table';

const { sizes, folder, json } = optionsOrExit(windowUsage, () => readWindowOptions(process.argv.slice(2)));
const machine = machineName();
const tokenTables = await measureTokenTables();
const measured: MeasuredWindow[] = [];
for (const size of sizes) {
  process.stderr.write(`${String(size)} messages\n`);
  measured.push(await measureWindowSize(size, folder, tokenTables));
}

const rows = figureRows(measured.map((each) => ({ messages: each.messages, figures: figuresOf(each) })));
const tasks: readonly TaskRow[] = measured.flatMap(({ messages, tasks: traced }) =>
  traced.flatMap(({ during, threads }) => threads.map((thread) => ({ messages, during, ...thread }))),
);
if (json) {
  process.stdout.write(`${JSON.stringify({ machine, rows, tasks }, null, 2)}\n`);
} else {
  process.stdout.write(`${machine}\n\n${figureTable(sizes, rows)}\n${taskTable(tasks)}`);
}
