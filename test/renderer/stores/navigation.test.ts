import { describe, expect, it } from 'vitest';
import { createNavigation } from '../../../src/renderer/stores/navigation';
import { connectEvents, createStores } from '../../../src/renderer/stores/stores';
import { AppError } from '../../../src/shared/errors';
import type { SessionId } from '../../../src/shared/model/ids';
import { createFakeBridge, type FakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { sampleMessage, sampleSession } from '../samples';

const empty = sampleSession(1);
const other = sampleSession(2);
const temporary = sampleSession(3, { temporary: true });
const sample = sampleSession(4, { isSample: true, messageCount: 200 });

interface Main {
  readonly sessions?: readonly (typeof empty)[];
  readonly setRemembered?: (bridge: FakeBridge) => typeof empty | Promise<typeof empty>;
  readonly openSample?: () => { readonly session: typeof empty; readonly questions: readonly string[] };
}

async function setUp(main: Main = {}) {
  const bridge: FakeBridge = createFakeBridge({
    'sessions.list': () => ({ sessions: main.sessions ?? [empty, other], nextCursor: null }),
    'sessions.delete': ({ sessionId }) => {
      bridge.emit('session-removed', { sessionId: sessionId as SessionId });
      return null;
    },
    'sessions.setRemembered': () => main.setRemembered?.(bridge) ?? temporary,
    'sessions.openSample': () => {
      if (main.openSample === undefined) throw new AppError('import-failed', 'The sample is missing.');
      return main.openSample();
    },
    'messages.page': () => ({
      messages: [sampleMessage(200)],
      hasEarlier: true,
      hasLater: false,
      total: 200,
    }),
    'drafts.read': () => ({ text: '', files: [] }),
    'drafts.write': () => null,
    'memory.summaries': () => [],
    'memory.snapshot': () => null,
  });
  const stores = createStores(bridge, createFakeTimers());
  const navigation = createNavigation(stores);
  connectEvents(bridge, stores);
  await stores.sessions.getState().load();
  const titles = () => stores.sessions.getState().sessions.map((session) => session.title);
  const called = (name: string) => bridge.calls.filter((call) => call.name === name).length;
  return { bridge, stores, navigation, titles, called };
}

describe('the switch between kept and temporary', () => {
  it('puts the new chat in the old one’s place with its draft, and offers no undo', async () => {
    const { stores, navigation, titles } = await setUp();
    await navigation.openChat(empty.id);
    stores.thread.getState().setDraft('half a thought');
    await navigation.setRemembered(empty.id, false);
    expect(titles()).toEqual(['Chat 3', 'Chat 2']);
    expect(stores.sessions.getState()).toMatchObject({ selectedId: temporary.id, removed: null });
    expect(stores.sessions.getState().opened?.temporary).toBe(true);
    expect(stores.thread.getState().sessionId).toBe(temporary.id);
    expect(stores.thread.getState().drafts).toEqual({ [temporary.id]: 'half a thought' });
  });

  it('never leaves the list empty in between, though main tells of the old one first', async () => {
    const lengths: number[] = [];
    const { stores, navigation } = await setUp({
      sessions: [empty],
      setRemembered: (bridge) => {
        bridge.emit('session-removed', { sessionId: empty.id });
        bridge.emit('session-changed', { session: temporary });
        return temporary;
      },
    });
    await navigation.openChat(empty.id);
    stores.sessions.subscribe((state) => lengths.push(state.sessions.length));
    await navigation.setRemembered(empty.id, false);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(stores.sessions.getState().sessions).toEqual([temporary]);
  });

  it('leaves the chat as it is and says why when main refuses', async () => {
    const { stores, navigation, titles } = await setUp({
      setRemembered: () => Promise.reject(new AppError('conflict', 'This chat has messages already.')),
    });
    await navigation.openChat(empty.id);
    stores.thread.getState().setDraft('half a thought');
    await navigation.setRemembered(empty.id, false);
    expect(titles()).toEqual(['Chat 1', 'Chat 2']);
    expect(stores.sessions.getState().rememberError).toMatchObject({
      sessionId: empty.id,
      error: { message: 'This chat has messages already.' },
    });
    expect(stores.thread.getState().drafts[empty.id]).toBe('half a thought');
  });

  it('stays with the chat that was opened in the meantime', async () => {
    let answer: (session: typeof empty) => void = () => undefined;
    const { stores, navigation, titles } = await setUp({
      setRemembered: () => new Promise((resolve) => (answer = resolve)),
    });
    await navigation.openChat(empty.id);
    const switching = navigation.setRemembered(empty.id, false);
    await navigation.openChat(other.id);
    answer(temporary);
    await switching;
    expect(stores.sessions.getState().selectedId).toBe(other.id);
    expect(titles()).toEqual(['Chat 3', 'Chat 2']);
  });
});

describe('deleting a temporary chat', () => {
  it('asks first and deletes nothing until that is answered', async () => {
    const { stores, navigation, called } = await setUp({ sessions: [temporary, other] });
    await navigation.deleteChat(temporary.id);
    expect(called('sessions.delete')).toBe(0);
    expect(stores.sessions.getState().confirming?.id).toBe(temporary.id);
  });

  it('opens its neighbour once it is confirmed', async () => {
    const { stores, navigation, titles } = await setUp({ sessions: [temporary, other] });
    await navigation.openChat(temporary.id);
    await navigation.deleteChat(temporary.id);
    await navigation.deleteConfirmed();
    expect(titles()).toEqual(['Chat 2']);
    expect(stores.sessions.getState()).toMatchObject({
      selectedId: other.id,
      confirming: null,
      removed: null,
    });
  });

  it('is another thing than deleting a kept one, which asks nothing and can be undone', async () => {
    const { stores, navigation } = await setUp();
    await navigation.deleteChat(other.id);
    expect(stores.sessions.getState().confirming).toBeNull();
    expect(stores.sessions.getState().removed?.sessions[0]?.id).toBe(other.id);
  });
});

describe('the sample chat', () => {
  const questions = ['Where did we meet?', 'What was the dog called?'];

  it('opens at its end, with what is worth asking it', async () => {
    const { stores, navigation } = await setUp({ openSample: () => ({ session: sample, questions }) });
    await navigation.openSample();
    expect(stores.sessions.getState().selectedId).toBe(sample.id);
    expect(stores.sessions.getState().suggestions[sample.id]).toEqual(questions);
    expect(stores.thread.getState().arrival.kind).toBe('bottom');
    expect(stores.sessions.getState().sampleSetup).toEqual({ kind: 'closed', error: null });
  });

  it('goes to its end where it was left somewhere else', async () => {
    const { stores, navigation } = await setUp({ openSample: () => ({ session: sample, questions }) });
    stores.thread.getState().keepPlace(sample.id, { messageId: sampleMessage(3).id, offset: 0 });
    await navigation.openSample();
    expect(stores.thread.getState().arrival.kind).toBe('bottom');
  });

  it('says why it could not be opened and opens nothing', async () => {
    const { stores, navigation } = await setUp();
    await navigation.openSample();
    expect(stores.sessions.getState().sampleSetup).toMatchObject({
      kind: 'closed',
      error: { message: 'The sample is missing.' },
    });
    expect(stores.sessions.getState().selectedId).toBeNull();
  });

  it('asks for its questions once when it is opened from the list, as after a restart', async () => {
    const { stores, navigation, called } = await setUp({
      sessions: [sample, other],
      openSample: () => ({ session: sample, questions }),
    });
    await navigation.openChat(sample.id);
    await Promise.resolve();
    expect(stores.sessions.getState().suggestions[sample.id]).toEqual(questions);
    await navigation.openChat(other.id);
    await navigation.openChat(sample.id);
    expect(called('sessions.openSample')).toBe(1);
  });

  it('is not asked for by any other chat', async () => {
    const { navigation, called } = await setUp();
    await navigation.openChat(other.id);
    expect(called('sessions.openSample')).toBe(0);
  });

  it('opens without its questions where they cannot be had, and asks again the next time', async () => {
    let isBroken = true;
    const { stores, navigation } = await setUp({
      sessions: [sample, other],
      openSample: () => {
        if (isBroken) throw new AppError('worker-lost', 'Please try once more.');
        return { session: sample, questions };
      },
    });
    await navigation.openChat(sample.id);
    expect(stores.sessions.getState().selectedId).toBe(sample.id);
    expect(stores.sessions.getState().error).toBeNull();
    isBroken = false;
    await navigation.openChat(other.id);
    await navigation.openChat(sample.id);
    await Promise.resolve();
    expect(stores.sessions.getState().suggestions[sample.id]).toEqual(questions);
  });
});
