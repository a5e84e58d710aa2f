import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, newTurnId, summariseOnce } from '../fakes/whole-turn';
import { manyWords } from './random-words';

async function openWithSession() {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const begin = (text: string) =>
    disk.engine.beginTurn({
      userId: disk.userId,
      sessionId,
      turnId: newTurnId(),
      text,
      replyProvenance: 'model',
      model: 'gpt-4o',
    });
  const place = () => ({ engine: disk.engine, userId: disk.userId, sessionId });
  return { disk, sessionId, begin, place };
}

describe('nothing is lost', () => {
  it('when the process is killed while a reply streams: it ends as stopped with the text so far', async () => {
    const { disk, begin, place } = await openWithSession();
    const { reply } = await begin('Tell me of the lighthouse.');
    await disk.engine.checkpointReply({
      ...place(),
      replyId: reply.id,
      content: 'The lighthouse burned down',
    });
    await disk.kill();
    const page = await disk.engine.pageMessages({ ...place(), anchor: { kind: 'newest' }, limit: 10 });
    expect(page.messages.map(({ content, state }) => [content, state])).toEqual([
      ['Tell me of the lighthouse.', 'done'],
      ['The lighthouse burned down', 'stopped'],
    ]);
    expect(page.messages[1]!.error?.kind).toBe('cancelled');
  });

  it('of the words an interrupted reply has said: they are found like any other', async () => {
    const { disk, sessionId, begin, place } = await openWithSession();
    const { reply } = await begin('Tell me more.');
    await disk.engine.checkpointReply({
      ...place(),
      replyId: reply.id,
      content: 'The lighthouse burned down',
    });
    await disk.kill();
    const query = { userId: disk.userId, sessionId, query: 'lighthouse', limit: 5 };
    expect((await disk.engine.searchMessages(query)).map((hit) => hit.messageId)).toEqual([reply.id]);
    const model = 'fake-8';
    const chunks = await disk.engine.pendingChunks({ ...place(), model, limit: 10 });
    expect(chunks.map((chunk) => chunk.text)).toContain('Assistant: The lighthouse burned down');
  });

  it('when a chat is deleted while it answers: restored, it goes on', async () => {
    const { disk, sessionId, begin, place } = await openWithSession();
    const { reply } = await begin('Go on.');
    await disk.engine.checkpointReply({ ...place(), replyId: reply.id, content: 'So far' });
    await disk.engine.deleteSession({ userId: disk.userId, sessionId });
    await disk.engine.restoreSession({ userId: disk.userId, sessionId });
    const page = await disk.engine.pageMessages({ ...place(), anchor: { kind: 'newest' }, limit: 1 });
    expect(page.messages[0]).toMatchObject({ content: 'So far', state: 'stopped' });
    await expect(begin('Still there?')).resolves.toBeDefined();
  });

  it('of a streaming reply: its stored text only grows', async () => {
    const { disk, begin, place } = await openWithSession();
    const { reply } = await begin('Count.');
    await disk.engine.checkpointReply({ ...place(), replyId: reply.id, content: 'One two' });
    const shrink = disk.engine.checkpointReply({ ...place(), replyId: reply.id, content: 'One' });
    await expect(shrink).rejects.toThrow(/only grow/);
  });

  it('of a finished reply: a late checkpoint or a second end changes nothing', async () => {
    const { disk, begin, place } = await openWithSession();
    const { reply } = await begin('Count.');
    const ending = { ...place(), replyId: reply.id, state: 'done', error: null } as const;
    await disk.engine.finishReply({ ...ending, content: 'One' });
    await disk.engine.checkpointReply({ ...place(), replyId: reply.id, content: 'One two' });
    await expect(disk.engine.finishReply({ ...ending, content: 'One three' })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const page = await disk.engine.pageMessages({ ...place(), anchor: { kind: 'newest' }, limit: 1 });
    expect(page.messages[0]!.content).toBe('One');
  });
});

describe('the old summary stays in force', () => {
  it.each(['', '   ', '\n\t '])('when the new one is %j', async (text) => {
    const { disk, sessionId, place } = await openWithSession();
    const settings = testSettings({ bufferMessageLimit: 4 });
    for (let index = 0; index < 4; index += 1) await appendTurn(place(), { text: manyWords(20, index) });
    expect(await summariseOnce(place(), settings)).toBe(true);
    for (let index = 4; index < 9; index += 1) await appendTurn(place(), { text: manyWords(20, index) });
    const plan = (await disk.engine.planSummary({ ...place(), settings }))!;
    const committed = disk.engine.commitSummary({
      ...place(),
      plan,
      text,
      origin: 'model',
      model: 'gpt-4o',
      settings,
    });
    await expect(committed).rejects.toBeInstanceOf(AppError);
    await disk.kill();
    const summaries = await disk.engine.listSummaries({ userId: disk.userId, sessionId });
    expect(summaries.map(({ version, current }) => [version, current])).toEqual([[1, true]]);
  });
});
