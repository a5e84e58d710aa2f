import { describe, expect, it } from 'vitest';
import { createSessionsStore } from '../../../src/renderer/stores/sessions-store';
import type { SearchHit } from '../../../src/shared/model/search';
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
    'sessions.update': ({ sessionId, pinned }) => ({
      ...first.find((each) => each.id === sessionId)!,
      pinned: pinned ?? false,
    }),
    'sessions.delete': () => null,
    'sessions.restore': () => sampleSession(8),
    'messages.search': ({ query }) => [{ excerpt: query }] as unknown as readonly SearchHit[],
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
    expect(store.getState().removed?.id).toBe(first[1]!.id);
    await store.getState().restore();
    expect(titles()).toEqual(['Chat 9', 'Chat 8', 'Chat 7']);
    await store.getState().remove(first[1]!.id);
    timers.advance(10_000);
    expect(store.getState().removed).toBeNull();
  });

  it('searches once the keys have rested and shows only the answer to the newest words', async () => {
    const { store, bridge, timers } = setUp();
    for (const query of ['s', 'si', 'sign']) store.getState().search(query);
    timers.advance(120);
    await Promise.resolve();
    await Promise.resolve();
    expect(bridge.calls.map((call) => call.input)).toMatchObject([{ query: 'sign' }]);
    expect(store.getState().hits?.[0]?.excerpt).toBe('sign');
    store.getState().search('');
    expect(store.getState().hits).toBeNull();
  });
});
