import { describe, expect, it } from 'vitest';
import { createOfflineModel } from '../../src/main/provider/offline-model';
import { AppError } from '../../src/shared/errors';
import { testSettings } from '../fakes/test-settings';
import { fact, missing, openChat, question, twice } from './second-look-rig';

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
    const { recall } = await snapshot();
    expect(recall!.secondLook).toMatchObject({
      reason: 'reply-says-missing',
      firstReplyId: first!.id,
      firstTokens: { reported: { prompt: 900, completion: 10 } },
    });
    expect(recall!.secondLook!.queries).toContain('Marek');
    expect(recall!.secondLook!.firstTokens!.estimated).toBeGreaterThan(0);
    const brought = recall!.candidates.filter(({ isSecondLook }) => isSecondLook === true);
    expect(brought.map(({ messageId }) => messageId)).toEqual(recall!.secondLook!.found);
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
