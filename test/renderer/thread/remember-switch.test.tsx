import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSessions } from '../../../src/renderer/stores/use-stores';
import { Composer } from '../../../src/renderer/thread/composer';
import { AppError } from '../../../src/shared/errors';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleMessage, samplePage, sampleSession, sessionId, turnId } from '../samples';

const kept = sampleSession(1);
const temporary = sampleSession(2, { temporary: true });
const nothing = { messages: [], hasEarlier: false, hasLater: false, total: 0 };

/** The composer of whichever chat is open, as the thread's pane shows it. */
function OpenComposer() {
  const openId = useSessions((state) => state.selectedId);
  return openId === null ? null : <Composer sessionId={openId} runningTurn={null} />;
}

async function setUp(session = kept, isBroken = false, isEmpty = true) {
  const bridge = createFakeBridge({
    'sessions.list': () => ({ sessions: [session], nextCursor: null }),
    'sessions.setRemembered': ({ remembered }) => {
      if (isBroken) throw new AppError('conflict', 'This chat has messages already.');
      return remembered ? kept : temporary;
    },
    'messages.page': () => (isEmpty ? nothing : samplePage(1, 2, 2)),
    'memory.snapshots': () => [],
    'memory.summaries': () => [],
    'memory.snapshot': () => null,
    'drafts.read': () => ({ text: '', files: [] }),
    'drafts.write': () => null,
    'chat.send': () => ({
      turnId,
      message: sampleMessage(1, { turnId }),
      reply: sampleMessage(2, { turnId, state: 'streaming', content: '' }),
    }),
  });
  const shown = renderWithStores(bridge, <OpenComposer />);
  await act(() => shown.stores.sessions.getState().load());
  await act(() => shown.navigation.openChat(session.id));
  return { ...shown, bridge };
}

const theSwitch = () => screen.getByTestId('remember-switch');
const field = () => screen.getByTestId<HTMLTextAreaElement>('composer');

async function toggle(): Promise<void> {
  await act(async () => {
    theSwitch().focus();
    fireEvent.click(theSwitch());
    await new Promise((resolve) => setImmediate(resolve));
  });
}

describe('the switch “Remember this chat”', () => {
  beforeEach(() => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe = vi.fn();
        unobserve = vi.fn();
        disconnect = vi.fn();
      },
    );
  });
  afterEach(cleanup);

  it('is on in a new chat, has a name, and says what it means', async () => {
    await setUp();
    const shown = screen.getByRole('switch', { name: 'Remember this chat' });
    expect(shown).toBe(theSwitch());
    expect(shown.getAttribute('aria-checked')).toBe('true');
    const hint = document.getElementById(shown.getAttribute('aria-describedby')!);
    expect(hint?.textContent).toContain('kept in memory only');
    expect(hint?.textContent).toContain('gone when Engram closes');
  });

  it('puts a temporary chat in the place of this one and takes the draft along', async () => {
    const { stores, bridge } = await setUp();
    fireEvent.change(field(), { target: { value: 'a secret' } });
    await toggle();
    expect(bridge.calls).toContainEqual({
      name: 'sessions.setRemembered',
      input: { sessionId: kept.id, remembered: false },
    });
    expect(stores.sessions.getState().sessions).toEqual([temporary]);
    expect(stores.sessions.getState().removed).toBeNull();
    expect(field().value).toBe('a secret');
    expect(theSwitch().getAttribute('aria-checked')).toBe('false');
  });

  it('keeps the focus of who works it, and can be switched back', async () => {
    const { stores } = await setUp();
    await toggle();
    expect(document.activeElement).toBe(theSwitch());
    await toggle();
    expect(stores.sessions.getState().selectedId).toBe(kept.id);
    expect(theSwitch().getAttribute('aria-checked')).toBe('true');
  });

  it('stays as it was and says why when main refuses', async () => {
    await setUp(kept, true);
    await toggle();
    expect(screen.getByRole('alert').textContent).toContain('This chat has messages already.');
    expect(theSwitch().getAttribute('aria-checked')).toBe('true');
  });

  it('is gone with the first message; a temporary chat then says that it is not kept', async () => {
    const { stores } = await setUp(temporary);
    expect(screen.queryByText('Temporary: not kept')).toBeNull();
    act(() => stores.thread.getState().setDraft('hello'));
    await act(() => stores.thread.getState().send());
    expect(screen.queryByTestId('remember-switch')).toBeNull();
    expect(screen.getByText('Temporary: not kept')).toBeTruthy();
  });

  it('is not there in a chat with messages, and a kept one says nothing', async () => {
    await setUp({ ...kept, messageCount: 2 }, false, false);
    expect(screen.queryByTestId('remember-switch')).toBeNull();
    expect(screen.queryByText('Temporary: not kept')).toBeNull();
  });
});

describe('leaving the window', () => {
  afterEach(cleanup);

  for (const event of ['blur', 'pagehide']) {
    it(`writes the draft at once on ${event}`, async () => {
      const { bridge } = await setUp({ ...kept, messageCount: 2 }, false, false);
      fireEvent.change(field(), { target: { value: 'half a thought' } });
      fireEvent(window, new Event(event));
      expect(bridge.calls).toContainEqual({
        name: 'drafts.write',
        input: { sessionId, text: 'half a thought' },
      });
    });
  }

  it('writes the draft at once when something else takes the composer’s place', async () => {
    const { bridge, unmount } = await setUp({ ...kept, messageCount: 2 }, false, false);
    fireEvent.change(field(), { target: { value: 'half a thought' } });
    unmount();
    expect(bridge.calls).toContainEqual({
      name: 'drafts.write',
      input: { sessionId, text: 'half a thought' },
    });
  });
});
