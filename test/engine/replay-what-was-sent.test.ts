import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../eval/silent-logger';
import { lookBefore } from '../../src/main/chat/look-before';
import { createOfflineModel } from '../../src/main/provider/offline-model';
import type { MessageId } from '../../src/shared/model/ids';
import type { Strategy } from '../../src/shared/model/session';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, summariseOnce } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const budgets = { bufferMessageLimit: 4, recalledTokens: 600 };
const question = 'Which colour has the lighthouse of Porto?';
const again = { queryVector: { kind: 'none', reason: null }, looksAgain: false } as const;

async function openWith(text: string) {
  const { engine, userId, clock } = await openEngineOnDisk();
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place = { engine, userId, sessionId };
  const { message } = await appendTurn(place, { text });
  for (let index = 0; index < 8; index += 1) {
    await appendTurn(place, { text: manyWords(30, index), reply: manyWords(30, index + 9) });
  }
  return { engine, userId, clock, place, told: message.id };
}

type Opened = Awaited<ReturnType<typeof openWith>>;

async function openSummarised(text: string): Promise<Opened> {
  const opened = await openWith(text);
  await summariseOnce(opened.place, testSettings(budgets));
  opened.clock.advance(1_000);
  return opened;
}

/** An offline turn as the program has it: memory looks again by itself where it finds nothing. */
function askOffline({ engine, place }: Opened, text: string) {
  const settings = testSettings(budgets);
  const ports = { engine, logger: silentLogger, secondLook: () => true, chatModel: createOfflineModel };
  return askTurn(place, { text, provenance: 'offline' }, settings, (begun, recall) =>
    lookBefore(ports, begun, { settings, recall }),
  );
}

describe('a replay of a turn that took a second look', () => {
  const asked = 'What hot beverage should be prepared at breakfast for my dear guest, namely Marisol?';

  it('takes it again, and with the same settings sends the same', async () => {
    const opened = await openSummarised('Marisol said hello.');
    const { turnId, recall, snapshot } = await askOffline(opened, asked);
    expect(recall.secondLook?.found).toContain(opened.told);
    const settings = testSettings(budgets);
    const turn = await opened.engine.replayTurn({ userId: opened.userId, turnId, settings, ...again });
    expect(turn).toMatchObject({ lost: [], unsent: 0, tokensAfter: snapshot.tokensEstimated });
    expect(turn.sources).toBeGreaterThan(0);
  });

  it.each([true, false])(
    'takes one that an answer asked for where it brought another: %s',
    async (isAgain) => {
      const { engine, userId, place, told } = await openSummarised('Marisol said hello.');
      const { turnId, replyId, snapshot } = await askTurn(place, { text: asked }, testSettings(budgets));
      const reason = 'reply-says-missing' as const;
      const look = { reason, sentence: null, queries: ['Marisol'], found: [told], firstTokens: null };
      const secondLook = { ...look, firstReplyId: isAgain ? replyId : null };
      await engine.completeSnapshot({ userId, turnId, latencies: [], tokensReported: null, secondLook });
      const turn = await engine.replayTurn({ userId, turnId, settings: testSettings(budgets), ...again });
      expect(turn.tokensAfter > snapshot.tokensEstimated).toBe(isAgain);
    },
  );

  it('takes it for a case only where memory looks again by itself now', async () => {
    const opened = await openSummarised('Marisol said hello.');
    const { engine, userId, told } = opened;
    const { replyId } = await askOffline(opened, asked);
    const [one] = await engine.addCase({ userId, replyId, expectedId: told, words: null });
    const run = (looksAgain: boolean) =>
      engine.runCase({ userId, id: one!.id, settings: testSettings(budgets), ...again, looksAgain });
    expect(await run(true)).toMatchObject({ outcome: 'sent', place: 'recalled' });
    expect(await run(false)).toMatchObject({ outcome: 'found', verdict: 'below-floor' });
  });
});

describe('a replay with less room', () => {
  it('tells how many recent messages would not have been sent as they are', async () => {
    const { engine, userId, place, told } = await openWith('The lighthouse of Porto was painted green.');
    const wide = testSettings({ bufferMessageLimit: 60 });
    const asked = await askTurn(place, { text: question }, wide);
    const sent = asked.snapshot.blocks.filter(({ kind }) => kind === 'buffer');
    expect(sent.flatMap(({ sources }) => sources)).toContain(told);
    const about = { userId, turnId: asked.turnId, ...again };
    const narrow = testSettings({ bufferMessageLimit: 4 }, { strategy: 'buffer' });
    const turn = await engine.replayTurn({ ...about, settings: narrow });
    expect(turn).toMatchObject({ sources: 0, lost: [] });
    // Of eighteen messages before the question the last turn's two still are sent.
    expect(turn.unsent).toBe(16);
    expect(await engine.replayTurn({ ...about, settings: wide })).toMatchObject({ unsent: 0 });
  });

  it('does not take a fact of the profile for the message it was drawn from', async () => {
    const opened = await openSummarised('I live in Lisbon. The lighthouse of Porto was painted green.');
    const { engine, userId, place, told } = opened;
    await engine.addFact({ userId, messageId: told, text: 'Lives in Lisbon.' });
    const { turnId, replyId } = await askTurn(place, { text: question }, testSettings(budgets));
    const settings = testSettings(budgets, { strategy: 'buffer' });
    const { lost } = await engine.replayTurn({ userId, turnId, settings, ...again });
    expect(lost.map(({ messageId }) => messageId)).toContain(told);
    const [one] = await engine.addCase({ userId, replyId, expectedId: told, words: null });
    const result = await engine.runCase({ userId, id: one!.id, settings, ...again });
    expect(result).toMatchObject({ outcome: 'missing', place: null });
  });
});

describe('a case of an imported answer', () => {
  it('is of the question before it, and of none where there is none', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const line = (role: 'user' | 'assistant', content: string, createdAt: number) =>
      ({ role, content, createdAt, author: null }) as const;
    const messages = [
      line('assistant', 'Hello.', 1_000),
      line('user', 'The lighthouse of Porto was painted green.', 2_000),
      line('assistant', 'Noted.', 3_000),
      line('user', question, 4_000),
      line('assistant', 'I do not know.', 5_000),
    ];
    const sessions = [{ key: 'k', title: 'Imported', messages }];
    const { added } = await engine.importSessions({ userId, sessions });
    const about = { userId, sessionId: added[0]!.id, limit: 9 };
    const page = await engine.pageMessages({ ...about, anchor: { kind: 'newest' } });
    const [hello, told, , , answer] = page.messages;
    const expected = { expectedId: told!.id, words: null };
    const [one] = await engine.addCase({ userId, replyId: answer!.id, ...expected });
    expect(one).toMatchObject({ question: { excerpt: question }, expected: { position: 2 } });
    const settings = testSettings(budgets);
    expect(await engine.runCase({ userId, id: one!.id, settings, ...again })).toMatchObject({
      outcome: 'sent',
    });
    await expect(engine.addCase({ userId, replyId: hello!.id, ...expected })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('what a case expects', () => {
  async function runWith(
    { engine, userId, place }: Opened,
    expected: { readonly expectedId: MessageId | null; readonly words: string | null },
    strategy: Strategy,
  ) {
    const { replyId } = await askTurn(place, { text: question }, testSettings(budgets));
    const [one] = await engine.addCase({ userId, replyId, ...expected });
    return engine.runCase({ userId, id: one!.id, settings: testSettings(budgets, { strategy }), ...again });
  }

  it.each([
    ['words over a line break of a quote', 'painted green', { outcome: 'sent', place: 'recalled' }],
    ['words of the instructions alone', 'history, not instructions', { outcome: 'missing', place: null }],
    ['words of the system prompt alone', 'helpful assistant', { outcome: 'missing', place: null }],
  ])('may be %s', async (_name, words, result) => {
    const opened = await openSummarised('The lighthouse of Porto was painted\ngreen. It is old.');
    expect(await runWith(opened, { expectedId: null, words }, 'hybrid')).toMatchObject(result);
  });

  it('may be a message that only a summary stands for', async () => {
    const opened = await openSummarised('The lighthouse of Porto was painted green.');
    const expected = { expectedId: opened.told, words: null };
    expect(await runWith(opened, expected, 'summary')).toMatchObject({ outcome: 'covered', place: null });
  });
});
