import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launch, projectFolder, quit } from '../test/e2e/support/launch';
import { endProgram, startProgram } from './started-program';

/** What the starts of a program took, in milliseconds from the moment it was started; medians. */
export interface Starts {
  readonly emptyShown: number;
  readonly shown: number;
  /** The list of chats is answered. */
  readonly listed: number;
  /** The list is drawn and the composer takes letters; null where the program does not tell. */
  readonly interactive: number | null;
  /** The last chat's messages are drawn, as a test's browser tells, which slows the start. */
  readonly chatSeen: number;
}

const emptyWindow = join(projectFolder, 'bench/empty-window');
/** A start is over then, with whatever follows the list, unless the machine is busy. */
const settledMs = 1_200;
const longestStartMs = 20_000;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Starts an empty Electron window and the built program in turn, as a user does: nothing watches them but what they write. */
export async function measureStarts(folder: string, rounds: number): Promise<Starts> {
  const empty: number[] = [];
  const starts: Moments[] = [];
  const chatSeen: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await startEmpty(folder));
    starts.push(await momentsOfStart(folder));
  }
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = Date.now();
    const running = await launch(folder);
    chatSeen.push((await largestPaint(running.page)) - startedAt);
    await quit(running);
  }
  const at = (moment: string): number[] => starts.flatMap((moments) => moments.get(moment) ?? []);
  const interactive = at('interactive');
  return {
    emptyShown: median(empty),
    shown: median(at('window shown')),
    listed: median(at('first list')),
    interactive: interactive.length === 0 ? null : median(interactive),
    chatSeen: median(chatSeen),
  };
}

async function startEmpty(folder: string): Promise<number> {
  const startedAt = Date.now();
  const child = startProgram(folder, emptyWindow);
  const shownAt = await new Promise<number>((resolve) => {
    let written = '';
    child.stdout?.on('data', (data: Buffer) => {
      written += data.toString();
      const [, at] = /shown at (\d+)/.exec(written) ?? [];
      if (at !== undefined) resolve(Number(at));
    });
  });
  await endProgram(child);
  return shownAt - startedAt;
}

/** Milliseconds from when the program was started to each moment of its start. */
type Moments = ReadonlyMap<string, number>;

/** The moments of a start, as the program logs them itself. */
async function momentsOfStart(folder: string): Promise<Moments> {
  const logPath = join(folder, 'logs/engram.log');
  await rm(logPath, { force: true });
  const startedAt = Date.now();
  const child = startProgram(folder, '.');
  try {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, settledMs));
      const moments = await readMoments(logPath, startedAt);
      if (moments.has('window shown') && moments.has('first list')) return moments;
      if (Date.now() > startedAt + longestStartMs) throw new Error('The program did not list its chats.');
    }
  } finally {
    await endProgram(child);
  }
}

/** The last line may be half written: it is left out. */
async function readMoments(logPath: string, startedAt: number): Promise<Moments> {
  const lines = (await readFile(logPath, 'utf8').catch(() => '')).split('\n').slice(0, -1);
  return new Map(
    lines
      .map((line) => JSON.parse(line) as Record<string, string>)
      .filter(({ message }) => message === 'start-up')
      .map(({ moment = '', at = '' }) => [moment, new Date(at).getTime() - startedAt]),
  );
}

/** When the largest text of the page was drawn, once its messages are: in milliseconds since 1970. */
async function largestPaint(page: Page): Promise<number> {
  await page.getByTestId('message').first().waitFor();
  return page.evaluate(async () => {
    // The observer tells of what was drawn before it began, and of what is drawn yet.
    const seen: number[] = [];
    const observer = new PerformanceObserver((list) => {
      seen.push(...list.getEntries().map(({ startTime }) => startTime));
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
    await new Promise((resolve) => setTimeout(resolve, 500));
    observer.disconnect();
    return performance.timeOrigin + (seen.at(-1) ?? NaN);
  });
}
