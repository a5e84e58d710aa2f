import { describe, expect, it } from 'vitest';
import type { Strategy } from '../../src/shared/model/session';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { allStrategies, testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, summariseOnce } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const none = { kind: 'none', reason: null } as const;
const budgets = { bufferMessageLimit: 4, recalledTokens: 600 };
const question = 'Which colour has the lighthouse of Porto?';

async function openWithHistory() {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place = { engine, userId, sessionId };
  const told = await appendTurn(place, { text: 'The lighthouse of Porto was painted green.' });
  for (let index = 0; index < 8; index += 1) {
    await appendTurn(place, { text: manyWords(30, index), reply: manyWords(30, index + 9) });
  }
  await summariseOnce(place, testSettings(budgets));
  disk.clock.advance(1_000);
  return { disk, engine, userId, place, told };
}

describe('a past turn asked again', () => {
  it.each(allStrategies)(
    'with the same settings is sent the same, by the strategy %s',
    async (strategy: Strategy) => {
      const { disk, engine, userId, place } = await openWithHistory();
      const settings = testSettings(budgets, { strategy });
      const asked = await askTurn(place, { text: question }, settings);
      // What is said and summed up later changes nothing of it.
      disk.clock.advance(1_000);
      for (let index = 0; index < 6; index += 1) {
        await appendTurn(place, { text: manyWords(20, index + 40), reply: manyWords(20, index + 60) });
      }
      await summariseOnce(place, testSettings(budgets));
      const turn = await engine.replayTurn({
        userId,
        turnId: asked.turnId,
        settings,
        queryVector: none,
        looksAgain: false,
      });
      expect(turn.lost).toEqual([]);
      expect(turn.tokensAfter).toBe(turn.tokensBefore);
      expect(turn.tokensBefore).toBe(asked.snapshot.tokensEstimated);
    },
  );

  it('with a smaller window loses sources and never takes more tokens; nothing of it is stored', async () => {
    const { disk, engine, userId, place, told } = await openWithHistory();
    const settings = testSettings(budgets, { strategy: 'hybrid' });
    const asked = await askTurn(place, { text: question }, settings);
    const stored = disk.database.prepare('SELECT body FROM snapshots').all();
    const about = { userId, turnId: asked.turnId, queryVector: none, looksAgain: false };
    for (const maxContextTokens of [8_000, 4_000, 2_000, 1_200]) {
      const smaller = testSettings({ ...budgets, maxContextTokens, replyReserveTokens: 300 });
      const turn = await engine.replayTurn({ ...about, settings: smaller });
      expect(turn.tokensAfter).toBeLessThanOrEqual(maxContextTokens - 300);
    }
    const windowOnly = await engine.replayTurn({
      ...about,
      settings: testSettings(budgets, { strategy: 'buffer' }),
    });
    expect(windowOnly.sources).toBeGreaterThan(0);
    expect(windowOnly.lost.map(({ messageId }) => messageId)).toContain(told.message.id);
    expect(disk.database.prepare('SELECT body FROM snapshots').all()).toEqual(stored);
  });

  it('is listed with its question, newest first, and not once it is deleted', async () => {
    const { engine, userId, place } = await openWithHistory();
    const settings = testSettings(budgets);
    await askTurn(place, { text: question }, settings);
    const second = await askTurn(place, { text: 'And how high is it?' }, settings);
    const turns = await engine.listPastTurns({ userId, sessionId: place.sessionId, limit: 10 });
    expect(turns.map((turn) => turn.question)).toEqual(['And how high is it?', question]);
    expect(await engine.listPastTurns({ userId, sessionId: null, limit: 1 })).toHaveLength(1);
    await engine.forgetMessages({ ...place, firstId: second.questionId, lastId: second.replyId });
    expect(await engine.listPastTurns({ userId, sessionId: null, limit: 10 })).toHaveLength(1);
    const gone = { userId, turnId: second.turnId, settings, queryVector: none, looksAgain: false };
    await expect(engine.replayTurn(gone)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a case of one’s own', () => {
  it('passes or fails with the settings it is run with, by message and by words', async () => {
    const { engine, userId, place, told } = await openWithHistory();
    const asked = await askTurn(place, { text: question }, testSettings(budgets));
    const about = { userId, replyId: asked.replyId };
    const [byMessage] = await engine.addCase({ ...about, expectedId: told.message.id, words: null });
    expect(byMessage).toMatchObject({ question: { excerpt: question }, expected: { position: 1 } });
    const all = await engine.addCase({ ...about, expectedId: null, words: ' painted  GREEN ' });
    const byWords = all.find(({ words }) => words !== null)!;
    const run = (id: string, strategy: Strategy) =>
      engine.runCase({
        userId,
        id,
        settings: testSettings(budgets, { strategy }),
        queryVector: none,
        looksAgain: false,
      });
    expect(await run(byMessage!.id, 'hybrid')).toMatchObject({ outcome: 'sent', place: 'recalled', rank: 1 });
    expect(await run(byWords.id, 'retrieval')).toMatchObject({ outcome: 'sent', place: 'recalled' });
    expect(await run(byMessage!.id, 'buffer')).toMatchObject({ outcome: 'missing', place: null });
    expect(await run(byWords.id, 'summary')).toMatchObject({ outcome: 'summary' });
  });

  it('is found but not sent where the budget has no room for it', async () => {
    const { engine, userId, place, told } = await openWithHistory();
    const asked = await askTurn(place, { text: question }, testSettings(budgets));
    const [one] = await engine.addCase({
      userId,
      replyId: asked.replyId,
      expectedId: told.message.id,
      words: null,
    });
    const settings = testSettings({ ...budgets, retrievalTopK: 1, recalledTokens: 0 });
    const result = await engine.runCase({
      userId,
      id: one!.id,
      settings,
      queryVector: none,
      looksAgain: false,
    });
    expect(result).toMatchObject({ outcome: 'found', rank: 1, verdict: 'over-budget' });
  });

  it('is deleted, goes with what it is about, and needs words or a message', async () => {
    const { disk, engine, userId, place, told } = await openWithHistory();
    const asked = await askTurn(place, { text: question }, testSettings(budgets));
    const about = { userId, replyId: asked.replyId };
    await expect(engine.addCase({ ...about, expectedId: null, words: ' ' })).rejects.toMatchObject({
      kind: 'bad-input',
    });
    const [one] = await engine.addCase({ ...about, expectedId: told.message.id, words: null });
    expect(await engine.deleteCase({ userId, id: one!.id })).toEqual([]);
    await expect(engine.deleteCase({ userId, id: one!.id })).rejects.toMatchObject({ kind: 'not-found' });
    await engine.addCase({ ...about, expectedId: told.message.id, words: null });
    await engine.forgetMessages({ ...place, firstId: told.message.id, lastId: told.message.id });
    expect(await engine.listCases({ userId })).toEqual([]);
    await engine.eraseForgotten({ before: null });
    expect(disk.database.prepare('SELECT count(*) FROM recall_cases').pluck().get()).toBe(0);
  });
});

describe('what is forgotten', () => {
  it('is looked for in cases too, which can be forgotten with it', async () => {
    const { engine, userId, place, told } = await openWithHistory();
    const asked = await askTurn(place, { text: question }, testSettings(budgets));
    const words = 'The lighthouse of Porto was painted green';
    const [one] = await engine.addCase({ userId, replyId: asked.replyId, expectedId: null, words });
    await engine.forgetMessages({ ...place, firstId: told.message.id, lastId: told.message.id });
    await engine.eraseForgotten({ before: null });
    const [report] = await engine.listForgets({ userId });
    const held = report!.places.find(({ kind }) => kind === 'case');
    expect(held).toMatchObject({ excerpt: words, canForget: true });
    const about = { userId, sessionId: report!.sessionId, forgetId: report!.id };
    const after = await engine.forgetPlaces({ ...about, placeIds: [held!.id] });
    expect(after.places.some(({ kind }) => kind === 'case')).toBe(false);
    expect((await engine.listCases({ userId })).map(({ id }) => id)).not.toContain(one!.id);
  });
});
