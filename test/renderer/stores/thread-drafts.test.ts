import { describe, expect, it } from 'vitest';
import { sessionId } from '../samples';
import { openDrafts, otherId, settle } from './drafting-thread';

/** A promise and what fulfils it. */
function gate() {
  let pass: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (pass = resolve));
  return { promise, pass };
}

describe('a draft', () => {
  it('is read when its chat opens, and counted', async () => {
    const { store, timers, open, draft } = openDrafts([[sessionId, 'half a thought']]);
    await open();
    expect(draft()).toBe('half a thought');
    timers.advance(150);
    await settle();
    expect(store.getState().draftTokens).toBe('half a thought'.length);
  });

  it('is written once the keys have rested for 300 ms', async () => {
    const { timers, open, type, writes } = openDrafts();
    await open();
    for (const text of ['h', 'he', 'hello']) type(text);
    timers.advance(299);
    expect(writes()).toEqual([]);
    timers.advance(1);
    expect(writes()).toEqual([{ sessionId, text: 'hello' }]);
    timers.advance(1_000);
    expect(writes()).toHaveLength(1);
  });

  it('is written at once when another chat opens, and is there again on the way back', async () => {
    const { open, type, writes, draft } = openDrafts();
    await open();
    type('half a thought');
    await open(otherId);
    expect(writes()).toEqual([{ sessionId, text: 'half a thought' }]);
    expect(draft(otherId)).toBeUndefined();
    await open();
    expect(draft()).toBe('half a thought');
  });

  it('follows what another window writes, unless something is being written here', async () => {
    const { store, open, type, draft, kept, writes } = openDrafts([[sessionId, 'half a thought']]);
    await open();
    kept.set(sessionId, 'a whole thought');
    await store.getState().rereadDraft(sessionId);
    expect(draft()).toBe('a whole thought');
    type('mine');
    kept.set(sessionId, 'theirs');
    await store.getState().rereadDraft(sessionId);
    expect(draft()).toBe('mine');
    store.getState().flushDrafts();
    expect(writes()).toEqual([{ sessionId, text: 'mine' }]);
    kept.delete(sessionId);
    await store.getState().rereadDraft(sessionId);
    expect(draft()).toBe('');
  });

  it('of a chat that was never opened here is not read for another window', async () => {
    const { store, open, draft, kept } = openDrafts();
    await open();
    kept.set(otherId, 'elsewhere');
    await store.getState().rereadDraft(otherId);
    expect(draft(otherId)).toBeUndefined();
  });

  it('is written at once when it is flushed', async () => {
    const { store, open, type, kept } = openDrafts();
    await open();
    type('before the crash');
    store.getState().flushDrafts();
    expect(kept.get(sessionId)).toBe('before the crash');
  });

  it('wins over what main kept if it was typed before main answered', async () => {
    const { gates, timers, open, type, draft, kept, store } = openDrafts([[sessionId, 'from yesterday']]);
    const { promise, pass } = gate();
    gates.read = promise;
    await open();
    type('from today');
    pass();
    await settle();
    expect(draft()).toBe('from today');
    timers.advance(300);
    expect(kept.get(sessionId)).toBe('from today');
    expect(store.getState().drafts[sessionId]).toBe('from today');
  });

  it('wins even if it was typed and deleted again before main answered', async () => {
    const { gates, timers, open, type, draft, kept } = openDrafts([[sessionId, 'from yesterday']]);
    const { promise, pass } = gate();
    gates.read = promise;
    await open();
    type('x');
    type('');
    pass();
    await settle();
    timers.advance(300);
    expect(draft()).toBe('');
    expect(kept.get(sessionId)).toBe('');
  });

  it('stays as it is typed when it cannot be read, and is read when the chat opens again', async () => {
    const { gates, open, type, draft } = openDrafts([[otherId, 'kept']]);
    gates.isBroken = true;
    await open();
    type('typed');
    expect(draft()).toBe('typed');
    await open(otherId);
    expect(draft(otherId)).toBeUndefined();
    gates.isBroken = false;
    await open();
    await open(otherId);
    expect(draft(otherId)).toBe('kept');
  });

  it('is written with the next change when it could not be written', async () => {
    const { store, gates, open, type, kept } = openDrafts();
    await open();
    gates.isBroken = true;
    type('hello');
    store.getState().flushDrafts();
    await settle();
    expect(kept.has(sessionId)).toBe(false);
    gates.isBroken = false;
    store.getState().flushDrafts();
    expect(kept.get(sessionId)).toBe('hello');
  });

  it('is gone once it was sent, and no late write brings it back', async () => {
    const { store, gates, timers, open, type, kept, draft } = openDrafts();
    await open();
    type('hello');
    const { promise, pass } = gate();
    gates.send = promise;
    const sending = store.getState().send();
    timers.advance(300);
    store.getState().flushDrafts();
    pass();
    await sending;
    timers.advance(300);
    expect(draft()).toBe('');
    expect(kept.get(sessionId) ?? '').toBe('');
  });

  it('is written again when the same words are typed after they were sent', async () => {
    const { store, timers, open, type, kept } = openDrafts();
    await open();
    type('again');
    timers.advance(300);
    await store.getState().send();
    type('again');
    timers.advance(300);
    expect(kept.get(sessionId)).toBe('again');
  });

  it('keeps the words that were typed while a message was being sent', async () => {
    const { store, gates, timers, open, type, kept, draft } = openDrafts();
    await open();
    type('first');
    const { promise, pass } = gate();
    gates.send = promise;
    const sending = store.getState().send();
    type('second');
    pass();
    await sending;
    timers.advance(300);
    expect(draft()).toBe('second');
    expect(kept.get(sessionId)).toBe('second');
  });

  it('goes along to the chat that takes its chat’s place', async () => {
    const { store, timers, open, type, draft, kept } = openDrafts();
    await open();
    type('hello');
    store.getState().moveDraft(sessionId, otherId);
    await open(otherId);
    expect(draft()).toBeUndefined();
    expect(draft(otherId)).toBe('hello');
    timers.advance(300);
    expect(kept.get(otherId)).toBe('hello');
  });
});
