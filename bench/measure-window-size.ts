import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLED_MODEL } from '../src/main/embeddings/bundled-model';
import { dataFolderAt } from '../src/main/storage/data-folder';
import { launch, quit } from '../test/e2e/support/launch';
import { fillFolder } from './fill-folder';
import { measureBackground, type MainDelay } from './measure-background';
import type { Frames } from './measure-frames';
import { measureMemory, namingSwitches } from './measure-memory';
import { measureSmoothness } from './measure-smoothness';
import { measureStarts, type Starts } from './measure-starts';
import { measureWindow, type WindowStep } from './measure-window';
import type { Held } from './name-memory';
import type { ThreadTasks } from './tasks-of-trace';
import { traceStart, traceTasks } from './trace-tasks';

/** Starts of each program, in turn. */
const startRounds = 9;

/** So many are imported, embedded and summarised, and the delay of main is noted. */
const backgroundMessages = 1_000;

/** What the program did with a folder of some size. */
export interface MeasuredWindow {
  readonly messages: number;
  readonly starts: Starts;
  readonly steps: readonly WindowStep[];
  readonly delay: MainDelay;
  readonly frames: readonly Frames[];
  /** Once a chat is open, and when all has been used and the embedder is loaded. */
  readonly memory: { readonly opened: readonly Held[]; readonly used: readonly Held[] };
  readonly tasks: readonly { readonly during: string; readonly threads: readonly ThreadTasks[] }[];
}

/** Uses the program on a folder of its own with so many messages, or on the one given, which is filled where it is empty. */
export async function measureWindowSize(
  messages: number,
  given: string | null,
  tokenTables: number,
): Promise<MeasuredWindow> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'engram-window-')));
  try {
    if (!existsSync(dataFolderAt(folder).database)) await fillFolder(folder, messages, BUNDLED_MODEL);
    const starts = await measureStarts(folder, startRounds);
    const startTasks = await traceStart(folder);
    return { messages, starts, ...(await measureRunning(folder, tokenTables, startTasks)) };
  } finally {
    if (given === null) await rm(folder, { recursive: true, force: true });
  }
}

/** One run of the program. The server that streams comes last: with a model connected the background would use it. */
async function measureRunning(
  folder: string,
  tokenTables: number,
  startTasks: readonly ThreadTasks[],
): Promise<Omit<MeasuredWindow, 'messages' | 'starts'>> {
  const running = await launch(folder, namingSwitches);
  const memoryNow = (): Promise<readonly Held[]> =>
    measureMemory(running, dataFolderAt(folder).database, tokenTables);
  const opened = await memoryNow();
  const [steps, stepTasks] = await traceTasks(running.app, () => measureWindow(running));
  const delay = await measureBackground(running, backgroundMessages);
  const used = await memoryNow();
  const [frames, frameTasks] = await traceTasks(running.app, () => measureSmoothness(running));
  await quit(running);
  return {
    steps,
    delay,
    frames,
    memory: { opened, used },
    tasks: [
      { during: 'starting', threads: startTasks },
      { during: 'opening, scrolling, searching', threads: stepTasks },
      { during: 'scrolling, streaming', threads: frameTasks },
    ],
  };
}
