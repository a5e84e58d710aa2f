import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { environmentFor, launch, projectFolder, quit } from '../test/e2e/support/launch';

/** What the starts of a program took, in milliseconds from the moment it was started; medians. */
export interface Starts {
  readonly emptyShown: number;
  readonly shown: number;
  /** The list of chats is answered: it can be used. */
  readonly listed: number;
  /** The last chat's messages are drawn, as a test's browser tells, which slows the start. */
  readonly chatSeen: number;
}

const electron = createRequire(import.meta.url)('electron') as string;
const emptyWindow = join(projectFolder, 'bench/empty-window');
/** A start is over then, with whatever follows the list. */
const settledMs = 1_200;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Starts an empty Electron window and the built program in turn, as a user does: nothing watches them but what they write. */
export async function measureStarts(folder: string, rounds: number): Promise<Starts> {
  const empty: number[] = [];
  const shown: number[] = [];
  const listed: number[] = [];
  const chatSeen: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await startEmpty(folder));
    const moments = await startProgram(folder);
    shown.push(moments.get('window shown') ?? NaN);
    listed.push(moments.get('first list') ?? NaN);
  }
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = Date.now();
    const running = await launch(folder);
    chatSeen.push((await largestPaint(running.page)) - startedAt);
    await quit(running);
  }
  return {
    emptyShown: median(empty),
    shown: median(shown),
    listed: median(listed),
    chatSeen: median(chatSeen),
  };
}

function start(folder: string, program: string): ChildProcess {
  return spawn(electron, ['--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1', program], {
    cwd: projectFolder,
    env: environmentFor(folder),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function startEmpty(folder: string): Promise<number> {
  const startedAt = Date.now();
  const child = start(folder, emptyWindow);
  const shownAt = await new Promise<number>((resolve) => {
    let written = '';
    child.stdout?.on('data', (data: Buffer) => {
      written += data.toString();
      const [, at] = /shown at (\d+)/.exec(written) ?? [];
      if (at !== undefined) resolve(Number(at));
    });
  });
  await end(child);
  return shownAt - startedAt;
}

/** The moments of a start, as the program logs them itself: milliseconds since it was started. */
async function startProgram(folder: string): Promise<ReadonlyMap<string, number>> {
  const logPath = join(folder, 'logs/engram.log');
  await rm(logPath, { force: true });
  const startedAt = Date.now();
  const child = start(folder, '.');
  await new Promise((resolve) => setTimeout(resolve, settledMs));
  await end(child);
  const lines = (await readFile(logPath, 'utf8')).trim().split('\n');
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
