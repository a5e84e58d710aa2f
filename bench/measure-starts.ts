import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { environmentFor, launch, projectFolder, quit } from '../test/e2e/support/launch';

/** What the starts of a program took, in milliseconds from the moment it was started; medians. */
export interface Starts {
  readonly emptyShown: number;
  readonly shown: number;
  /** The list of chats is answered: it can be used. */
  readonly listed: number;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Starts an empty Electron window and the built program in turn. */
export async function measureStarts(folder: string, rounds: number): Promise<Starts> {
  const empty: number[] = [];
  const shown: number[] = [];
  const listed: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await startEmpty(folder));
    const startedAt = Date.now();
    await quit(await launch(folder));
    const moments = await startUpMoments(folder);
    shown.push((moments.get('window shown') ?? 0) - startedAt);
    listed.push((moments.get('first list') ?? 0) - startedAt);
  }
  return { emptyShown: median(empty), shown: median(shown), listed: median(listed) };
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
