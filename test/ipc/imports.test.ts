import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createImportSource } from '../../src/main/importers/import-source';
import { createImports, type ImportOwner, type Imports } from '../../src/main/ipc/imports';
import type { ImportStatus } from '../../src/shared/model/import';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { startTsxWorker } from '../fakes/tsx-worker';
import { temporaryFolder } from '../storage/support/temporary-folder';

const all = 120;
const never = new AbortController().signal;
const files = createImportSource((options) =>
  startTsxWorker(new URL('../../src/main/importers/import.worker.ts', import.meta.url), options),
);

/** A file of chats; each is long enough that not all are read at once. */
function writeChats(): string {
  const path = join(temporaryFolder(), 'talks.jsonl');
  const line = (index: number): string =>
    JSON.stringify({
      messages: [{ role: 'user', content: `Line ${String(index)} ${'word '.repeat(2_000)}` }],
    });
  writeFileSync(path, Array.from({ length: all }, (_, index) => line(index)).join('\n'));
  return path;
}

/** The imports of a start of the program, and whoever is told of them. */
function start(disk: EngineOnDisk) {
  const told: (ImportStatus | null)[] = [];
  let onChat: () => void = () => undefined;
  const owner: ImportOwner = {
    userId: disk.userId,
    emit: (name, payload) => {
      if (name === 'import-changed') told.push((payload as { status: ImportStatus | null }).status);
      if (name === 'session-changed') onChat();
    },
  };
  const { engine, clock, logger } = disk;
  const imports = createImports({ engine, files, clock, logger, onJobsEnqueued: () => undefined });
  return { imports, owner, told, afterFirstChat: (act: () => void) => (onChat = act) };
}

async function begin(disk: EngineOnDisk, act: (imports: Imports) => void, path = writeChats()) {
  const [found] = await files.find(path, { signal: never });
  const order = { path, key: found!.key, chats: found!.keys.length };
  const begun = start(disk);
  let acted = false;
  begun.afterFirstChat(() => {
    if (!acted) act(begun.imports);
    acted = true;
  });
  return { ...begun, path, order, result: await begun.imports.run(order, begun.owner, never) };
}

const countChats = async ({ engine, userId }: EngineOnDisk): Promise<number> =>
  (await engine.listSessions({ userId, cursor: null, limit: 500 })).sessions.length;

describe('an import', () => {
  it('that the end of the program stopped goes on with the next start, and takes nothing twice', async () => {
    const disk = await openEngineOnDisk();
    const { userId } = disk;
    const { result } = await begin(disk, (imports) => void imports.close());
    expect(result).toMatchObject({ cancelled: true });
    expect(result.sessionsAdded).toBeLessThan(all);
    await disk.restart();
    const next = start(disk);
    await next.imports.resume(next.owner);
    expect(next.imports.status(userId)).toMatchObject({
      kind: 'done',
      name: 'talks.jsonl',
      result: { sessionsAdded: all - result.sessionsAdded, sessionsSkipped: result.sessionsAdded },
    });
    expect(await countChats(disk)).toBe(all);
    expect(await disk.engine.unfinishedImport({ userId })).toBeNull();
    const third = start(disk);
    await third.imports.resume(third.owner);
    expect(third.told).toEqual([]);
  });

  it('that the user stopped is over, and so is one that came to its end', async () => {
    const disk = await openEngineOnDisk();
    const { userId } = disk;
    const { result, imports, told, order, owner } = await begin(disk, (running) => running.cancel(userId));
    expect(result).toMatchObject({ cancelled: true });
    expect(await disk.engine.unfinishedImport({ userId })).toBeNull();
    expect(told[0]).toEqual({ kind: 'running', name: 'talks.jsonl', progress: null });
    const again = await imports.run(order, owner, never);
    expect(again).toMatchObject({ sessionsSkipped: result.sessionsAdded, cancelled: false });
    expect(told).toContainEqual({
      kind: 'running',
      name: 'talks.jsonl',
      progress: { done: all, total: all },
    });
    expect(await disk.engine.unfinishedImport({ userId })).toBeNull();
  });

  it.each([
    ['gone', (path: string) => rmSync(path)],
    ['another', (path: string) => writeFileSync(path, '{}')],
    ['newer', (path: string) => utimesSync(path, 2_000_000_000, 2_000_000_000)],
  ])('does not go on with a file that is %s, and says so', async (_name, change) => {
    const disk = await openEngineOnDisk();
    const { userId } = disk;
    const { path, result } = await begin(disk, (imports) => void imports.close());
    change(path);
    await disk.restart();
    const next = start(disk);
    await next.imports.resume(next.owner);
    expect(next.told).toMatchObject([{ kind: 'failed', error: { kind: 'not-found' } }]);
    expect(await countChats(disk)).toBe(result.sessionsAdded);
    expect(await disk.engine.unfinishedImport({ userId })).toBeNull();
    next.imports.dismiss(next.owner);
    expect(next.imports.status(userId)).toBeNull();
  });

  it('is the only one at a time, is not put away while it runs, and is nobody else’s to stop', async () => {
    const disk = await openEngineOnDisk();
    const other = { userId: disk.addUser('Bo'), emit: () => undefined };
    const path = writeChats();
    const refused: Promise<unknown>[] = [];
    const { result, imports } = await begin(
      disk,
      (running) => {
        const me = { userId: disk.userId, emit: () => undefined };
        refused.push(
          running.run({ path, key: 'x', chats: 1 }, other, never).catch((error: unknown) => error),
        );
        running.cancel(other.userId);
        running.dismiss(me);
        expect(running.status(me.userId)).toMatchObject({ kind: 'running' });
        expect(running.status(other.userId)).toBeNull();
      },
      path,
    );
    expect(await Promise.all(refused)).toMatchObject([{ kind: 'conflict' }]);
    expect(result).toMatchObject({ sessionsAdded: all, cancelled: false });
    await imports.resume(other);
    expect(imports.status(other.userId)).toBeNull();
  });
});
