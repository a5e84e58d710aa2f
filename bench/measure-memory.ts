import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Page } from '@playwright/test';
import { loadEncoder } from '../src/main/memory/tokens/load-encoder';
import { systemClock } from '../src/main/memory/system-clock';
import { openDatabase } from '../src/main/storage/open-database';
import { projectFolder, type Running } from '../test/e2e/support/launch';
import { call } from '../test/e2e/support/server';
import { nameMemory, type Held, type ProcessMemory, type ThreadMemory } from './name-memory';

/** The switches with which a program is launched whose memory is to be named. */
export const namingSwitches: readonly string[] = ['-r', join(projectFolder, 'bench/thread-memory.cjs')];

/** What each process holds now, and what in it: the largest holders by name, the rest as one. */
export async function measureMemory(
  { app, page }: Running,
  database: string,
  tokenTables: number,
): Promise<readonly Held[]> {
  const metrics = await app.evaluate(({ app: program }) =>
    program.getAppMetrics().map(({ type, name, pid, memory }) => ({
      type: name ?? type,
      pid,
      resident: memory.workingSetSize * 1024,
    })),
  );
  const threads = await app.evaluate(() =>
    (globalThis as unknown as { threadMemory: () => ThreadMemory[] }).threadMemory(),
  );
  const { holders } = await call(page, 'memory.registry', {});
  return nameMemory({
    processes: await Promise.all(metrics.map(withMapped)),
    threads,
    engine: holders,
    tokenTables,
    sqliteLimit: await sqliteLimit(database),
    pageHeap: await heapOf(page),
  });
}

/** Only Linux tells how much of a process are pages of files. */
async function withMapped({
  pid,
  ...rest
}: Omit<ProcessMemory, 'mapped'> & { readonly pid: number }): Promise<ProcessMemory> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => null);
  const kilobytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status ?? '')?.[1] ?? 0);
  const mapped = status === null ? null : (kilobytes('RssFile') + kilobytes('RssShmem')) * 1024;
  return { ...rest, mapped };
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const heap = metrics.find(({ name }) => name === 'JSHeapTotalSize');
  if (heap === undefined) throw new Error('The page does not tell the size of its heap.');
  return heap.value;
}

/** What the engine's one connection may keep: its `cache_size`, or the whole database where that is smaller. */
async function sqliteLimit(path: string): Promise<number> {
  const { database, close } = await openDatabase({ path, clock: systemClock, readOnly: true });
  try {
    const number = (pragma: string): number => Number(database.pragma(pragma, { simple: true }));
    // Negative: kibibytes (https://sqlite.org/pragma.html#pragma_cache_size).
    return Math.min(-number('cache_size') * 1024, number('page_count') * number('page_size'));
  } finally {
    close();
  }
}

/** What the tables of the usual encoding hold, in bytes: built here as the engine builds them, for it cannot be asked. */
export async function measureTokenTables(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = async (): Promise<number> => {
    // What arrays held is given back beside the program, some turns after their objects are gone.
    for (let round = 0; round < 3; round += 1) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = await held();
  const encoder = await loadEncoder('o200k_base');
  const after = await held();
  // Used once more, so that it was not collected before.
  encoder.pieces('').next();
  return after - before;
}
