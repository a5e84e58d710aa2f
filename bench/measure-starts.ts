import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { environmentFor, launch, projectFolder, quit } from '../test/e2e/support/launch';

/** What the starts of a program took, in milliseconds from the moment it was started; medians. */
export interface Starts {
  readonly emptyShown: number;
  readonly shown: number;
  /** The list of chats is answered: it can be used. */
  readonly listed: number;
  /** The last chat's messages are drawn. */
  readonly chatSeen: number;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Starts an empty Electron window and the built program in turn. */
export async function measureStarts(folder: string, rounds: number): Promise<Starts> {
  const empty: number[] = [];
  const shown: number[] = [];
  const listed: number[] = [];
  const chatSeen: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await startEmpty(folder));
    const startedAt = Date.now();
    const running = await launch(folder);
    chatSeen.push((await largestPaint(running.page)) - startedAt);
    await quit(running);
    const moments = await startUpMoments(folder);
    shown.push((moments.get('window shown') ?? 0) - startedAt);
    listed.push((moments.get('first list') ?? 0) - startedAt);
  }
  return {
    emptyShown: median(empty),
    shown: median(shown),
    listed: median(listed),
    chatSeen: median(chatSeen),
  };
}

async function startEmpty(folder: string): Promise<number> {
  const startedAt = Date.now();
  const app = await _electron.launch({
    args: ['--disable-gpu', '--force-device-scale-factor=1', join(projectFolder, 'bench/empty-window')],
    cwd: projectFolder,
    env: environmentFor(folder),
  });
  const shownAt = await new Promise<number>((resolve) => {
    let written = '';
    app.process().stdout?.on('data', (data: Buffer) => {
      written += data.toString();
      const [, at] = /shown at (\d+)/.exec(written) ?? [];
      if (at !== undefined) resolve(Number(at));
    });
  });
  await app.close();
  return shownAt - startedAt;
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

/** When the moments of the last start were, as the program logs them itself. */
async function startUpMoments(folder: string): Promise<ReadonlyMap<string, number>> {
  const log = await readFile(join(folder, 'logs/engram.log'), 'utf8');
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  return new Map(
    lines
      .filter(({ message }) => message === 'start-up')
      .map(({ moment = '', at = '' }) => [moment, new Date(at).getTime()]),
  );
}
