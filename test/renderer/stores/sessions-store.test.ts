import { describe, expect, it } from 'vitest';
import { createSessionsStore } from '../../../src/renderer/stores/sessions-store';
import { createFakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { sampleSession } from '../samples';

const first = [sampleSession(9, { pinned: true }), sampleSession(8), sampleSession(7)];
const second = [sampleSession(6), sampleSession(5)];

function setUp() {
  const timers = createFakeTimers();
  const bridge = createFakeBridge({
    'sessions.list': ({ cursor }) =>
      cursor === null ? { sessions: first, nextCursor: 'more' } : { sessions: second, nextCursor: null },
    'sessions.get': () => sampleSession(1),
    'sessions.update': ({ sessionId, pinned, archived, folder }) => ({
      ...first.find((each) => each.id === sessionId)!,
      pinned: pinned ?? false,
      archived: archived ?? false,
      folder: folder ?? null,
    }),
    'sessions.delete': () => null,
    'sessions.restore': () => sampleSession(8),
  });
  const store = createSessionsStore(bridge, timers);
  const titles = () => store.getState().sessions.map((session) => session.title);
  return { store, bridge, timers, titles };
}

describe('the chat list', () => {
  it('reads page after page and then no more', async () => {
    const { store, bridge, titles } = setUp();
    await store.getState().load();
    await store.getState().loadMore();
    await store.getState().loadMore();
    expect(titles()).toEqual(['Chat 9', 'Chat 8', 'Chat 7', 'Chat 6', 'Chat 5']);
    expect(bridge.calls).toHaveLength(2);
  });

  it('moves a chat to its place when it is pinned', async () => {
    const { store, titles } = setUp();
    await store.getState().load();
    await store.getState().setPinned(first[2]!.id, true);
    expect(titles()).toEqual(['Chat 9', 'Chat 7', 'Chat 8']);
  });

  it('leaves out a changed chat of a page that is not loaded yet, but keeps it open', async () => {
    const { store, titles } = setUp();
    await store.getState().load();
    await store.getState().select(sampleSession(1).id);
    store.getState().accept(sampleSession(1, { title: 'Renamed' }));
    expect(titles()).toEqual(['Chat 9', 'Chat 8', 'Chat 7']);
    expect(store.getState().opened?.title).toBe('Renamed');
  });

  it('offers a deleted chat back for ten seconds', async () => {
    const { store, timers, titles } = setUp();
    await store.getState().load();
    await store.getState().remove(first[1]!.id);
    expect(titles()).toEqual(['Chat 9', 'Chat 7']);
    timers.advance(9_999);
    expect(store.getState().removed?.sessions[0]?.id).toBe(first[1]!.id);
    await store.getState().restore();
    expect(titles()).toEqual(['Chat 9', 'Chat 8', 'Chat 7']);
    await store.getState().remove(first[1]!.id);
    timers.advance(10_000);
    expect(store.getState().removed).toBeNull();
  });

  it('keeps temporary chats on top, above the pinned ones', async () => {
    const { store, titles } = setUp();
    await store.getState().load();
    store.getState().accept(sampleSession(3, { title: 'Temporary', temporary: true }));
    expect(titles()).toEqual(['Temporary', 'Chat 9', 'Chat 8', 'Chat 7']);
    store.getState().accept(sampleSession(8, { updatedAt: 20 }));
    expect(titles()).toEqual(['Temporary', 'Chat 9', 'Chat 8', 'Chat 7']);
  });

  it('offers no deleted temporary chat back, for nothing kept it', async () => {
    const { store, titles } = setUp();
    await store.getState().load();
    const temporary = sampleSession(3, { temporary: true });
    store.getState().accept(temporary);
    await store.getState().remove(temporary.id);
    expect(titles()).toEqual(['Chat 9', 'Chat 8', 'Chat 7']);
    expect(store.getState().removed).toBeNull();
  });

  it('still offers the chat back that was deleted just before a temporary one', async () => {
    const { store } = setUp();
    await store.getState().load();
    const temporary = sampleSession(3, { temporary: true });
    store.getState().accept(temporary);
    await store.getState().remove(first[1]!.id);
    await store.getState().remove(temporary.id);
    expect(store.getState().removed?.sessions[0]?.id).toBe(first[1]!.id);
  });

  it('takes archived chats out of the list and brings them back together', async () => {
    const { store, titles } = setUp();
    await store.getState().load();
    await store.getState().loadMore();
    await store.getState().setArchived([first[1]!.id, first[2]!.id], true);
    expect(titles()).toEqual(['Chat 9', 'Chat 6', 'Chat 5']);
    expect(store.getState().removed).toMatchObject({ kind: 'archived' });
    await store.getState().restore();
    expect(titles()).toEqual(['Chat 9', 'Chat 8', 'Chat 7', 'Chat 6', 'Chat 5']);
    expect(store.getState().removed).toBeNull();
  });

  it('puts a chat with a folder before those without, and behind the pinned ones', async () => {
    const { store, titles } = setUp();
    await store.getState().load();
    await store.getState().loadMore();
    await store.getState().setFolder(first[2]!.id, '  Trips ');
    expect(titles()).toEqual(['Chat 9', 'Chat 7', 'Chat 8', 'Chat 6', 'Chat 5']);
    expect(store.getState().sessions[1]?.folder).toBe('Trips');
    await store.getState().setFolder(first[2]!.id, ' ');
    expect(titles()).toEqual(['Chat 9', 'Chat 8', 'Chat 7', 'Chat 6', 'Chat 5']);
  });

  it('chooses chats one by one and by range, but never a temporary one', async () => {
    const { store } = setUp();
    await store.getState().load();
    const temporary = sampleSession(3, { temporary: true });
    store.getState().accept(temporary);
    store.getState().toggleChosen(temporary.id);
    expect(store.getState().selection).toEqual([]);
    store.getState().toggleChosen(first[2]!.id);
    store.getState().chooseTo(temporary.id);
    expect(new Set(store.getState().selection)).toEqual(new Set(first.map(({ id }) => id)));
    store.getState().toggleChosen(first[0]!.id);
    await store.getState().remove(...store.getState().selection);
    expect(store.getState().removed?.sessions).toHaveLength(2);
    expect(store.getState().selection).toEqual([]);
  });
});
