import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/shared/model/session';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, newTurnId, summariseOnce } from '../fakes/whole-turn';
import { filesContaining } from '../storage/support/temporary-folder';

const settings = testSettings({ bufferMessageLimit: 2 });
const model = 'fake-8';

async function openWithTemporary() {
  const disk = await openEngineOnDisk();
  const session = await createTemporary(disk);
  const where = { userId: disk.userId, sessionId: session.id };
  return { disk, session, where, place: { engine: disk.engine, ...where } };
}

function createTemporary({ engine, userId }: EngineOnDisk, owner = userId): Promise<Session> {
  return engine.createSession({ userId: owner, recallScope: 'user', temporary: true });
}

async function embedAll(
  { engine }: EngineOnDisk,
  where: { userId: Session['userId']; sessionId: Session['id'] },
) {
  for (;;) {
    const chunks = await engine.pendingChunks({ ...where, model, limit: 50 });
    if (chunks.length === 0) return;
    const vectors = chunks.map((chunk) => hashVector(chunk.text, 8));
    await engine.storeVectors({ ...where, model, chunkIds: chunks.map(({ chunkId }) => chunkId), vectors });
  }
}

/** Everything a chat can do, each with the mark in it. */
async function useFully(disk: EngineOnDisk, session: Session, mark: string) {
  const { engine } = disk;
  const where = { userId: session.userId, sessionId: session.id };
  const place = { engine, ...where };
  await engine.writePrompt({ ...where, text: `${mark} prompt` });
  for (let index = 0; index < 6; index += 1) {
    const text = `${mark} The lighthouse of Porto was painted in ${String(1900 + index)}.`;
    await askTurn(place, { text, reply: `${mark} So it was.` }, settings);
  }
  await summariseOnce(place, settings);
  const asked = await askTurn(place, { text: `${mark} When was the lighthouse painted?` }, settings);
  await embedAll(disk, where);
  const queryVector = { kind: 'vector', model, values: hashVector(mark, 8) } as const;
  const recall = await engine.recall({ ...where, query: mark, queryVector, settings, userMessageId: null });
  await engine.completeSnapshot({
    userId: session.userId,
    turnId: asked.turnId,
    latencies: [],
    tokensReported: { prompt: 500, completion: 5 },
  });
  await engine.writeDraft({ ...where, text: `${mark} draft` });
  await engine.updateSession({ ...where, changes: { title: `${mark} title` } });
  return { asked, recall };
}

describe('a temporary chat', () => {
  it('works like any other: recall, search, summary, snapshots, prompt, draft, pages', async () => {
    const { disk, session, where } = await openWithTemporary();
    const { engine } = disk;
    const { asked, recall } = await useFully(disk, session, 'zqmark');
    expect(recall.mode).toBe('hybrid');
    expect(recall.candidates.filter(({ verdict }) => verdict === 'kept')).not.toEqual([]);
    expect(asked.context.messages[0]!.content).toMatch(/^zqmark prompt/);
    const hits = await engine.searchMessages({ ...where, query: 'lighthouse', limit: 50 });
    expect(hits.length).toBeGreaterThanOrEqual(7);
    expect(await engine.listSummaries(where)).toMatchObject([{ current: true }]);
    const [snapshot] = await engine.readSnapshots({ ...where, turnIds: [asked.turnId] });
    expect(snapshot).toMatchObject({ tokensReported: { prompt: 500 } });
    expect(snapshot!.blocks.every(({ text }) => text !== null)).toBe(true);
    expect(await engine.readDraft(where)).toBe('zqmark draft');
    const page = await engine.pageMessages({ ...where, anchor: { kind: 'newest' }, limit: 5 });
    expect(page).toMatchObject({ total: 14, hasEarlier: true });
    expect((await engine.previewContext({ ...where, settings })).parts).not.toEqual([]);
    expect(await engine.getSession(where)).toMatchObject({ title: 'zqmark title', temporary: true });
  });

  it.each([true, false])(
    'leaves nothing of it on disk when temporary is %s, and only then',
    async (temporary) => {
      const disk = await openEngineOnDisk();
      const { engine, userId } = disk;
      const session = await engine.createSession({ userId, recallScope: 'session', temporary });
      await useFully(disk, session, 'zqsecretmark');
      const found = (): boolean =>
        filesContaining(disk.folder, 'zqsecretmark').length +
          filesContaining(disk.folder, session.id).length >
        0;
      expect(found()).toBe(!temporary);
      await disk.restart();
      expect(found()).toBe(!temporary);
      expect(JSON.stringify(disk.logger.lines)).not.toContain('zqsecretmark');
    },
  );

  it('is marked as temporary wherever it comes out, and others never are', async () => {
    const { disk, session, where, place } = await openWithTemporary();
    const { engine, userId } = disk;
    const begin = {
      ...where,
      turnId: newTurnId(),
      text: 'Hello',
      replyProvenance: 'model',
      model: 'm',
    } as const;
    const begun = await engine.beginTurn(begin);
    const ending = { content: '', state: 'failed', error: null } as const;
    const finished = await engine.finishReply({ userId, replyId: begun.reply.id, ...ending });
    const again = { replyId: begun.reply.id, keepText: false, turnId: newTurnId() };
    const retried = await engine.retryTurn({ ...begin, ...again });
    await engine.finishReply({ userId, replyId: retried.reply.id, ...ending, state: 'stopped' });
    const updated = await engine.updateSession({ ...where, changes: { pinned: true } });
    const read = await engine.getSession(where);
    const stays = await engine.createSession({ userId, recallScope: 'session' });
    const { sessions } = await engine.listSessions({ userId, cursor: null, limit: 5 });
    const all = [session, begun.session, finished.session, retried.session, updated, read, sessions[0]!];
    expect(all.map((one) => [one.id, one.temporary])).toEqual(all.map(() => [session.id, true]));
    expect([stays.temporary, sessions[1]!.temporary]).toEqual([false, false]);
    await appendTurn(place, { text: 'Hello again' });
    expect(await engine.getSession(where)).toMatchObject({ title: 'Hello', messageCount: 4 });
  });

  it('goes by the prompt of all chats as it is and as it becomes, and by its own before that', async () => {
    const { disk, where, place } = await openWithTemporary();
    const { engine, userId } = disk;
    const ofAll = { userId, sessionId: null };
    const sent = async (): Promise<string> =>
      (await askTurn(place, { text: 'Hello' }, settings)).context.messages[0]!.content.split('\n\n')[0]!;
    await engine.writePrompt({ ...ofAll, text: 'Be brief.' });
    expect(await sent()).toBe('Be brief.');
    const second = await createTemporary(disk);
    const inSecond = await engine.readPrompt({ userId, sessionId: second.id });
    expect(inSecond).toEqual({ text: '', inherited: 'Be brief.', versions: [] });
    await engine.writePrompt({ ...where, text: 'Be kind.' });
    await engine.writePrompt({ ...ofAll, text: '' });
    expect(await sent()).toBe('Be kind.');
    expect((await engine.readPrompt(ofAll)).versions.map(({ text }) => text)).toEqual(['', 'Be brief.']);
  });

  it('has no job that anybody could run, and asks for no vectors', async () => {
    const { disk, place } = await openWithTemporary();
    const { engine, userId, clock } = disk;
    await appendTurn(place, { text: 'The lighthouse' });
    clock.advance(86_400_000);
    expect(await engine.claimJob({ now: clock.now() })).toBeNull();
    expect(await engine.nextJobAt({})).toBeNull();
    expect(await engine.listJobs({ userId })).toEqual([]);
    expect(await engine.enqueueMissingVectors({ model })).toBe(0);
    expect(await engine.countMissingVectors({ userId, model })).toEqual({ messages: 0, tokens: 0 });
  });

  it('sees nothing of other chats, nor they of it, whatever recall is set to', async () => {
    const { disk, session, where, place } = await openWithTemporary();
    const { engine, userId } = disk;
    const stays = await engine.createSession({ userId, recallScope: 'user' });
    await appendTurn({ engine, userId, sessionId: stays.id }, { text: 'The lighthouse is blue.', reply: '' });
    await appendTurn(place, { text: 'The lighthouse is red.', reply: '' });
    const updated = await engine.updateSession({
      ...where,
      changes: { recallScope: 'user', title: 'Lighthouse' },
    });
    expect([session.recallScope, updated.recallScope]).toEqual(['session', 'session']);
    const queryVector = { kind: 'none', reason: null } as const;
    const about = { userId, query: 'lighthouse', queryVector, userMessageId: null };
    const wide = { ...about, settings: testSettings({ bufferMessageLimit: 2 }) };
    const recalled = async (sessionId: Session['id']): Promise<readonly string[]> =>
      (await engine.recall({ ...wide, sessionId })).candidates.map(({ excerpt }) => excerpt);
    expect(await recalled(where.sessionId)).toEqual(['The lighthouse is red.']);
    expect(await recalled(stays.id)).toEqual(['The lighthouse is blue.']);
    const everywhere = { userId, sessionId: null, query: 'lighthouse', limit: 10 };
    expect((await engine.searchMessages(everywhere)).map(({ sessionId }) => sessionId)).toEqual([stays.id]);
    const titles = await engine.searchSessions({ userId, query: 'lighthouse', limit: 10 });
    expect(titles.map(({ id }) => id)).toEqual([stays.id]);
  });
});
