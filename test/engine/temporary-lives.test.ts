import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/shared/model/session';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, newTurnId } from '../fakes/whole-turn';

async function openWithTemporary() {
  const disk = await openEngineOnDisk();
  const session = await createTemporary(disk);
  const where = { userId: disk.userId, sessionId: session.id };
  return { disk, session, where, place: { engine: disk.engine, ...where } };
}

function createTemporary({ engine, userId }: EngineOnDisk, owner = userId): Promise<Session> {
  return engine.createSession({ userId: owner, recallScope: 'user', temporary: true });
}

describe('the list of chats', () => {
  it('has the living temporary chats in front of its first page, and on no other', async () => {
    const { disk, session } = await openWithTemporary();
    const { engine, userId, clock } = disk;
    const stored: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      clock.advance(1_000);
      stored.unshift((await engine.createSession({ userId, recallScope: 'session' })).id);
    }
    const newer = await createTemporary(disk);
    const first = await engine.listSessions({ userId, cursor: null, limit: 2 });
    expect(first.sessions.map(({ id }) => id)).toEqual([newer.id, session.id, ...stored.slice(0, 2)]);
    const second = await engine.listSessions({ userId, cursor: first.nextCursor, limit: 2 });
    expect(second).toMatchObject({ sessions: [{ id: stored[2] }], nextCursor: null });
    await engine.updateSession({ userId, sessionId: session.id, changes: { pinned: true } });
    const again = await engine.listSessions({ userId, cursor: null, limit: 1 });
    expect(again.sessions.map(({ id }) => id)).toEqual([session.id, newer.id, stored[0]]);
  });
});

describe('the end of a temporary chat', () => {
  it.each(['restart', 'kill'] as const)('comes with a %s: it is in no list, and not found', async (end) => {
    const { disk, where, place } = await openWithTemporary();
    await appendTurn(place, { text: 'The lighthouse' });
    await disk[end]();
    const { userId } = where;
    expect((await disk.engine.listSessions({ userId, cursor: null, limit: 5 })).sessions).toEqual([]);
    await expect(disk.engine.getSession(where)).rejects.toMatchObject({ kind: 'not-found' });
    expect(disk.database.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0);
  });

  it('comes when it is deleted, for good, and leaves the other ones alone', async () => {
    const { disk, where } = await openWithTemporary();
    const { engine, userId } = disk;
    const other = await createTemporary(disk);
    expect(await engine.deleteSession(where)).toBeNull();
    for (const method of ['getSession', 'restoreSession', 'deleteSession', 'readDraft'] as const) {
      await expect(engine[method](where)).rejects.toMatchObject({ kind: 'not-found' });
    }
    const { sessions } = await engine.listSessions({ userId, cursor: null, limit: 5 });
    expect(sessions.map(({ id }) => id)).toEqual([other.id]);
  });

  it('lets the calls that run in it finish, and finds nothing for those that come after', async () => {
    const { disk, where, place } = await openWithTemporary();
    const { engine, userId } = disk;
    await appendTurn(place, { text: 'The lighthouse' });
    const begin = {
      ...where,
      turnId: newTurnId(),
      text: 'And?',
      replyProvenance: 'model',
      model: 'm',
    } as const;
    const { reply } = await engine.beginTurn(begin);
    const running = engine.previewContext({ ...where, settings: testSettings() });
    await engine.deleteSession(where);
    expect((await running).parts).not.toEqual([]);
    const late = { userId, replyId: reply.id, content: 'Too late.' };
    expect(await engine.checkpointReply(late)).toBeNull();
    await expect(engine.finishReply({ ...late, state: 'done', error: null })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(
      await engine.completeSnapshot({ userId, turnId: begin.turnId, latencies: [], tokensReported: null }),
    ).toBe(null);
  });
});

describe('a temporary chat of another user', () => {
  it('is not found, not listed, and its reply cannot be written', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    const stranger = disk.addUser('Stranger');
    const theirs = await createTemporary(disk, stranger);
    const foreign = { userId, sessionId: theirs.id };
    await engine.writePrompt({ userId, sessionId: null, text: 'Mine.' });
    const begun = await engine.beginTurn({
      userId: stranger,
      sessionId: theirs.id,
      turnId: newTurnId(),
      text: 'The lighthouse',
      replyProvenance: 'model',
      model: 'm',
    });
    for (const method of ['getSession', 'deleteSession', 'readDraft', 'listSummaries'] as const) {
      await expect(engine[method](foreign)).rejects.toMatchObject({ kind: 'not-found' });
    }
    expect((await engine.listSessions({ userId, cursor: null, limit: 5 })).sessions).toEqual([]);
    const writing = { userId, replyId: begun.reply.id, content: 'Mine' };
    await engine.checkpointReply(writing);
    const finishing = engine.finishReply({ ...writing, state: 'done', error: null });
    await expect(finishing).rejects.toMatchObject({ kind: 'not-found' });
    const own = { userId: stranger, sessionId: theirs.id };
    const page = await engine.pageMessages({ ...own, anchor: { kind: 'newest' }, limit: 5 });
    expect(page.messages.at(-1)).toMatchObject({ content: '', state: 'streaming' });
    expect((await engine.readPrompt(own)).inherited).not.toBe('Mine.');
  });

  it('is not opened for somebody who is no user', async () => {
    const disk = await openEngineOnDisk();
    const nobody = '0190a000-0000-7000-8000-000000000009' as Session['userId'];
    await expect(createTemporary(disk, nobody)).rejects.toThrow('does not exist');
    const { sessions } = await disk.engine.listSessions({ userId: nobody, cursor: null, limit: 5 });
    expect(sessions).toEqual([]);
  });
});
