import { describe, expect, it } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';

/** Chats of these titles, the last one the newest. */
async function openWithTitles(titles: readonly string[]) {
  const disk = await openEngineOnDisk();
  const { engine, userId, clock } = disk;
  for (const title of titles) {
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    await engine.updateSession({ userId, sessionId, changes: { title } });
    clock.advance(1_000);
  }
  const search = async (query: string, limit = 10): Promise<readonly string[]> =>
    (await engine.searchSessions({ userId, query, limit })).map((session) => session.title);
  return { disk, search };
}

describe('searching chats by title', () => {
  it.each([
    ['porto', ['A weekend in Porto']],
    ['PORTO week', ['A weekend in Porto']],
    ['porto, "weekend"!', ['A weekend in Porto']],
    ['cafe', ['Café Zürich']],
    ['CAFÉ zurich', ['Café Zürich']],
    ['strasse', ['Die Straße']],
    ['京都', ['京都の庭']],
    ['12:30', ['Train at 12:30']],
    ['12.30', ['Train at 12:30']],
    ['c++', ['C++ and %_']],
    ['%', ['C++ and %_']],
    ['porto zürich', []],
    ['portos', []],
  ] as const)('finds for %j the titles that hold all its words', async (query, expected) => {
    const titles = [
      'A weekend in Porto',
      'Café Zürich',
      'Die Straße',
      '京都の庭',
      'Train at 12:30',
      'C++ and %_',
    ];
    const { search } = await openWithTitles(titles);
    expect(await search(query)).toEqual(expected);
  });

  it.each(['', '   ', '"?!', '(,)'])('finds nothing for %j, which has no word', async (query) => {
    const { search } = await openWithTitles(['A', '?!']);
    expect(await search(query)).toEqual([]);
  });

  it('gives the newest first, at most as many as are wanted, pinned or not', async () => {
    const { disk, search } = await openWithTitles(['Trip 1', 'Trip 2', 'Other', 'Trip 3']);
    const { engine, userId } = disk;
    const [oldest] = await engine.searchSessions({ userId, query: 'trip 1', limit: 1 });
    await engine.updateSession({ userId, sessionId: oldest!.id, changes: { pinned: true } });
    expect(await search('trip')).toEqual(['Trip 3', 'Trip 2', 'Trip 1']);
    expect(await search('trip', 2)).toEqual(['Trip 3', 'Trip 2']);
  });

  it('sees neither deleted chats nor those of other users', async () => {
    const { disk, search } = await openWithTitles(['Lighthouse one', 'Lighthouse two']);
    const { engine, userId } = disk;
    const stranger = disk.addUser('Stranger');
    const theirs = await engine.createSession({ userId: stranger, recallScope: 'session' });
    await engine.updateSession({
      userId: stranger,
      sessionId: theirs.id,
      changes: { title: 'Lighthouse three' },
    });
    const [newest] = await engine.searchSessions({ userId, query: 'lighthouse', limit: 1 });
    expect(newest).toEqual(await engine.getSession({ userId, sessionId: newest!.id }));
    await engine.deleteSession({ userId, sessionId: newest!.id });
    expect(await search('lighthouse')).toEqual(['Lighthouse one']);
    expect(await search('lighthouse')).toEqual(['Lighthouse one']);
  });

  it('takes a very long query', async () => {
    const { search } = await openWithTitles(['Lighthouse']);
    expect(await search('lighthouse '.repeat(100_000))).toEqual(['Lighthouse']);
    expect(await search(`${'lighthouse '.repeat(100_000)}x`)).toEqual([]);
  });
});
