import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageItem } from '../../../src/renderer/thread/message-item';
import { useThread } from '../../../src/renderer/stores/use-stores';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import type { StartedTurn } from '../../../src/shared/contract/calls/chat-calls';
import type { TurnEvent } from '../../../src/shared/contract/events';
import type { AppErrorShape } from '../../../src/shared/errors';
import type { TurnId } from '../../../src/shared/model/ids';
import type { Message } from '../../../src/shared/model/message';
import { AppError } from '../../../src/shared/errors';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { messageId, sampleId, sampleMessage, samplePage, sessionId, turnId } from '../samples';

const words = catalogue.reply;
const NOW = 1_700_000_100_000;

function Thread() {
  const messages = useThread((state) => state.window.messages);
  return messages.map((message) => <MessageItem key={message.id} message={message} />);
}

const serverError: AppErrorShape = { kind: 'server', message: 'The server failed (500).', retryable: true };
const failed = (error: AppErrorShape, change: Partial<Message> = {}): Message =>
  sampleMessage(2, { state: 'failed', error, provenance: 'model', content: 'Half', turnId, ...change });

const newTurn = sampleId(2, 2) as TurnId;
const started: StartedTurn = {
  turnId: newTurn,
  message: sampleMessage(1),
  reply: sampleMessage(2, {
    id: messageId(99),
    content: '',
    state: 'streaming',
    turnId: newTurn,
    provenance: 'model',
  }),
};

async function show(last: Message, answer: () => StartedTurn | Promise<StartedTurn> = () => started) {
  const page = samplePage(1, 2, 2);
  const bridge = createFakeBridge({
    'messages.page': () => ({ ...page, messages: [page.messages[0]!, last] }),
    'memory.snapshots': () => [],
    'chat.preview': () => {
      throw new AppError('not-found', 'Gone.');
    },
    'drafts.read': () => ({ text: '', files: [] }),
    'chat.retry': answer,
    'chat.continue': answer,
  });
  const shown = renderWithStores(bridge, <Thread />);
  await act(() => shown.stores.thread.getState().open(sessionId));
  const event = (sequence: number, body: object): void =>
    bridge.emit('turn', { turnId: newTurn, sessionId, sequence, ...body } as TurnEvent);
  return { ...shown, bridge, event };
}

const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name });

describe('the end of a reply that failed', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    cleanup();
  });

  it('keeps its words and says what failed, with a way to try again and to go on', async () => {
    await show(failed(serverError));
    expect(screen.getByRole('alert').textContent).toContain('The server failed (500).');
    expect(screen.getByText('Half')).toBeDefined();
    expect(button(words.retry).disabled).toBe(false);
    expect(button(words.continue).disabled).toBe(false);
  });

  it('offers no going on where there are no words, or where they are quotes', async () => {
    await show(failed(serverError, { content: '' }));
    expect(screen.queryByRole('button', { name: words.continue })).toBeNull();
    cleanup();
    await show(failed(serverError, { provenance: 'offline' }));
    expect(screen.queryByRole('button', { name: words.continue })).toBeNull();
  });

  it('gives way to the new reply in its place when it is tried again', async () => {
    const { bridge, event, stores } = await show(failed(serverError));
    await act(async () => {
      fireEvent.click(button(words.retry));
      await Promise.resolve();
    });
    expect(bridge.calls).toContainEqual({
      name: 'chat.retry',
      input: { sessionId, messageId: messageId(2) },
    });
    expect(screen.queryByRole('alert')).toBeNull();
    const reply = { ...started.reply, state: 'done', content: 'Whole.' } as const;
    act(() => event(0, { kind: 'done', reply, snapshot: null }));
    expect(screen.getByText('Whole.')).toBeDefined();
    expect(stores.thread.getState().window.messages.map(({ id }) => id)).toEqual([
      messageId(1),
      messageId(99),
    ]);
  });

  it('shows the finished reply also where it ended before the call was answered', async () => {
    const reply = { ...started.reply, state: 'done', content: 'Fast.' } as const;
    let tell = (): void => undefined;
    const { event } = await show(failed(serverError), async () => {
      tell();
      return Promise.resolve(started);
    });
    tell = () => event(0, { kind: 'done', reply, snapshot: null });
    await act(async () => {
      fireEvent.click(button(words.retry));
      await Promise.resolve();
    });
    expect(screen.getByText('Fast.')).toBeDefined();
    expect(screen.getAllByRole('article')).toHaveLength(2);
  });

  it('goes on with its words before it, as they stream', async () => {
    const continued = { ...started, reply: { ...started.reply, content: 'Half' } };
    const { event, timers } = await show(failed(serverError), () => continued);
    await act(async () => {
      fireEvent.click(button(words.continue));
      await Promise.resolve();
    });
    act(() => {
      event(0, { kind: 'delta', text: 'Half' });
      event(1, { kind: 'delta', text: ' and more' });
      timers.advance(100);
    });
    expect(screen.getByText('Half and more')).toBeDefined();
  });

  it('counts a rate limit down, and lets it be tried again when it is over', async () => {
    await show(failed({ kind: 'rate-limit', message: 'Slow down.', retryable: true, retryAt: NOW + 2_000 }));
    expect(button(words.retryIn(2)).disabled).toBe(true);
    act(() => void vi.advanceTimersByTime(1_250));
    expect(button(words.retryIn(1)).disabled).toBe(true);
    act(() => void vi.advanceTimersByTime(1_000));
    expect(button(words.retry).disabled).toBe(false);
  });

  it('leads to the keys where a key was refused', async () => {
    const { stores } = await show(
      failed({ kind: 'auth', message: 'The key was refused.', retryable: false }),
    );
    fireEvent.click(button(words.openModelSettings));
    expect(stores.app.getState()).toMatchObject({ view: 'settings', settingsTab: 'models' });
  });

  it('says of a context too long that less is sent next time', async () => {
    await show(failed({ kind: 'context-overflow', message: 'Too long.', retryable: true }));
    expect(screen.getByRole('alert').textContent).toContain(words.sendsLess);
  });

  it('offers nothing where it is not the last message', async () => {
    const page = samplePage(1, 2, 3);
    const bridge = createFakeBridge({
      'messages.page': () => ({
        ...page,
        messages: [page.messages[0]!, failed(serverError)],
        hasLater: true,
      }),
      'memory.snapshots': () => [],
      'drafts.read': () => ({ text: '', files: [] }),
    });
    const { stores } = renderWithStores(bridge, <Thread />);
    await act(() => stores.thread.getState().open(sessionId));
    expect(screen.getByRole('alert')).toBeDefined();
    expect(screen.queryByRole('button', { name: words.retry })).toBeNull();
  });

  it('says at the composer why it could not be tried again', async () => {
    const { stores } = await show(failed(serverError), () => {
      throw new AppError('conflict', 'Still answering.');
    });
    await act(async () => {
      fireEvent.click(button(words.retry));
      await Promise.resolve();
    });
    expect(stores.thread.getState()).toMatchObject({
      sendError: { message: 'Still answering.' },
      sending: false,
    });
  });
});

describe('a reply that was stopped', () => {
  afterEach(cleanup);

  it('says so, and offers to go on', async () => {
    await show(sampleMessage(2, { state: 'stopped', provenance: 'model', content: 'Half', turnId }));
    expect(screen.getByText(catalogue.thread.stopped)).toBeDefined();
    expect(button(words.continue)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a reply that is waited for', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    cleanup();
  });

  it('says why nothing comes and when it is tried again, until its words come', async () => {
    const { event, timers } = await show({ ...started.reply });
    const wait = { kind: 'waiting', error: serverError, attempt: 2, attempts: 3, until: NOW + 3_000 };
    act(() => event(0, wait));
    expect(screen.getByTestId('waiting').textContent).toContain(words.waiting(3, 2, 3));
    act(() => void vi.advanceTimersByTime(3_250));
    expect(screen.getByTestId('waiting').textContent).toContain(words.waitingNow(2, 3));
    act(() => {
      event(1, { kind: 'delta', text: 'Here.' });
      timers.advance(100);
    });
    expect(screen.queryByTestId('waiting')).toBeNull();
    expect(screen.getByText('Here.')).toBeDefined();
  });
});
