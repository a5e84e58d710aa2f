import { describe, expect, it } from 'vitest';
import type { SessionOrder } from '../../../src/shared/model/session';
import { createNavigation } from '../../../src/renderer/stores/navigation';
import { createStores } from '../../../src/renderer/stores/stores';
import { defaultSettings } from '../../../src/shared/settings';
import { createFakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { sampleSession } from '../samples';

/** A start whose first list comes when the test lets it. */
function setUp(chatOrder: SessionOrder) {
  const chats = { used: [sampleSession(2), sampleSession(1)], title: [sampleSession(1), sampleSession(2)] };
  let letFirstCome: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letFirstCome = resolve));
  const bridge = createFakeBridge({
    'app.start': () => ({
      version: '0.0.0',
      build: null,
      platform: 'linux',
      dataFolder: '/',
      user: { id: sampleSession(1).userId, name: 'You', createdAt: 0 },
      settings: { ...defaultSettings, chatOrder },
      providers: [],
      notice: null,
    }),
    'sessions.list': async ({ order }) => {
      if (order === 'title') return { sessions: chats.title, nextCursor: null };
      await held;
      return { sessions: chats.used, nextCursor: null };
    },
    'import.status': () => null,
    'messages.page': () => ({ messages: [], hasEarlier: false, hasLater: false, total: 0 }),
    'drafts.read': () => ({ text: '', files: [] }),
    'memory.summaries': () => [],
    'memory.snapshot': () => null,
  });
  const stores = createStores(bridge, createFakeTimers());
  const titles = () => stores.sessions.getState().sessions.map((session) => session.title);
  const orders = () => bridge.calls.filter(({ name }) => name === 'sessions.list').map(({ input }) => input);
  return { bridge, stores, titles, orders, letFirstCome, navigation: createNavigation(stores) };
}

describe('the beginning of a window', () => {
  it('asks for the chats along with the settings, and not again where their order is the usual one', async () => {
    const { bridge, navigation, titles, orders, letFirstCome } = setUp('used');
    const begun = navigation.begin();
    expect(bridge.calls.map(({ name }) => name)).toEqual(['sessions.list', 'app.start']);
    letFirstCome();
    await begun;
    expect(titles()).toEqual(['Chat 2', 'Chat 1']);
    expect(orders()).toHaveLength(1);
  });

  it('shows the chats in the order that was chosen, also where the other list comes last', async () => {
    const { stores, navigation, titles, orders, letFirstCome } = setUp('title');
    await navigation.begin();
    expect(titles()).toEqual(['Chat 1', 'Chat 2']);
    letFirstCome();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(titles()).toEqual(['Chat 1', 'Chat 2']);
    expect(stores.sessions.getState().order).toBe('title');
    expect(orders()).toMatchObject([{ order: 'used' }, { order: 'title' }]);
  });
});
