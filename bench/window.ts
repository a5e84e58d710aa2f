import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUNDLED_MODEL } from '../src/main/embeddings/bundled-model';
import { dataFolderAt } from '../src/main/storage/data-folder';
import { launch, quit } from '../test/e2e/support/launch';
import { fillFolder } from './fill-folder';
import { measureStarts } from './measure-starts';
import { measureBackground } from './measure-background';
import { measureHolders, measureMemory, measureSmoothness, measureWindow } from './measure-window';
import { traceTasks } from './trace-tasks';

const usage = `Usage: npm run bench:window -- [--messages N] [--chats N] [--largest N] [--folder PATH]

Fills a data folder (or takes one that holds chats) and uses the built program on it as a user does: starts it, opens the
largest chat, scrolls through it, searches, has an answer streamed, imports a thousand messages. Times in milliseconds; "held" is the longest the page and main were
busy, "delay" how late main comes to a task of every 5 ms; a trace tells how long the longest task of the page lasted and how much the hardest one worked. Starts are medians
beside those of an empty Electron window; memory is that of each process, opened and used.`;

/** Starts of each program, in turn. */
const startRounds = 9;

/** So many are imported, embedded and summarised, and the delay of main is noted. */
const backgroundMessages = 1_000;

/** Writes a table: a name and its figures a row. */
function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly [string, ...(number | null)[]])[],
): void {
  const cell = (text: string): string => text.padStart(11);
  const line = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(28)}${cells.map(cell).join('')}\n`;
  process.stdout.write(line(title, heads));
  for (const [name, ...figures] of rows) {
    process.stdout.write(
      line(
        name,
        figures.map((figure) => (figure === null ? '–' : figure.toFixed(0))),
      ),
    );
  }
  process.stdout.write('\n');
}

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    chats: { type: 'string', default: '200' },
    largest: { type: 'string', default: '10000' },
    folder: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const size = {
  messages: Number(values.messages),
  chats: Number(values.chats),
  largest: Number(values.largest),
};
if (values.help || Object.values(size).some((value) => !Number.isInteger(value) || value < 1)) {
  process.stderr.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}

const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'engram-window-')));
try {
  if (!existsSync(dataFolderAt(folder).database)) await fillFolder(folder, size, BUNDLED_MODEL);
  const starts = await measureStarts(folder, startRounds);
  const running = await launch(folder);
  const memory = [[...(await measureMemory(running)), ...(await measureHolders(running))]];
  const [steps, tasks] = await traceTasks(running.app, () => measureWindow(running));
  memory.push([...(await measureMemory(running)), ...(await measureHolders(running))]);
  const delay = await measureBackground(running, backgroundMessages);
  const smoothness = await measureSmoothness(running);
  await quit(running);
  table(
    '',
    ['ms'],
    [
      ['start, empty window shown', starts.emptyShown],
      ['start, window shown', starts.shown],
      ['start, chats listed', starts.listed],
      ['start, last chat seen', starts.chatSeen],
    ],
  );
  table(
    '',
    ['ms', 'held page', 'held main'],
    steps.map(({ name, ms, heldPage, heldMain }) => [name, ms, heldPage, heldMain]),
  );
  table(
    'tasks of the page, traced',
    ['longest', 'most work', 'over 50 ms'],
    [['', tasks.longest, tasks.mostWork, tasks.long]],
  );
  table(
    'ms between frames',
    ['frames', 'p50', 'p95', 'longest'],
    smoothness.map(({ name, count, p50, p95, longest }) => [name, count, p50, p95, longest]),
  );
  table(
    'delay of main, ms',
    ['seconds', 'p50', 'p99', 'p99.9', 'longest'],
    [['1,000 embedded, summarised', delay.seconds, delay.p50, delay.p99, delay.p999, delay.longest]],
  );
  const [opened = [], used = []] = memory;
  const names = [...new Set([...opened, ...used].map(({ name }) => name))];
  const held = (at: typeof opened, name: string): number | null =>
    at.find((each) => each.name === name)?.megabytes ?? null;
  table(
    'memory, MB',
    ['opened', 'used'],
    names.map((name) => [name, held(opened, name), held(used, name)]),
  );
} finally {
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}
