import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThreadStore } from '../../../src/renderer/stores/thread-store';
import type { TurnEvent } from '../../../src/shared/contract/events';
import type { SessionId, TurnId } from '../../../src/shared/model/ids';
import { createFakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { messageId, sampleMessage, samplePage, sessionId, turnId } from '../samples';

const TOTAL = 40;
const elsewhere = '018f0000-0000-7000-8000-00000000aaaa' as SessionId;
const otherTurn = '018f0000-0000-7000-8000-00000000bbbb' as TurnId;
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

/** What main tells of a turn: words, a pause, words, the end. */
function eventsOf(of: { readonly turnId: TurnId; readonly sessionId: SessionId }, words: readonly string[]) {
  const error = { kind: 'server', message: 'Busy.', retryable: true } as const;
  const pause = { kind: 'waiting', error, attempt: 2, attempts: 3, until: 1 } as const;
  const told = words.map((text) => ({ kind: 'delta', text }) as const);
  const middle = Math.floor(told.length / 2);
  const reply = sampleMessage(TOTAL, {
    turnId: of.turnId,
    sessionId: of.sessionId,
    content: words.join(''),
  });
  const end = { kind: 'done', reply, snapshot: null } as const;
  const all = [...told.slice(0, middle), pause, ...told.slice(middle), end];
  return all.map((event, sequence): TurnEvent => ({ ...of, ...event, sequence }));
}

async function openThread() {
  const timers = createFakeTimers();
  const { messages, ...rest } = samplePage(1, TOTAL, TOTAL);
  const growing = sampleMessage(TOTAL, { turnId, state: 'streaming', content: '' });
  const page = { ...rest, messages: [...messages.slice(0, -1), growing] };
  const bridge = createFakeBridge({
    'messages.page': () => page,
    'memory.snapshots': () => [],
    'chat.preview': () => preview,
    'chat.countTokens': ({ text }) => ({ tokens: text.length }),
  });
  const store = createThreadStore(bridge, timers);
  await store.getState().open(sessionId);
  return { store, timers };
}

describe('the events of turns', () => {
  it('in any order, twice, or after the end, leave the whole answers and nothing that runs', async () => {
    const order = fc.array(fc.nat({ max: 1_000 }), { minLength: 60, maxLength: 60 });
    const words = fc.array(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(words, words, order, async (here, there, keys) => {
        const { store, timers } = await openThread();
        const own = eventsOf({ turnId, sessionId }, here);
        const other = eventsOf({ turnId: otherTurn, sessionId: elsewhere }, there);
        const sent = [...own, ...other, ...own.slice(0, 6), ...other.slice(-3)]
          .map((event, index) => ({ event, key: keys[index] ?? 0 }))
          .toSorted((a, b) => a.key - b.key);
        for (const { event } of sent) {
          store.getState().receive(event);
          timers.advance(20);
        }
        timers.advance(5_000);
        const { running, liveText, waiting, window } = store.getState();
        expect({ running, liveText, waiting }).toEqual({ running: {}, liveText: {}, waiting: {} });
        const shown = window.messages.filter((message) => message.turnId === turnId);
        expect(shown.map(({ content }) => content)).toContain(here.join(''));
        expect(window.messages.some((message) => message.turnId === otherTurn)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('in their order, each told twice, show the words once', async () => {
    const { store, timers } = await openThread();
    const words = ['One', ' two', ' three', ' four'];
    const events = eventsOf({ turnId, sessionId }, words).slice(0, -1);
    for (const event of events) {
      store.getState().receive(event);
      store.getState().receive(event);
    }
    timers.advance(1_000);
    expect(store.getState().liveText[turnId]).toBe(words.join(''));
  });

  it('show the first answer again where the second one never came', async () => {
    const { store, timers } = await openThread();
    const first = sampleMessage(TOTAL, { turnId, content: 'I don’t know.' });
    const second = { ...first, id: messageId(TOTAL + 1), content: '', state: 'streaming' as const };
    const told = [
      { kind: 'delta', text: 'I don’t know.' },
      { kind: 'again', reply: second },
      { kind: 'done', reply: first, snapshot: null },
    ] as const;
    const shown: unknown[] = [];
    told.forEach((event, sequence) => {
      store.getState().receive({ turnId, sessionId, sequence, ...event });
      timers.advance(1_000);
      const { window, liveText } = store.getState();
      shown.push([window.messages.length, window.messages.at(-1)!.id, liveText[turnId]]);
    });
    expect(shown).toEqual([
      [TOTAL, first.id, first.content],
      [TOTAL, second.id, ''],
      [TOTAL, first.id, undefined],
    ]);
    expect(store.getState().window.messages.at(-1)).toMatchObject({ content: first.content, state: 'done' });
  });
});
