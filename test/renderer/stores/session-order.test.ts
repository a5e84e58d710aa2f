import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/shared/model/session';
import { createSessionsStore } from '../../../src/renderer/stores/sessions-store';
import { withSessions } from '../../../src/renderer/stores/session-order';
import { createFakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { sampleSession } from '../samples';

const withSession = (
  list: readonly Session[],
  session: Session,
  options: Parameters<typeof withSessions>[2],
): readonly Session[] => withSessions(list, [session], options);
const titles = (sessions: readonly Session[]) => sessions.map((session) => session.title);

describe('the order of chats', () => {
  it('puts temporary chats first, then pinned ones, then the last used', () => {
    const chats = [
      sampleSession(1, { title: 'old' }),
      sampleSession(2, { title: 'pinned', pinned: true }),
      sampleSession(3, { title: 'temporary', temporary: true }),
      sampleSession(4, { title: 'new' }),
    ];
    const ordered = chats.reduce<readonly Session[]>(
      (list, chat) => withSession(list, chat, { hasMore: false, order: 'used' }),
      [],
    );
    expect(titles(ordered)).toEqual(['temporary', 'pinned', 'new', 'old']);
  });

  it.each([
    ['used', ['c', 'É', 'b', 'a']],
    ['created', ['a', 'b', 'c', 'É']],
    ['title', ['a', 'b', 'c', 'É']],
    ['messages', ['b', 'c', 'a', 'É']],
  ] as const)('goes by %s where that is asked for, under the pinned ones', (order, expected) => {
    const make = (index: number, title: string, updatedAt: number, createdAt: number, messageCount: number) =>
      sampleSession(index, { title, updatedAt, createdAt, messageCount });
    const chats = [
      sampleSession(9, { title: 'pinned', pinned: true, updatedAt: 0, createdAt: 0, messageCount: 0 }),
      make(1, 'a', 1, 9, 4),
      make(2, 'b', 2, 8, 6),
      make(3, 'É', 3, 6, 3),
      make(4, 'c', 4, 7, 5),
    ];
    const ordered = chats.reduce<readonly Session[]>(
      (list, chat) => withSession(list, chat, { hasMore: false, order }),
      [],
    );
    expect(titles(ordered)).toEqual(['pinned', ...expected]);
  });

  it('shows a temporary chat though more pages are waiting, for it stands on the first', () => {
    const list = [sampleSession(9, { pinned: true })];
    const temporary = sampleSession(1, { title: 'temporary', temporary: true });
    expect(titles(withSession(list, temporary, { hasMore: true, order: 'used' }))).toEqual([
      'temporary',
      'Chat 9',
    ]);
  });
});

describe('the chats that were used last', () => {
  const [loaded, newest] = [sampleSession(1), sampleSession(2)];
  const open = async (isBroken: boolean) => {
    const bridge = createFakeBridge({
      'sessions.list': ({ order }) => {
        if (order === undefined && isBroken) throw new Error('gone');
        return { sessions: [order === undefined ? newest : loaded], nextCursor: 'more' };
      },
    });
    const store = createSessionsStore(bridge, createFakeTimers());
    await store.getState().sortBy('title');
    return store.getState().lastUsed();
  };

  it('are asked for where the list is in another order and not all there', async () => {
    expect(await open(false)).toEqual([newest]);
  });

  it('are those of the list where they cannot be read', async () => {
    expect(await open(true)).toEqual([loaded]);
  });
});

describe('chats that main tells of', () => {
  const running = { name: 'chats.zip', kind: 'running', progress: null } as const;
  const open = () => {
    const timers = createFakeTimers();
    const store = createSessionsStore(createFakeBridge({}), timers);
    const listed = (): readonly string[] => titles(store.getState().sessions);
    return { timers, listed, ...store.getState(), setState: store.setState };
  };

  it('stand in the list at once', () => {
    const { hear, listed } = open();
    hear(sampleSession(1));
    expect(listed()).toEqual(['Chat 1']);
  });

  it('come four times a second while many are imported, the open one at once, and none that went meanwhile', () => {
    const { hear, acceptImport, acceptRemoval, listed, timers, setState } = open();
    acceptImport(running);
    setState({ selectedId: sampleSession(4).id });
    for (const index of [1, 2, 3]) hear(sampleSession(index));
    hear(sampleSession(2, { title: 'Renamed' }));
    acceptRemoval(sampleSession(3).id);
    expect(listed()).toEqual([]);
    hear(sampleSession(4));
    expect(listed()).toEqual(['Chat 4']);
    timers.advance(249);
    expect(listed()).toEqual(['Chat 4']);
    timers.advance(1);
    expect(listed()).toEqual(['Chat 4', 'Renamed', 'Chat 1']);
  });

  it('never take the place of what is newer', () => {
    const { hear, accept, acceptImport, listed, timers } = open();
    acceptImport(running);
    hear(sampleSession(1, { title: 'Old' }));
    accept(sampleSession(1, { title: 'New' }));
    timers.advance(1_000);
    expect(listed()).toEqual(['New']);
  });
});
