import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionId } from '../../src/shared/model/ids';
import type { Session, SessionPage } from '../../src/shared/model/session';
import type { SessionChanges } from '../../src/main/memory/ports/session-store';
import { createEngine } from '../../src/main/engine/create-engine';
import { openDatabase } from '../../src/main/storage/open-database';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeClock } from '../fakes/fake-clock';
import { createRecordingLogger } from '../fakes/recording-logger';
import { appendTurn } from '../fakes/whole-turn';

function inOrder(sessions: readonly Session[]): readonly Session[] {
  return sessions.toSorted(
    (a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1),
  );
}

describe('the list of chats', () => {
  it('page by page is the whole list: pinned first, then newest, none twice', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ pinned: fc.boolean(), time: fc.nat({ max: 3 }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 5 }),
        async (wanted, limit) => {
          disk.database.exec('DELETE FROM sessions');
          const all: Session[] = [];
          for (const { pinned, time } of wanted) {
            const session = await engine.createSession({ userId, recallScope: 'session' });
            disk.database.prepare('UPDATE sessions SET updated_at = ? WHERE id = ?').run(time, session.id);
            all.push(await engine.updateSession({ userId, sessionId: session.id, changes: { pinned } }));
          }
          const paged: Session[] = [];
          let cursor: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof engine.listSessions>> = await engine.listSessions({
              userId,
              cursor,
              limit,
            });
            expect(page.sessions.length).toBeLessThanOrEqual(limit);
            paged.push(...page.sessions);
            cursor = page.nextCursor;
          } while (cursor !== null);
          expect(paged).toEqual(inOrder(all));
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each(['', 'x', '{}', '[2,3,"a"]', '[0,1]'])('refuses the cursor %j', async (cursor) => {
    const { engine, userId } = await openEngineOnDisk();
    await expect(engine.listSessions({ userId, cursor, limit: 5 })).rejects.toMatchObject({
      kind: 'bad-input',
    });
  });
});

describe('a chat', () => {
  it('is named by its first words until the user names it', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const place = { engine, userId, sessionId };
    await appendTurn(place, {
      text: '  A\nweekend   in Porto, and where to eat there when it rains all day  ',
    });
    const named = await engine.getSession({ userId, sessionId });
    expect(named).toMatchObject({ titleSource: 'auto', messageCount: 2 });
    expect(named.title).toMatch(/^A weekend in Porto, and where to eat there.*…$/);
    expect(named.title.length).toBeLessThanOrEqual(48);
    await appendTurn(place, { text: 'Something else' });
    expect((await engine.getSession({ userId, sessionId })).title).toBe(named.title);
    await engine.updateSession({ userId, sessionId, changes: { title: 'Mine' } });
    await appendTurn(place, { text: 'Third' });
    expect(await engine.getSession({ userId, sessionId })).toMatchObject({
      title: 'Mine',
      titleSource: 'user',
    });
  });

  it('changes only what is named, and keeps it over a restart', async () => {
    const disk = await openEngineOnDisk();
    const { userId } = disk;
    const { id: sessionId } = await disk.engine.createSession({ userId, recallScope: 'user' });
    await disk.engine.updateSession({ userId, sessionId, changes: { strategy: 'summary' } });
    await disk.engine.updateSession({ userId, sessionId, changes: { pinned: true } });
    await appendTurn({ engine: disk.engine, userId, sessionId }, { text: 'Hello' });
    await disk.restart();
    expect(await disk.engine.getSession({ userId, sessionId })).toMatchObject({
      strategy: 'summary',
      recallScope: 'user',
      pinned: true,
    });
  });

  it('is the sample where it was imported under the sample’s key, and no other is', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const sessions = ['sample:1', 'sample:10', 'a file'].map((key) => ({ key, title: key, messages: [] }));
    const { added } = await engine.importSessions({ userId, sessions });
    expect(added.map(({ isSample }) => isSample)).toEqual([true, false, false]);
    const listed = await engine.listSessions({ userId, cursor: null, limit: 5 });
    expect(listed.sessions.filter(({ isSample }) => isSample).map(({ title }) => title)).toEqual([
      'sample:1',
    ]);
    const typed = await engine.createSession({ userId, recallScope: 'session' });
    expect(typed).toMatchObject({ isSample: false, temporary: false });
  });

  it('that must leave nothing behind is refused by the engine that writes to disk', async () => {
    const opened = await openDatabase({ path: ':memory:', clock: createFakeClock() });
    const parts = { opened, clock: createFakeClock(), logger: createRecordingLogger() };
    const engine = createEngine({ ...parts, vectorFileOf: () => null });
    const { id: userId } = await engine.defaultUser({});
    const creating = engine.createSession({ userId, recallScope: 'session', temporary: true });
    await expect(creating).rejects.toThrow('wrong kind of engine');
    expect((await engine.listSessions({ userId, cursor: null, limit: 5 })).sessions).toEqual([]);
    await engine.close({});
  });

  it('that is deleted is gone from everywhere at once, and comes back whole', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const place = { userId, sessionId };
    await appendTurn({ engine, ...place }, { text: 'The lighthouse' });
    const before = await engine.getSession(place);
    await engine.deleteSession(place);
    expect((await engine.listSessions({ userId, cursor: null, limit: 5 })).sessions).toEqual([]);
    expect(await engine.searchMessages({ userId, sessionId: null, query: 'lighthouse', limit: 5 })).toEqual(
      [],
    );
    await expect(engine.getSession(place)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(engine.deleteSession(place)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await engine.restoreSession(place)).toEqual(before);
    expect(
      await engine.searchMessages({ userId, sessionId: null, query: 'lighthouse', limit: 5 }),
    ).toHaveLength(1);
  });
});

describe('the order of the list', () => {
  it.each([
    ['used', ['pin', 'émile', 'Zoe', 'anna', 'Bert']],
    ['created', ['pin', 'émile', 'Bert', 'anna', 'Zoe']],
    ['title', ['pin', 'anna', 'Bert', 'émile', 'Zoe']],
    ['messages', ['pin', 'Zoe', 'anna', 'Bert', 'émile']],
  ] as const)('goes by %s, page by page, under the pinned ones', async (order, expected) => {
    const { engine, userId, clock } = await openEngineOnDisk();
    const made = new Map<string, SessionId>();
    for (const title of ['Zoe', 'anna', 'pin', 'Bert', 'émile']) {
      const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
      await engine.updateSession({ userId, sessionId, changes: { title, pinned: title === 'pin' } });
      made.set(title, sessionId);
      clock.advance(1_000);
    }
    for (const title of ['Bert', 'anna', 'anna', 'Zoe', 'Zoe', 'Zoe', 'émile']) {
      await appendTurn({ engine, userId, sessionId: made.get(title)! }, { text: 'Something' });
      clock.advance(1_000);
    }
    // As many messages as another: those are told apart by age alone, the older first.
    const titles: string[] = [];
    let cursor: string | null = null;
    do {
      const page: SessionPage = await engine.listSessions({ userId, cursor, limit: 2, order });
      titles.push(...page.sessions.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(titles).toEqual(expected);
  });
});

describe('folders and the archive', () => {
  it('order the list by pin, folder and time, page by page, and keep the archived ones apart', async () => {
    const { engine, userId, clock } = await openEngineOnDisk();
    const make = async (title: string, changes: SessionChanges): Promise<void> => {
      const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
      await engine.updateSession({ userId, sessionId, changes: { title, ...changes } });
      clock.advance(1_000);
    };
    await make('old', {});
    await make('b1', { folder: 'B' });
    await make('pin', { pinned: true, folder: 'B' });
    await make('a1', { folder: 'A' });
    await make('a2', { folder: 'A' });
    await make('gone', { archived: true, folder: 'A' });
    await make('new', {});
    const read = async (archived: boolean): Promise<readonly string[]> => {
      const titles: string[] = [];
      let cursor: string | null = null;
      do {
        const page: SessionPage = await engine.listSessions({ userId, cursor, limit: 2, archived });
        titles.push(...page.sessions.map(({ title }) => title));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return titles;
    };
    expect(await read(false)).toEqual(['pin', 'a2', 'a1', 'b1', 'new', 'old']);
    expect(await read(true)).toEqual(['gone']);
  });
});
