import { describe, expect, it } from 'vitest';
import { beginTurn, runTurn } from '../../src/main/chat/turn';
import { createOfflineModel } from '../../src/main/provider/offline-model';
import type { ChatModel } from '../../src/main/memory/ports/chat-model';
import { AppError } from '../../src/shared/errors';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { createScriptedModel } from '../fakes/scripted-model';
import { createTurnPorts } from '../fakes/turn-ports';
import { appendTurn, newTurnId } from '../fakes/whole-turn';

const question =
  'Regarding the long and winding matter of those documents we keep putting off, has Marek settled it?';
const fact = 'Marek signs the papers on 14 March.';
const missing = 'I don’t have any information about that.';
const settings = testSettings({ bufferMessageLimit: 2 }, { strategy: 'retrieval' });

type Options = NonNullable<Parameters<typeof createTurnPorts>[2]>;

/** A chat whose fact is out of the buffer, and which the first recall misses. */
async function openChat(model: ChatModel, options: Options = {}) {
  const disk = await openEngineOnDisk();
  const { userId, engine } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place = { engine, userId, sessionId };
  for (const text of [fact, 'The weather is fine.', 'Let us talk of bread.', 'And of salt.']) {
    await appendTurn(place, { text, reply: 'Noted.', provenance: 'offline' });
    disk.clock.advance(60_000);
  }
  // The first recall finds nothing: the question buries the one word it shares with the fact.
  const missingFirst: Options = {
    settings,
    ...options,
    engine: {
      recall: async (input) => {
        const report = await engine.recall(input);
        if (input.query !== question) return report;
        const candidates = report.candidates.map((each) => ({
          ...each,
          verdict: 'below-floor' as const,
          score: 0,
        }));
        return { ...report, candidates };
      },
      ...options.engine,
    },
  };
  const ports = createTurnPorts(disk, model, missingFirst);
  const turnId = newTurnId();
  const run = async (text = question): Promise<void> => {
    const turn = await beginTurn(ports, { userId, sessionId, turnId, text });
    await runTurn(ports, turn, new AbortController().signal);
  };
  const newest = async () =>
    (await engine.pageMessages({ ...place, anchor: { kind: 'newest' }, limit: 50 })).messages;
  const snapshot = async () => (await engine.readSnapshots({ userId, sessionId, turnIds: [turnId] }))[0]!;
  return { disk, place, ports, run, newest, snapshot, turnId };
}

/** Says first what the test says, and afterwards another thing. */
function twice(first: string, second: string): ReturnType<typeof createScriptedModel> {
  const said: string[] = [];
  const model = createScriptedModel([() => said.push(''), { kind: 'usage', prompt: 900, completion: 10 }]);
  return {
    ...model,
    async *stream(request) {
      for await (const chunk of model.stream(request)) yield chunk;
      yield { kind: 'text', text: said.length === 1 ? first : second };
    },
  };
}

describe('a reply that says information is missing', () => {
  it('is given up for a second one, from what a second recall finds, once', async () => {
    const model = twice(missing, 'Marek signs them on 14 March. I don’t know the hour.');
    const { ports, run, newest, snapshot, place, turnId } = await openChat(model);
    await run();
    expect(model.requests).toHaveLength(2);
    expect(JSON.stringify(model.requests[0]!.messages)).not.toContain(fact);
    expect(JSON.stringify(model.requests[1]!.messages)).toContain(fact);
    const messages = await newest();
    expect(messages).toHaveLength(10);
    expect(messages.at(-1)).toMatchObject({ state: 'done', turnId });
    expect(messages.at(-1)!.content).toContain('14 March');
    const first = await place.engine.readFirstAnswer({ ...place, turnId });
    expect(first).toMatchObject({ content: missing, state: 'done', parentId: messages.at(-1)!.parentId });
    const { recall, latencies } = await snapshot();
    expect(recall!.secondLook).toMatchObject({
      reason: 'reply-says-missing',
      firstReplyId: first!.id,
      firstTokens: { reported: { prompt: 900, completion: 10 } },
    });
    expect(recall!.secondLook!.queries).toContain('Marek');
    expect(recall!.secondLook!.firstTokens!.estimated).toBeGreaterThan(0);
    const brought = recall!.candidates.filter(({ isSecondLook }) => isSecondLook === true);
    expect(brought.map(({ messageId }) => messageId)).toEqual(recall!.secondLook!.found);
    expect(latencies.map(({ step }) => step)).toEqual([
      'embed',
      'recall',
      'second-look',
      'build',
      'first-token',
      'reply',
    ]);
    expect(ports.turnEvents().map(({ kind }) => kind)).toEqual([
      'context',
      'delta',
      'again',
      'context',
      'delta',
      'done',
    ]);
  });

  it('is kept in the log, never indexed, and never sent again', async () => {
    const model = twice(missing, 'On 14 March.');
    const { disk, run, place } = await openChat(model);
    await run();
    const stored = disk.database
      .prepare(
        'SELECT content, superseded_at, search_text, on_path FROM messages WHERE superseded_at IS NOT NULL',
      )
      .all();
    expect(stored).toEqual([
      { content: missing, superseded_at: disk.clock.now(), search_text: null, on_path: 0 },
    ]);
    const chunks = await place.engine.pendingChunks({ ...place, model: 'fake-8', limit: 100 });
    expect(chunks.some(({ text }) => text.includes('any information'))).toBe(false);
    const found = await place.engine.searchMessages({ ...place, query: 'information about', limit: 10 });
    expect(found).toEqual([]);
    await disk.restart();
    const { messages } = await disk.engine.pageMessages({ ...place, anchor: { kind: 'newest' }, limit: 50 });
    expect(messages.some(({ content }) => content === missing)).toBe(false);
  });

  it('stands where nothing new is found, and the snapshot says that it was tried', async () => {
    const model = twice(missing, 'never said');
    const { run, newest, snapshot } = await openChat(model);
    await run('Has Quetzalcoatl settled it?');
    expect(model.requests).toHaveLength(1);
    expect((await newest()).at(-1)!.content).toBe(missing);
    expect((await snapshot()).recall!.secondLook).toMatchObject({
      found: [],
      firstReplyId: null,
      firstTokens: null,
    });
  });

  it.each([
    ['it is switched off', { secondLook: false }],
    [
      'the strategy does not recall',
      { settings: testSettings({ bufferMessageLimit: 2 }, { strategy: 'summary' }) },
    ],
  ] as const)('stands where %s', async (_why, options) => {
    const model = twice(missing, 'never said');
    const { run, newest, snapshot } = await openChat(model, options);
    await run();
    expect((await newest()).at(-1)!.content).toBe(missing);
    expect((await snapshot()).recall?.secondLook).toBeUndefined();
  });

  it('stands where the second recall fails', async () => {
    const model = twice(missing, 'never said');
    const disk = await openChat(model, {
      engine: {
        recall: async ({ query, settings: { budgets } }) => {
          if (query !== question) throw new AppError('server', 'Gone.');
          const { retrievalTopK: topK, recalledTokens: tokenBudget } = budgets;
          return { query, candidates: [], floor: 0, topK, tokenBudget, mode: 'keyword', degraded: null };
        },
      },
    });
    await disk.run();
    expect((await disk.newest()).at(-1)).toMatchObject({ content: missing, state: 'done' });
  });

  it('keeps both where the second answer fails: the first in the log, the second as failed', async () => {
    let asked = 0;
    const model = createScriptedModel([
      () => {
        asked += 1;
        if (asked === 2) throw new AppError('server', 'The server is down.', { retryable: true });
      },
      missing,
    ]);
    const { run, newest, place, turnId } = await openChat(model);
    await run();
    expect((await newest()).at(-1)).toMatchObject({ content: '', state: 'failed' });
    expect(await place.engine.readFirstAnswer({ ...place, turnId })).toMatchObject({ content: missing });
  });
});

describe('without a model', () => {
  it('memory looks again before the reply when nothing is above the floor', async () => {
    const { run, newest, snapshot } = await openChat(createOfflineModel());
    await run();
    expect((await newest()).at(-1)!.content).toContain(fact);
    expect((await snapshot()).recall!.secondLook).toMatchObject({
      reason: 'nothing-found',
      firstReplyId: null,
    });
  });

  it('it does not where something is, nor where it is switched off', async () => {
    const found = await openChat(createOfflineModel());
    await found.run('When does Marek sign the papers?');
    expect((await found.snapshot()).recall!.secondLook).toBeUndefined();
    const off = await openChat(createOfflineModel(), { secondLook: false });
    await off.run();
    expect((await off.snapshot()).recall!.secondLook).toBeUndefined();
  });
});
