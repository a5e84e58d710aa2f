import { describe, expect, it } from 'vitest';
import { createSessionWords, type SessionWordsOptions } from '../../src/main/engine/session-words';
import { loadWordVectors } from '../../src/main/engine/load-word-vectors';
import { createRecallReader } from '../../src/main/storage/tables/recall-reader';
import { createMessageReader } from '../../src/main/storage/tables/message-reader';
import type { SessionId, UserId } from '../../src/shared/model/ids';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn } from '../fakes/whole-turn';

const question = 'Which instrument does she play?';
const answer = 'Her cello was in the hall.';

async function openWithChat() {
  const disk = await openEngineOnDisk();
  const { engine, userId, clock } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'user' });
  const write = (text: string) => appendTurn({ engine, userId, sessionId }, { text });
  for (let turn = 0; turn < 40; turn += 1) {
    clock.advance(60_000);
    await write(`The meeting number ${String(turn)} was moved to another room.`);
  }
  const recall = (as: UserId = userId, from: SessionId = sessionId) =>
    engine.recall({
      ...{ userId: as, sessionId: from, query: question, queryVector: { kind: 'none', reason: null } },
      ...{ userMessageId: null, settings: testSettings() },
    });
  return { disk, engine, userId, sessionId, write, recall };
}

describe('recall without an embedder', () => {
  it('finds what shares no word with the question by what its words mean, and says so', async () => {
    const { write, recall } = await openWithChat();
    await write(answer);
    const { candidates, mode } = await recall();
    expect(mode).toBe('keyword');
    expect(candidates[0]).toMatchObject({ excerpt: answer, bm25: null });
    expect(candidates[0]!.vector).toBeGreaterThan(candidates[1]!.vector ?? 1);
    const parts = candidates[0]!.parts.map(({ name }) => name);
    expect(parts).toContain('wordVector');
    expect(parts).not.toContain('vector');
  });

  it('learns of what is written, left out and forgotten after it first looked', async () => {
    const { engine, userId, sessionId, write, recall } = await openWithChat();
    const finds = async () => (await recall()).candidates.some(({ excerpt }) => excerpt === answer);
    expect(await finds()).toBe(false);
    const { message } = await write(answer);
    const where = { userId, sessionId, messageId: message.id };
    expect(await finds()).toBe(true);
    await engine.setExcluded({ ...where, excluded: true });
    expect(await finds()).toBe(false);
    await engine.setExcluded({ ...where, excluded: false });
    expect(await finds()).toBe(true);
    await engine.forgetMessages({ userId, sessionId, firstId: message.id, lastId: message.id });
    expect(await finds()).toBe(false);
  });

  it('brings nothing of another user’s', async () => {
    const { disk, engine, write, recall } = await openWithChat();
    await write(answer);
    await recall();
    const stranger = disk.addUser('Somebody else');
    const { id } = await engine.createSession({ userId: stranger, recallScope: 'user' });
    expect((await recall(stranger, id)).candidates).toEqual([]);
  });
});

/** The words of a disk's sessions, apart from its engine. */
function wordsOf(disk: EngineOnDisk, options: Partial<SessionWordsOptions> = {}) {
  const recall = createRecallReader(disk.database);
  const reader = createMessageReader(disk.database);
  return createSessionWords({
    load: loadWordVectors,
    recall: () => recall,
    depthOf: (userId, sessionId) => reader.depthOf(userId, sessionId),
    isOpen: () => disk.database.open,
    clock: disk.clock,
    logger: disk.logger,
    ...options,
  });
}

describe('the words of sessions', () => {
  it('are read as far as one question may wait, the newest first, and the rest when nobody waits', async () => {
    const { disk, userId, sessionId } = await openWithChat();
    const words = wordsOf(disk, { mostAtOnce: 1 });
    const query = (await words.vectors())!.of('meeting room')!;
    const imported = await disk.engine.importSessions({
      userId,
      sessions: [{ key: 'long', title: 'Long', messages: manyMessages(900) }],
    });
    const nearest = (sessions: readonly SessionId[]) =>
      words.nearest(userId, sessions, query, 2_000).map(({ seq }) => seq);
    const long = imported.added[0]!.id;
    const first = nearest([long]);
    expect(first).toHaveLength(200);
    disk.clock.advance(1);
    const all = nearest([long]);
    expect(all).toHaveLength(900);
    expect(Math.min(...first)).toBe(Math.max(...all) - 199);
    expect(nearest([sessionId])).toHaveLength(80);
  });

  it('are read ahead, and those for which there is no room are left out, so that none is read in vain', async () => {
    const { disk, userId, sessionId } = await openWithChat();
    const { added } = await disk.engine.importSessions({
      userId,
      sessions: ['one', 'two', 'three'].map((key) => ({ key, title: key, messages: manyMessages(300) })),
    });
    const sessions = [sessionId, ...added.map(({ id }) => id)];
    const words = wordsOf(disk, { maxBytes: 100_000 });
    const query = (await words.vectors())!.of('meeting room')!;
    const found = (from: readonly SessionId[]) => words.nearest(userId, from, query, 2_000).length;
    const waiting = disk.clock.waiting;
    for (const each of sessions) words.readAhead({ userId, sessionId: each });
    await words.vectors();
    for (let step = 0; step < 20; step += 1) disk.clock.advance(1);
    expect(disk.clock.waiting).toBe(waiting);
    expect(words.bytes).toBe((80 + 2 * 300) * 128);
    expect(found(sessions)).toBe(80 + 2 * 300);
    expect(disk.clock.waiting).toBe(waiting);
    for (const each of added) expect(found([each.id])).toBe(300);
    words.forgetUser(userId);
    expect(words.bytes).toBe(0);
  });

  it('are those of the user who asks, of what recall may find, and of what was said since', async () => {
    const { disk, engine, userId, sessionId, write } = await openWithChat();
    const words = wordsOf(disk);
    const query = (await words.vectors())!.of(question)!;
    const nearest = (as: UserId = userId) =>
      words.nearest(as, [sessionId], query, 2_000).map(({ seq }) => seq);
    const before = nearest();
    expect(before).toHaveLength(80);
    expect(nearest(disk.addUser('Somebody else'))).toEqual([]);
    const { message } = await write(answer);
    const seq = disk.database
      .prepare('SELECT seq FROM messages WHERE id = ?')
      .pluck()
      .get(message.id) as number;
    const where = { userId, sessionId };
    expect(nearest()).toEqual(before);
    words.changed(where, seq);
    expect(nearest()[0]).toBe(seq);
    await engine.setExcluded({ ...where, messageId: message.id, excluded: true });
    words.changed(where, seq);
    expect(nearest()).toEqual(before);
    words.forgetSession(where);
    expect(words.bytes).toBe(0);
  });

  it('of a session of which much was changed are read anew, no more at once than one question may wait for', async () => {
    const { disk, userId, sessionId } = await openWithChat();
    const words = wordsOf(disk, { mostAtOnce: 1 });
    const query = (await words.vectors())!.of(question)!;
    words.nearest(userId, [sessionId], query, 10);
    expect(words.bytes).toBeGreaterThan(0);
    for (let seq = 1; seq <= 201; seq += 1) words.changed({ userId, sessionId }, seq);
    expect(words.bytes).toBe(0);
  });

  it('are no longer read once nobody can ask', async () => {
    const { disk, userId } = await openWithChat();
    const { added } = await disk.engine.importSessions({
      userId,
      sessions: [{ key: 'long', title: 'Long', messages: manyMessages(900) }],
    });
    let isOpen = true;
    const words = wordsOf(disk, { isOpen: () => isOpen, clock: stepping(disk, () => (isOpen = false)) });
    words.readAhead({ userId, sessionId: added[0]!.id });
    await words.vectors();
    disk.clock.advance(10);
    expect(words.bytes).toBe(200 * 128);
  });

  it('are told of in the log, once, where the vectors cannot be read', async () => {
    const { disk } = await openWithChat();
    const words = wordsOf(disk, { load: () => Promise.reject(new Error('no such file')) });
    expect(await words.vectors()).toBeNull();
    expect(await words.vectors()).toBeNull();
    expect(disk.logger.lines.filter(({ message }) => message === 'word vectors not read')).toEqual([
      { level: 'warn', message: 'word vectors not read', fields: { error: 'no such file' } },
    ]);
  });
});

function manyMessages(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...{ role: 'user' as const, author: null, createdAt: index },
    content: `The meeting number ${String(index)} was held.`,
  }));
}

/** The clock of a disk, which does something after the first step that was put off. */
function stepping({ clock }: EngineOnDisk, then: () => void): SessionWordsOptions['clock'] {
  return {
    ...clock,
    after: (ms, action) =>
      clock.after(ms, () => {
        action();
        then();
      }),
  };
}
