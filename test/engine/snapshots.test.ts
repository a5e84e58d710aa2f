import { describe, expect, it } from 'vitest';
import { readSnapshot } from '../../src/main/storage/tables/snapshot-body';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, newTurnId, summariseOnce } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const settings = testSettings({ bufferMessageLimit: 4, recalledTokens: 500 });

async function openWithHistory() {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const where = { userId: disk.userId, sessionId };
  const place = () => ({ engine: disk.engine, ...where });
  const long = `${manyWords(400, 3)} The lighthouse of Porto is green. ${manyWords(400, 4)}`;
  await appendTurn(place(), { text: 'The lighthouse of Porto was painted green.', reply: long });
  for (let index = 0; index < 8; index += 1)
    await appendTurn(place(), { text: manyWords(30, index), reply: manyWords(30, index + 9) });
  await summariseOnce(place(), settings);
  return { disk, where, place };
}

describe('a snapshot', () => {
  it('read later shows every block as it was sent, though their words are stored but once', async () => {
    const { disk, where, place } = await openWithHistory();
    const asked = await askTurn(place(), { text: 'What colour is the lighthouse of Porto?' }, settings);
    expect(asked.snapshot.blocks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['system', 'summary', 'recalled', 'buffer']),
    );
    const stored = disk.database.prepare('SELECT body FROM snapshots').pluck().get() as string;
    const withText = readSnapshot(stored).blocks.filter(({ text }) => text !== null);
    expect(withText.map(({ kind }) => kind)).toEqual(['system']);
    await disk.restart();
    const [read] = await disk.engine.readSnapshots({ ...where, turnIds: [asked.turnId] });
    expect(read!.blocks.map(({ text }) => text)).toEqual(
      asked.context.messages.map(({ content }) => content),
    );
  });

  it('keeps the counts of a message that is gone, and no words', async () => {
    const { disk, where, place } = await openWithHistory();
    const asked = await askTurn(place(), { text: 'Forget me not' }, settings);
    disk.database.exec('PRAGMA foreign_keys = OFF');
    disk.database.prepare('DELETE FROM messages WHERE id = ?').run(asked.questionId);
    const [read] = await disk.engine.readSnapshots({ ...where, turnIds: [asked.turnId] });
    expect(read!.blocks.at(-1)).toMatchObject({ text: null, tokens: asked.snapshot.blocks.at(-1)!.tokens });
    expect(JSON.stringify(read!.blocks)).not.toContain('Forget me not');
  });

  it('is the last turn’s when none is named, and numbers the turns', async () => {
    const { disk, where, place } = await openWithHistory();
    const first = await askTurn(place(), { text: 'One' }, settings);
    const second = await askTurn(place(), { text: 'Two' }, settings);
    expect([first, second].map(({ snapshot }) => snapshot.turnNumber)).toEqual([10, 11]);
    const [last] = await disk.engine.readSnapshots({ ...where, turnIds: null });
    expect(last!.turnId).toBe(second.turnId);
    const both = await disk.engine.readSnapshots({ ...where, turnIds: [first.turnId, second.turnId] });
    expect(both.map(({ turnId }) => turnId)).toEqual([first.turnId, second.turnId]);
  });

  it('is that of the shown version where there are several', async () => {
    const { disk, where, place } = await openWithHistory();
    const first = await askTurn(place(), { text: 'Which colour?' }, settings);
    const edit = { ...where, turnId: newTurnId(), messageId: first.questionId, text: 'Which height?' };
    const begun = await disk.engine.editTurn({ ...edit, replyProvenance: 'model', model: 'gpt-4o' });
    await disk.engine.finishReply({
      ...where,
      replyId: begun.reply.id,
      content: 'High.',
      state: 'done',
      error: null,
    });
    expect(await disk.engine.readSnapshots({ ...where, turnIds: null })).toEqual([]);
    await disk.engine.stepVersion({ ...where, messageId: begun.message.id, step: -1 });
    const [shown] = await disk.engine.readSnapshots({ ...where, turnIds: null });
    expect(shown!.turnId).toBe(first.turnId);
  });

  it('takes what is known only at the end', async () => {
    const { disk, where, place } = await openWithHistory();
    const { turnId } = await askTurn(place(), { text: 'One' }, settings);
    const tokensReported = { prompt: 10, completion: 2 };
    const latencies = [{ step: 'reply', ms: 12 }] as const;
    const done = await disk.engine.completeSnapshot({
      userId: where.userId,
      turnId,
      latencies,
      tokensReported,
    });
    expect(done).toMatchObject({ tokensReported, latencies });
    const [read] = await disk.engine.readSnapshots({ ...where, turnIds: null });
    expect(read).toMatchObject({ tokensReported, latencies });
  });

  it.each([
    ['as it is written now', ''],
    // Before version 12 a row of `snapshot_sources` stood for each message of a buffer.
    ['as an earlier version wrote it', 'UPDATE snapshots SET buffer_first = NULL, buffer_last = NULL'],
  ])('keeps neither id nor hash of a message of its buffer that was erased: %s', async (_name, before) => {
    const disk = await openEngineOnDisk();
    const { engine, userId, database } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const where = { userId, sessionId };
    const place = { engine, ...where };
    const first = await askTurn(place, { text: 'My door code is 4471.' }, settings);
    const later = await askTurn(place, { text: 'What is it for?' }, settings);
    const blockOf = (blocks: typeof later.snapshot.blocks) =>
      blocks.findIndex(({ kind, sources }) => kind === 'buffer' && sources.includes(first.questionId));
    const block = blockOf(later.snapshot.blocks);
    const { hash } = later.snapshot.blocks[block]!;
    if (before !== '') {
      database.exec(before);
      const note = database.prepare(`INSERT INTO snapshot_sources VALUES (?, ?, 'buffer')`);
      note.run(later.turnId, first.questionId);
    }
    const [firstId, lastId] = [first.questionId, first.replyId];
    await engine.forgetMessages({ ...where, firstId, lastId });
    await engine.eraseForgotten({ before: null });
    const [read] = await engine.readSnapshots({ ...where, turnIds: [later.turnId] });
    expect(blockOf(read!.blocks)).toBe(-1);
    expect(read!.blocks[block]).toMatchObject({ sources: [], hash: '', text: null });
    const bodies = database.prepare('SELECT body FROM snapshots').pluck().all() as string[];
    for (const body of bodies) {
      expect(body).not.toContain(hash);
      expect(body.replaceAll(`"userMessageId":"${firstId}"`, '')).not.toContain(firstId);
    }
  });

  it('of an empty chat is none', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    expect(await engine.readSnapshots({ userId, sessionId, turnIds: null })).toEqual([]);
  });
});

describe('the preview of the next context', () => {
  it('is inside the budget in every chat, empty ones too, and tells what waits', async () => {
    const { disk, where } = await openWithHistory();
    const preview = await disk.engine.previewContext({ ...where, settings });
    const used = preview.parts.reduce((sum, { tokens }) => sum + tokens, 0);
    expect(used).toBeLessThanOrEqual(7_000);
    expect(preview.parts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['system', 'summary', 'buffer']),
    );
    expect(preview.waitingMessages).toBeGreaterThan(0);
    const { id: sessionId } = await disk.engine.createSession({
      userId: where.userId,
      recallScope: 'session',
    });
    const empty = await disk.engine.previewContext({ userId: where.userId, sessionId, settings });
    expect(empty.waitingMessages).toBe(0);
  });
});
