import { describe, expect, it } from 'vitest';
import { createSessionsStore } from '../../../src/renderer/stores/sessions-store';
import { AppError } from '../../../src/shared/errors';
import type { MessageId } from '../../../src/shared/model/ids';
import type { MessageDetail, SearchAnswer, SearchHit } from '../../../src/shared/model/search';
import type { Session } from '../../../src/shared/model/session';
import { createFakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { messageId, sampleMessage, sampleSession } from '../samples';

/** A promise that a test answers when it wants to. */
function held<Value>() {
  let answer: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => (answer = resolve));
  return { promise, answer };
}

function hitOf(session: Session, excerpt: string): SearchHit {
  return {
    messageId: messageId(1),
    sessionId: session.id,
    sessionTitle: session.title,
    position: 1,
    role: 'user',
    author: null,
    createdAt: 0,
    excerpt,
    marks: [],
  };
}

const nothing: SearchAnswer = {
  titles: [],
  messages: [],
  summaries: [],
  facts: [],
  perChat: [],
  isMore: false,
};

function answerOf(titles: readonly Session[], query: string): SearchAnswer {
  const hit = hitOf(sampleSession(1), query);
  return { ...nothing, titles, messages: [hit], perChat: [{ sessionId: hit.sessionId, count: 1 }] };
}

function setUp(titles: (query: string) => readonly Session[] | Promise<readonly Session[]> = () => []) {
  const timers = createFakeTimers();
  const bridge = createFakeBridge({
    'search.find': async ({ query }) => answerOf(await titles(query), query),
    'search.detail': ({ messageId: id }) => ({
      ...detail,
      message: { ...detail.message, id: id as MessageId },
    }),
    'sessions.delete': () => null,
  });
  const store = createSessionsStore(bridge, timers);
  const type = (query: string) => store.getState().search(query);
  const settle = async () => {
    timers.advance(120);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store, bridge, timers, type, settle };
}

const detail: MessageDetail = {
  message: sampleMessage(1),
  before: null,
  after: null,
  sessionTitle: 'Chat 1',
  total: 1,
  summary: null,
  uses: [],
};

describe('the search over all chats', () => {
  it('asks once the keys have rested', async () => {
    const { store, bridge, type, settle } = setUp(() => [sampleSession(2)]);
    for (const query of ['s', 'si', 'sign']) type(query);
    expect(bridge.calls).toEqual([]);
    await settle();
    const filters = { sessionId: null, role: null, since: 0 };
    expect(bridge.calls).toEqual([{ name: 'search.find', input: { query: 'sign', filters, limit: 80 } }]);
    expect(store.getState().found?.titles.map((chat) => chat.title)).toEqual(['Chat 2']);
    expect(store.getState().found?.messages.map((hit) => hit.excerpt)).toEqual(['sign']);
  });

  it('asks again at once when a filter changes, but not for another kind of hits', async () => {
    const { store, bridge, type, settle } = setUp();
    type('sign');
    await settle();
    store.getState().setFilters({ kind: 'messages' });
    expect(bridge.calls).toHaveLength(1);
    store.getState().setFilters({ role: 'user', sessionId: sampleSession(1).id });
    expect(store.getState().found).not.toBeNull();
    expect(bridge.calls[1]?.input).toMatchObject({
      query: 'sign',
      filters: { role: 'user', sessionId: sampleSession(1).id },
    });
  });

  it('opens narrowed as asked, with its last words', async () => {
    const { store, bridge, type, settle } = setUp();
    store.getState().openSearch();
    type('sign');
    await settle();
    store.getState().setFilters({ role: 'user' });
    store.getState().closeSearch();
    store.getState().openSearch({ sessionId: sampleSession(3).id });
    await settle();
    const { query, filters, isSearchOpen } = store.getState();
    expect({ query, isSearchOpen, role: filters.role }).toEqual({
      query: 'sign',
      isSearchOpen: true,
      role: null,
    });
    expect(bridge.calls.at(-1)?.input).toMatchObject({ filters: { sessionId: sampleSession(3).id } });
  });

  it('takes an answer away with the first other letter, but not for a space', async () => {
    const { store, type, settle } = setUp();
    type('sign');
    await settle();
    type('sign ');
    expect(store.getState().found).not.toBeNull();
    type('signs');
    expect(store.getState().found).toBeNull();
  });

  it('never shows an answer that comes after the one to newer words', async () => {
    const slow = held<readonly Session[]>();
    const { store, type, settle } = setUp((query) => (query === 'old' ? slow.promise : [sampleSession(2)]));
    type('old');
    await settle();
    type('new');
    await settle();
    slow.answer([sampleSession(9)]);
    await settle();
    expect(store.getState().found?.titles.map((chat) => chat.title)).toEqual(['Chat 2']);
  });

  it('shows nothing of an answer that comes after the field was emptied', async () => {
    const slow = held<readonly Session[]>();
    const { store, type, settle } = setUp(() => slow.promise);
    type('old');
    await settle();
    type('');
    slow.answer([sampleSession(9)]);
    await settle();
    expect(store.getState().found).toBeNull();
  });

  it('says why it failed and finds again when asked again', async () => {
    let isBroken = true;
    const { store, type, settle } = setUp(() => {
      if (isBroken) throw new AppError('worker-lost', 'Please try once more.');
      return [sampleSession(2)];
    });
    type('sign');
    await settle();
    expect(store.getState().searchError?.message).toBe('Please try once more.');
    expect(store.getState().found).toBeNull();
    isBroken = false;
    await store.getState().searchAgain();
    expect(store.getState().searchError).toBeNull();
    expect(store.getState().found?.titles).toHaveLength(1);
  });

  it('hides what it found in a chat that is deleted', async () => {
    const { store, type, settle } = setUp(() => [sampleSession(1), sampleSession(2)]);
    type('chat');
    await settle();
    await store.getState().remove(sampleSession(1).id);
    const { found } = store.getState();
    expect(found?.titles.map((chat) => chat.title)).toEqual(['Chat 2']);
    expect(found?.messages).toEqual([]);
    expect(found?.perChat).toEqual([]);
  });

  it('shows the detail of the message chosen last, and none once nothing is chosen', async () => {
    const { store } = setUp();
    const both = [store.getState().showDetail(messageId(1)), store.getState().showDetail(messageId(2))];
    await Promise.all(both);
    expect(store.getState().detail?.message.id).toBe(messageId(2));
    await store.getState().showDetail(null);
    expect(store.getState().detail).toBeNull();
  });
});
