import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UserId } from '../../src/shared/model/ids';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { appendTurn } from '../fakes/whole-turn';

const secret = 'Zanzibar orchid seventeen';

/** A chat of a user with a vector file on disk. */
async function fillFor(disk: EngineOnDisk, userId: UserId, text: string) {
  const { engine } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'user' });
  await appendTurn({ engine, userId, sessionId }, { text, reply: `${text}, I see.` });
  const pending = { userId, sessionId, model: 'fake-8', limit: 10 };
  const chunks = await engine.pendingChunks(pending);
  const chunkIds = chunks.map((chunk) => chunk.chunkId);
  const vectors = chunks.map((chunk) => hashVector(chunk.text, 8));
  await engine.storeVectors({ ...pending, chunkIds, vectors });
  return sessionId;
}

/** Files below the data folder whose bytes hold a text. */
function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}

describe('users', () => {
  it('are added, renamed and told apart by their names', async () => {
    const { engine, userId, clock } = await openEngineOnDisk();
    clock.advance(1);
    const ada = await engine.createUser({ name: 'Ada' });
    await expect(engine.createUser({ name: 'ADA' })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(engine.renameUser({ userId, name: 'ada' })).rejects.toMatchObject({ kind: 'conflict' });
    await engine.renameUser({ userId: ada.id, name: 'Ada Lovelace' });
    const { users, active } = await engine.listUsers({});
    expect(users.map(({ name }) => name)).toEqual(['You', 'Ada Lovelace']);
    expect(active.id).toBe(userId);
  });

  it('that were last active are active again after a restart and after a kill', async () => {
    const disk = await openEngineOnDisk();
    const ada = await disk.engine.createUser({ name: 'Ada' });
    await disk.engine.activateUser({ userId: ada.id });
    await disk.restart();
    expect(await disk.engine.defaultUser({})).toEqual(ada);
    await disk.kill();
    expect(await disk.engine.defaultUser({})).toEqual(ada);
  });

  it('that are deleted can be brought back with all they had', async () => {
    const disk = await openEngineOnDisk();
    const ada = await disk.engine.createUser({ name: 'Ada' });
    const sessionId = await fillFor(disk, ada.id, secret);
    await disk.engine.activateUser({ userId: ada.id });
    const known = await disk.engine.deleteUser({ userId: ada.id });
    expect(known.users.map(({ id }) => id)).toEqual([disk.userId]);
    expect(known.active.id).toBe(disk.userId);
    await expect(disk.engine.activateUser({ userId: ada.id })).rejects.toMatchObject({ kind: 'not-found' });
    await disk.engine.restoreUser({ userId: ada.id });
    const page = { userId: ada.id, sessionId, anchor: { kind: 'newest' }, limit: 5 } as const;
    expect((await disk.engine.pageMessages(page)).messages[0]!.content).toBe(secret);
  });

  it('who are the last ones give way to a new one', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const { users, active } = await engine.deleteUser({ userId });
    expect(users).toEqual([active]);
    expect(active.id).not.toBe(userId);
  });

  it('who are erased leave no row, no file and no byte of what they said; the others keep everything', async () => {
    const disk = await openEngineOnDisk();
    const { engine, database, folder } = disk;
    const ada = await engine.createUser({ name: 'Ada' });
    await fillFor(disk, disk.userId, 'Basil and thyme');
    const kept = database.prepare('SELECT * FROM messages WHERE user_id = ?').all(disk.userId);
    const sessionId = await fillFor(disk, ada.id, secret);
    const adas = { userId: ada.id, sessionId };
    await engine.writeDraft({ ...adas, text: `${secret} draft` });
    await engine.writePrompt({ ...adas, text: `${secret} prompt` });
    const queryVector = { kind: 'vector', model: 'fake-8', values: hashVector('x', 8) } as const;
    const settings = testSettings();
    await engine.recall({ ...adas, query: secret, queryVector, settings, userMessageId: null });
    await engine.pendingChunks({ ...adas, model: 'fake-8', limit: 10 });
    expect(existsSync(join(folder, 'vectors', ada.id))).toBe(true);
    expect(filesWith(folder, secret)).not.toEqual([]);

    await engine.deleteUser({ userId: ada.id });
    expect(await engine.eraseDeletedUsers({})).toBe(1);

    expect(filesWith(folder, secret)).toEqual([]);
    expect(existsSync(join(folder, 'vectors', ada.id))).toBe(false);
    for (const table of ['sessions', 'messages', 'chunks', 'prompts', 'drafts', 'jobs', 'summaries']) {
      const count = database.prepare(`SELECT count(*) FROM ${table} WHERE user_id = ?`).pluck().get(ada.id);
      expect(count, table).toBe(0);
    }
    expect(database.prepare('SELECT * FROM messages WHERE user_id = ?').all(disk.userId)).toEqual(kept);
    await disk.restart();
    expect(filesWith(folder, secret)).toEqual([]);
    await expect(disk.engine.restoreUser({ userId: ada.id })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('who are erased are searched for: a backup that holds them is told of, by no word of theirs, and can go', async () => {
    const disk = await openEngineOnDisk();
    const { engine, folder } = disk;
    const ada = await engine.createUser({ name: 'Ada' });
    const said = `${secret} was planted beside the old wall in spring`;
    await fillFor(disk, ada.id, said);
    await engine.backUp({ keep: 5, isDue: false });
    await engine.deleteUser({ userId: ada.id });
    await engine.eraseDeletedUsers({});
    const reports = await engine.listForgets({ userId: disk.userId });
    expect(reports).toMatchObject([
      { kind: 'user', sessionId: null, state: 'erased', places: [{ kind: 'backup', canForget: true }] },
    ]);
    expect(JSON.stringify(reports)).not.toContain(secret);
    const about = { userId: disk.userId, sessionId: null, forgetId: reports[0]!.id };
    const placeIds = reports[0]!.places.map(({ id }) => id);
    const after = await engine.forgetPlaces({ ...about, placeIds });
    expect(after.places).toEqual([]);
    expect(filesWith(folder, secret)).toEqual([]);
    await engine.dismissForget(about);
    expect(await engine.listForgets({ userId: disk.userId })).toEqual([]);
  });

  it('who were hidden when the program was killed are erased by the next one', async () => {
    const disk = await openEngineOnDisk();
    const ada = await disk.engine.createUser({ name: 'Ada' });
    await fillFor(disk, ada.id, secret);
    await disk.engine.deleteUser({ userId: ada.id });
    await disk.kill();
    expect(await disk.engine.eraseDeletedUsers({})).toBe(1);
    expect(disk.database.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0);
  });
});
