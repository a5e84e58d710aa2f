import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUNDLED_MODEL } from '../src/main/embeddings/bundled-model';
import { launch, quit } from '../test/e2e/support/launch';
import { fillFolder } from './fill-folder';
import { measureWindow } from './measure-window';

const usage = `Usage: npm run bench:window -- [--messages N] [--chats N] [--largest N] [--folder PATH]

Fills a data folder (or takes one that is filled) and uses the built program on it as a user does: starts it, opens the
largest chat, scrolls through it, searches. Times in milliseconds; "held" is the longest the page and main were busy.`;

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
  if (values.folder === undefined) await fillFolder(folder, size, BUNDLED_MODEL);
  const startedAt = performance.now();
  const running = await launch(folder);
  const startMs = performance.now() - startedAt;
  const steps = [
    { name: 'start to first list', ms: startMs, heldPage: null, heldMain: null },
    ...(await measureWindow(running)),
  ];
  await quit(running);
  const cell = (value: number | null): string => (value === null ? '–' : value.toFixed(0)).padStart(11);
  process.stdout.write(
    `${''.padEnd(26)}${['ms', 'held page', 'held main'].map((head) => head.padStart(11)).join('')}\n`,
  );
  for (const { name, ms, heldPage, heldMain } of steps) {
    process.stdout.write(`${name.padEnd(26)}${cell(ms)}${cell(heldPage)}${cell(heldMain)}\n`);
  }
} finally {
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}
