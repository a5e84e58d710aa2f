import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openReadingEngine } from '../../src/main/engine/reading-engine';
import type { Engine } from '../../src/main/memory/ports/engine';
import { engineMethods } from '../../src/main/memory/ports/engine-methods';
import { readingMethods } from '../../src/main/memory/ports/reading-methods';
import { dataFolderAt } from '../../src/main/storage/data-folder';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { createRecordingLogger } from '../fakes/recording-logger';
import { sharedCounters } from '../fakes/shared-counters';
import { appendTurn } from '../fakes/whole-turn';

async function openBeside(disk: EngineOnDisk): Promise<Engine> {
  const engine = await openReadingEngine({
    folder: dataFolderAt(disk.folder),
    clock: disk.clock,
    logger: createRecordingLogger(),
    counters: sharedCounters,
  });
  onTestFinished(async () => {
    await engine.close({});
  });
  return engine;
}

/** Every file of the folder with its size and time, but for the database's shared memory. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.endsWith('-shm'))
    .map((name) => {
      const found = statSync(join(folder, name));
      return found.isDirectory() ? name : `${name} ${String(found.size)} ${String(found.mtimeMs)}`;
    })
    .toSorted();
}

const search = { sessionId: null, queryVector: { kind: 'none', reason: null }, limit: 10 } as const;

describe('an engine that reads beside the one that writes', () => {
  it('finds what is there, and what is said afterwards', async () => {
    const disk = await openEngineOnDisk();
    const { userId } = disk;
    const { id: sessionId } = await disk.engine.createSession({ userId, recallScope: 'session' });
    await appendTurn({ ...disk, sessionId }, { text: 'My ferry to Bergen leaves on 3 May', reply: 'Noted.' });
    const beside = await openBeside(disk);
    const before = await beside.searchMemory({ ...search, userId, query: 'When does the ferry leave?' });
    expect(before.found[0]?.excerpt).toBe('My ferry to Bergen leaves on 3 May');

    await appendTurn(
      { ...disk, sessionId },
      { text: 'The ferry to Bergen now leaves on 9 June', reply: 'Changed.' },
    );
    const after = await beside.searchMemory({ ...search, userId, query: 'When does the ferry leave?' });
    expect(after.found.map(({ excerpt }) => excerpt)).toContain('The ferry to Bergen now leaves on 9 June');
    const { sessions } = await beside.listSessions({ userId, cursor: null, limit: 10 });
    expect(sessions[0]?.messageCount).toBe(4);
  });

  it('knows what the words of a long chat mean for the first question after each change', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    const contents = [
      'Her cello was in the hall.',
      ...Array.from({ length: 2_400 }, (_, index) => `Entry ${String(index)} was kept.`),
    ];
    const messages = contents.map((content, index) => ({
      ...{ role: 'user' as const, author: null, createdAt: index },
      content,
    }));
    const { added } = await engine.importSessions({
      userId,
      sessions: [{ key: 'k', title: 'Log', messages }],
    });
    const beside = await openBeside(disk);
    const asked = { ...search, userId, query: 'Which instrument does she play?' };
    expect((await beside.searchMemory(asked)).found[0]?.excerpt).toBe(contents[0]);
    await appendTurn({ ...disk, sessionId: added[0]!.id }, { text: 'One more was kept.' });
    expect((await beside.searchMemory(asked)).found[0]?.excerpt).toBe(contents[0]);
  });

  it('refuses whatever writes, and leaves every file as it was', async () => {
    const disk = await openEngineOnDisk();
    const { userId } = disk;
    const { id: sessionId } = await disk.engine.createSession({ userId, recallScope: 'session' });
    await appendTurn({ ...disk, sessionId }, { text: 'The blue tent is in the attic', reply: 'Noted.' });
    const before = filesOf(disk.folder);
    const beside = await openBeside(disk);
    const writing = engineMethods.filter((name) => !(readingMethods as readonly string[]).includes(name));
    const calls = beside as unknown as Record<string, (input: unknown) => Promise<unknown>>;
    for (const name of writing) {
      await expect(calls[name]?.({ userId, sessionId })).rejects.toMatchObject({ kind: 'storage-read-only' });
    }
    await beside.searchMemory({ ...search, userId, query: 'tent' });
    await beside.exportMessages({ userId, sessionId, after: 0, limit: 10 });
    await beside.readStorage({ userId });
    await beside.readHealth({ userId, sessionId: null, turns: 10 });
    await beside.close({});
    expect(filesOf(disk.folder)).toEqual(before);
  });

  it('says that there is no database where there is none', async () => {
    const folder = dataFolderAt('/nowhere/at/all');
    const opening = openReadingEngine({
      folder,
      clock: (await openEngineOnDisk()).clock,
      logger: createRecordingLogger(),
      counters: sharedCounters,
    });
    await expect(opening).rejects.toMatchObject({ kind: 'not-found' });
  });
});
