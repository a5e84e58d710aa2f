import { describe, expect, it } from 'vitest';
import { createThreadStore } from '../../../src/renderer/stores/thread-store';
import type { TurnEvent } from '../../../src/shared/contract/events';
import { AppError } from '../../../src/shared/errors';
import { createFakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { messageId, sampleMessage, samplePage, sessionId, turnId } from '../samples';

const TOTAL = 10_000;
const preview = {
  maxContextTokens: 8_000,
  replyReserveTokens: 1_000,
  parts: [],
  buffer: null,
  summarisedTo: 0,
  waitingMessages: 0,
  leftOutMessages: 0,
  recall: null,
};
const streaming = { turnId, state: 'streaming', content: '' } as const;

function setUp() {
  const timers = createFakeTimers();
  let newest = samplePage(9_941, TOTAL, TOTAL);
  const bridge = createFakeBridge({
    'messages.page': ({ anchor }) => {
      if (anchor.kind === 'before') return samplePage(anchor.position - 60, anchor.position - 1, TOTAL);
      if (anchor.kind === 'after') return samplePage(anchor.position + 1, anchor.position + 60, TOTAL);
      if (anchor.kind === 'newest') return newest;
      if (anchor.messageId === messageId(1)) throw new AppError('not-found', 'Gone.');
      return samplePage(5_001, 5_060, TOTAL);
    },
    'memory.snapshots': () => [],
    'chat.preview': () => preview,
    'chat.countTokens': ({ text }) => ({ tokens: text.length }),
    'chat.send': ({ text }) => ({
      turnId,
      message: sampleMessage(TOTAL + 1, { content: text, turnId }),
      reply: sampleMessage(TOTAL + 2, streaming),
    }),
  });
  const store = createThreadStore(bridge, timers);
  const positions = () => store.getState().window.messages.map((message) => message.position);
  const event = (sequence: number, text: string): TurnEvent => ({
    turnId,
    sessionId,
    sequence,
    kind: 'delta',
    text,
  });
  const setNewest = (page: typeof newest) => {
    newest = page;
  };
  return { store, bridge, timers, positions, event, setNewest };
}

describe('the thread store', () => {
  it('opens a chat at its end and grows at its start without gaps', async () => {
    const { store, positions } = setUp();
    await store.getState().open(sessionId);
    await store.getState().loadEarlier();
    expect(positions()).toEqual(Array.from({ length: 120 }, (_each, index) => 9_881 + index));
  });

  it('asks for one page at a time however often the list reaches its start', async () => {
    const { store, bridge } = setUp();
    await store.getState().open(sessionId);
    await Promise.all([store.getState().loadEarlier(), store.getState().loadEarlier()]);
    expect(bridge.calls.filter((call) => call.name === 'messages.page')).toHaveLength(2);
  });

  it('goes to a far message by a window of its own and flashes it for two seconds', async () => {
    const { store, timers, positions } = setUp();
    await store.getState().open(sessionId);
    const { windowId } = store.getState();
    await store.getState().open(sessionId, messageId(5_030));
    expect(positions()[0]).toBe(5_001);
    expect(store.getState().windowId).toBe(windowId + 1);
    expect(store.getState().flashId).toBe(messageId(5_030));
    timers.advance(2_000);
    expect(store.getState().flashId).toBeNull();
  });

  it('opens a chat at its end when the message to go to is gone', async () => {
    const { store, positions } = setUp();
    await store.getState().open(sessionId, messageId(1));
    expect(positions().at(-1)).toBe(TOTAL);
    expect(store.getState().arrival.kind).toBe('bottom');
    expect(store.getState().flashId).toBeNull();
  });

  it('shows growing text at most every 50 ms', async () => {
    const { store, timers, event } = setUp();
    await store.getState().open(sessionId);
    let renders = 0;
    store.subscribe((state, before) => (renders += state.liveText === before.liveText ? 0 : 1));
    for (let sequence = 0; sequence < 200; sequence += 1) store.getState().receive(event(sequence, 'a'));
    expect(renders).toBe(0);
    timers.advance(50);
    expect(renders).toBe(1);
    expect(store.getState().liveText[turnId]).toHaveLength(200);
  });

  it('reads the page again when an event was lost', async () => {
    const { store, timers, event, setNewest } = setUp();
    await store.getState().open(sessionId);
    const reply = sampleMessage(TOTAL, { ...streaming, content: 'from the log' });
    setNewest({ ...samplePage(9_941, TOTAL, TOTAL), messages: [reply] });
    for (let sequence = 1; sequence < 12; sequence += 1) store.getState().receive(event(sequence, 'x'));
    timers.advance(1_000);
    await Promise.resolve();
    await Promise.resolve();
    expect(store.getState().window.messages.at(-1)?.content).toBe('from the log');
    expect(store.getState().liveText[turnId]).toBeUndefined();
  });

  it('sends a draft once, clears it, and ends with the reply of the last event', async () => {
    const { store, positions, event } = setUp();
    await store.getState().open(sessionId);
    store.getState().setDraft('hello');
    await Promise.all([store.getState().send(), store.getState().send()]);
    expect(positions().slice(-2)).toEqual([TOTAL + 1, TOTAL + 2]);
    expect(store.getState().drafts[sessionId]).toBe('');
    store.getState().receive(event(0, 'a'));
    const reply = sampleMessage(TOTAL + 2, { turnId, content: 'answer' });
    store.getState().receive({ turnId, sessionId, sequence: 1, kind: 'done', reply, snapshot: null });
    store.getState().receive(event(0, 'late'));
    expect(store.getState().window.messages.at(-1)).toEqual(reply);
    expect(store.getState().liveText[turnId]).toBeUndefined();
  });

  it('keeps the draft and says why when a message could not be sent', async () => {
    const bridge = createFakeBridge({
      'messages.page': () => samplePage(1, 4, 4),
      'memory.snapshots': () => [],
      'chat.send': () => {
        throw new AppError('storage-full', 'The disk is full.');
      },
    });
    const store = createThreadStore(bridge, createFakeTimers());
    await store.getState().open(sessionId);
    store.getState().setDraft('hello');
    await store.getState().send();
    expect(store.getState().drafts[sessionId]).toBe('hello');
    expect(store.getState().sendError?.message).toBe('The disk is full.');
  });

  it('counts a draft only after the keys have rested', async () => {
    const { store, bridge, timers } = setUp();
    await store.getState().open(sessionId);
    for (const text of ['h', 'he', 'hel']) store.getState().setDraft(text);
    timers.advance(149);
    expect(bridge.calls.some((call) => call.name === 'chat.countTokens')).toBe(false);
    timers.advance(1);
    await Promise.resolve();
    await Promise.resolve();
    expect(bridge.calls.filter((call) => call.name === 'chat.countTokens')).toHaveLength(1);
    expect(store.getState().draftTokens).toBe(3);
  });
});
