import { describe, expect, it } from 'vitest';
import { createSessionsStore } from '../../../src/renderer/stores/sessions-store';
import { AppError } from '../../../src/shared/errors';
import type { SearchHit } from '../../../src/shared/model/search';
import type { Session } from '../../../src/shared/model/session';
import { createFakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { messageId, sampleSession } from '../samples';

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

function setUp(chats: (query: string) => readonly Session[] | Promise<readonly Session[]> = () => []) {
  const timers = createFakeTimers();
  const bridge = createFakeBridge({
    'sessions.search': ({ query }) => chats(query),
    'messages.search': ({ query }) => [hitOf(sampleSession(1), query)],
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

describe('the search over all chats', () => {
  it('asks for titles and messages together, once the keys have rested', async () => {
    const { store, bridge, type, settle } = setUp(() => [sampleSession(2)]);
    for (const query of ['s', 'si', 'sign']) type(query);
    expect(bridge.calls).toEqual([]);
    await settle();
    expect(bridge.calls).toEqual([
      { name: 'sessions.search', input: { query: 'sign', limit: 20 } },
      { name: 'messages.search', input: { query: 'sign', sessionId: null, limit: 60 } },
    ]);
    expect(store.getState().found?.chats.map((chat) => chat.title)).toEqual(['Chat 2']);
    expect(store.getState().found?.messages.map((hit) => hit.excerpt)).toEqual(['sign']);
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
    expect(store.getState().found?.chats.map((chat) => chat.title)).toEqual(['Chat 2']);
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
    expect(store.getState().found?.chats).toHaveLength(1);
  });

  it('hides what it found in a chat that is deleted', async () => {
    const { store, type, settle } = setUp(() => [sampleSession(1), sampleSession(2)]);
    type('chat');
    await settle();
    await store.getState().remove(sampleSession(1).id);
    expect(store.getState().found?.chats.map((chat) => chat.title)).toEqual(['Chat 2']);
    expect(store.getState().found?.messages).toEqual([]);
  });
});
