import { describe, expect, it } from 'vitest';
import type { SearchFilters } from '../../src/shared/model/search';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn } from '../fakes/whole-turn';

const everything: SearchFilters = { sessionId: null, role: null, since: 0 };
const settings = testSettings({ bufferMessageLimit: 4 });

/** Two chats in which lighthouses come up, and one in which they do not. */
async function openWithChats() {
  const disk = await openEngineOnDisk();
  const { engine, userId, clock } = disk;
  const chats = [
    [
      'Lighthouse trip',
      ['We paint the lighthouse on 14 March.', 'Bring brushes.', 'The lighthouse keeper signs off.'],
    ],
    ['Groceries', ['Buy bread.', 'And a lighthouse calendar.']],
    ['Taxes', ['The form is due in May.']],
  ] as const;
  const ids: Record<string, Awaited<ReturnType<typeof engine.createSession>>['id']> = {};
  for (const [title, texts] of chats) {
    const { id } = await engine.createSession({ userId, recallScope: 'session' });
    await engine.updateSession({ userId, sessionId: id, changes: { title } });
    ids[title] = id;
    for (const text of texts) await appendTurn({ engine, userId, sessionId: id }, { text, reply: 'Noted.' });
    clock.advance(60_000);
  }
  const search = (query: string, filters: Partial<SearchFilters> = {}, limit = 50) =>
    engine.searchAll({ userId, query, filters: { ...everything, ...filters }, limit });
  return { disk, search, idOf: (title: string) => ids[title]! };
}

describe('searching everything', () => {
  it('finds titles and messages, counts them by chat, and marks the words', async () => {
    const { search, idOf } = await openWithChats();
    const found = await search('lighthouses');
    expect(found.titles.map(({ title }) => title)).toEqual([]);
    expect(found.messages.map(({ sessionTitle }) => sessionTitle).sort()).toEqual([
      'Groceries',
      'Lighthouse trip',
      'Lighthouse trip',
    ]);
    for (const { excerpt, marks } of found.messages) {
      expect(marks.map(([from, to]) => excerpt.slice(from, to))).toEqual(['lighthouse']);
    }
    expect(new Map(found.perChat.map(({ sessionId, count }) => [sessionId, count]))).toEqual(
      new Map([
        [idOf('Lighthouse trip'), 2],
        [idOf('Groceries'), 1],
      ]),
    );
    expect(found.isMore).toBe(false);
    expect((await search('lighthouse tr')).titles.map(({ title }) => title)).toEqual(['Lighthouse trip']);
  });

  it('counts also what it does not list', async () => {
    const { search } = await openWithChats();
    const found = await search('lighthouse', {}, 1);
    expect(found.messages).toHaveLength(1);
    expect(found.perChat.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('is narrowed by chat, by speaker and by time', async () => {
    const { disk, search, idOf } = await openWithChats();
    const within = await search('lighthouse', { sessionId: idOf('Groceries') });
    expect(within.messages.map(({ sessionTitle }) => sessionTitle)).toEqual(['Groceries']);
    expect(within.titles).toEqual([]);
    const said = await search('noted', { role: 'assistant' });
    expect(said.messages).toHaveLength(6);
    expect((await search('noted', { role: 'user' })).messages).toEqual([]);
    expect((await search('lighthouse', { role: 'user' })).titles).toEqual([]);
    const late = await search('lighthouse', { since: disk.clock.now() - 130_000 });
    expect(late.messages.map(({ sessionTitle }) => sessionTitle)).toEqual(['Groceries']);
  });

  it.each(['', '"?!', '*', 'NEAR(', '🗼'])('finds nothing for %j, which has no word', async (query) => {
    const { search } = await openWithChats();
    expect(await search(query)).toMatchObject({ titles: [], messages: [], summaries: [], perChat: [] });
  });

  it('finds the summary in force and no version before it', async () => {
    const { disk, search, idOf } = await openWithChats();
    const { engine, userId } = disk;
    const sessionId = idOf('Lighthouse trip');
    for (const text of ['The keeper is called Anselm.', 'Anselm repaints the door.']) {
      const plan = await engine.planSummary({ userId, sessionId, settings });
      await engine.commitSummary({ userId, plan: plan!, text, origin: 'model', model: 'm', settings });
      await appendTurn({ engine, userId, sessionId }, { text: 'More.', reply: 'Noted.' });
      await appendTurn({ engine, userId, sessionId }, { text: 'And more.', reply: 'Noted.' });
    }
    const [hit, ...others] = (await search('anselm')).summaries;
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ version: 2, sessionTitle: 'Lighthouse trip', fromPosition: 1 });
    expect(hit!.marks.map(([from, to]) => hit!.excerpt.slice(from, to))).toEqual(['Anselm']);
    expect((await search('keeper called')).summaries).toEqual([]);
  });

  it('finds facts of the user, and none where it is narrowed to a chat or a speaker', async () => {
    const { disk, search, idOf } = await openWithChats();
    const { engine, userId } = disk;
    const sessionId = idOf('Lighthouse trip');
    const { message } = await appendTurn(
      { engine, userId, sessionId },
      { text: 'I keep bees.', reply: 'Noted.' },
    );
    await engine.addFact({ userId, messageId: message.id, text: 'Keeps bees and paints lighthouses' });
    const { facts } = await search('lighthouse bees');
    expect(facts).toMatchObject([
      { attribute: 'other', holds: true, excerpt: 'Keeps bees and paints lighthouses' },
    ]);
    expect(facts[0]!.marks.length).toBeGreaterThan(0);
    expect((await search('wasps')).facts).toEqual([]);
    expect((await search('bees', { sessionId })).facts).toEqual([]);
    expect((await search('bees', { role: 'user' })).facts).toEqual([]);
    expect((await search('bees', { since: disk.clock.now() + 1 })).facts).toEqual([]);
    const { id: other } = await engine.createUser({ name: 'Grace' });
    const query = { userId: other, query: 'bees', filters: everything, limit: 9 };
    expect((await engine.searchAll(query)).facts).toEqual([]);
  });

  it('sees neither deleted chats nor temporary ones', async () => {
    const { disk, search, idOf } = await openWithChats();
    const { engine, userId } = disk;
    await engine.deleteSession({ userId, sessionId: idOf('Groceries') });
    const { id } = await engine.createSession({ userId, recallScope: 'session', temporary: true });
    await appendTurn({ engine, userId, sessionId: id }, { text: 'A secret lighthouse', reply: 'Noted.' });
    const found = await search('lighthouse');
    expect(found.messages.map(({ sessionTitle }) => sessionTitle)).toEqual([
      'Lighthouse trip',
      'Lighthouse trip',
    ]);
    expect(found.perChat.map(({ sessionId }) => sessionId)).toEqual([idOf('Lighthouse trip')]);
    await engine.restoreSession({ userId, sessionId: idOf('Groceries') });
    expect((await search('lighthouse')).messages).toHaveLength(3);
  });
});

describe('the detail of a message', () => {
  it('tells what stands around it, which summary covers it, and which turns it was recalled for', async () => {
    const { disk, search, idOf } = await openWithChats();
    const { engine, userId } = disk;
    const sessionId = idOf('Lighthouse trip');
    const plan = await engine.planSummary({ userId, sessionId, settings });
    await engine.commitSummary({
      userId,
      plan: plan!,
      text: 'Painting.',
      origin: 'model',
      model: 'm',
      settings,
    });
    for (let turn = 0; turn < 3; turn += 1) {
      await appendTurn({ engine, userId, sessionId }, { text: 'Something else.', reply: 'Noted.' });
    }
    await askTurn(
      { engine, userId, sessionId },
      { text: 'When do we paint the lighthouse?', reply: 'Noted.' },
      settings,
    );
    const found = await search('paint lighthouse');
    const hit = found.messages.find(({ excerpt }) => excerpt.startsWith('We paint'))!;
    const detail = await engine.readDetail({ userId, messageId: hit.messageId });
    expect(detail).toMatchObject({
      sessionTitle: 'Lighthouse trip',
      total: 14,
      before: null,
      message: { content: 'We paint the lighthouse on 14 March.', position: 1 },
      after: { content: 'Noted.', position: 2 },
      summary: { version: 1, fromPosition: 1 },
    });
    expect(detail.uses).toMatchObject([
      { turnNumber: 7, sessionTitle: 'Lighthouse trip', scores: { rank: 1 } },
    ]);
    const last = (await search('when paint')).messages[0]!;
    expect(await engine.readDetail({ userId, messageId: last.messageId })).toMatchObject({
      summary: null,
      uses: [],
    });
  });
});
