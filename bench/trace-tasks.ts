import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { endProgram, startProgram } from './started-program';
import { tasksOfTrace, type ThreadTasks } from './tasks-of-trace';

/** Seconds of a start that are traced, and how long its file may take after that. */
const startSeconds = 3;
const longestWaitMs = 15_000;

/** Traces what the page and main do meanwhile. */
export async function traceTasks<T>(
  app: ElectronApplication,
  work: () => Promise<T>,
): Promise<[T, readonly ThreadTasks[]]> {
  return inFolder(async (path) => {
    await app.evaluate(({ contentTracing }) =>
      contentTracing.startRecording({ included_categories: ['toplevel'], excluded_categories: ['*'] }),
    );
    const result = await work();
    await app.evaluate(({ contentTracing }, file) => contentTracing.stopRecording(file), path);
    return [result, tasksOfTrace(await readFile(path, 'utf8'))];
  });
}

/** Traces a start from the first task of Chromium's on, which a switch of its own does, before the program's code runs. */
export async function traceStart(folder: string): Promise<readonly ThreadTasks[]> {
  return inFolder(async (path) => {
    const child = startProgram(folder, '.', [
      '--trace-startup=toplevel',
      '--trace-startup-format=json',
      `--trace-startup-duration=${String(startSeconds)}`,
      `--trace-startup-file=${path}`,
    ]);
    try {
      return await tasksOnceWritten(path);
    } finally {
      await endProgram(child);
    }
  });
}

/** Until the file is whole it is no JSON. */
async function tasksOnceWritten(path: string): Promise<readonly ThreadTasks[]> {
  const until = Date.now() + startSeconds * 1_000 + longestWaitMs;
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text.trimEnd().endsWith('}')) return tasksOfTrace(text);
    if (Date.now() > until) throw new Error('Chromium wrote no trace of the start.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function inFolder<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'engram-trace-'));
  try {
    return await work(join(folder, 'trace.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
