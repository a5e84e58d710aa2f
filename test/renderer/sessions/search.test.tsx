import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SearchField } from '../../../src/renderer/sessions/search-field';
import { SearchHits } from '../../../src/renderer/sessions/search-hits';
import { AppError } from '../../../src/shared/errors';
import type { SearchHit } from '../../../src/shared/model/search';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { messageId, samplePage, sampleSession } from '../samples';

const garden = sampleSession(1, { title: 'Garden plans', messageCount: 12 });
const hit: SearchHit = {
  messageId: messageId(5),
  sessionId: sampleSession(2).id,
  sessionTitle: 'Chat 2',
  position: 5,
  role: 'user',
  author: null,
  createdAt: 0,
  excerpt: 'the plans for May',
  marks: [[4, 9]],
};

async function setUp(
  search: (query: string) => readonly (typeof garden)[] = () => [garden],
  messages = [hit],
) {
  const bridge = createFakeBridge({
    'sessions.search': ({ query }) => search(query),
    'messages.search': () => messages,
    'sessions.get': ({ sessionId }) => ({ ...garden, id: sessionId as typeof garden.id }),
    'messages.page': () => samplePage(1, 6, 6),
    'memory.summaries': () => [],
    'memory.snapshot': () => null,
  });
  const shown = renderWithStores(
    bridge,
    <>
      <SearchField />
      <SearchHits />
    </>,
  );
  const field = screen.getByRole('searchbox', { name: 'Search all chats' });
  field.focus();
  const type = async (query: string): Promise<void> => {
    await act(async () => {
      fireEvent.change(field, { target: { value: query } });
      shown.timers.advance(120);
      await new Promise((resolve) => setImmediate(resolve));
    });
  };
  const key = async (name: string, more: { readonly isComposing?: boolean } = {}): Promise<void> => {
    await act(async () => {
      fireEvent.keyDown(document.activeElement!, { key: name, ...more });
      await new Promise((resolve) => setImmediate(resolve));
    });
  };
  await type('plans');
  return { ...shown, bridge, field, type, key };
}

afterEach(cleanup);

describe('the search over all chats', () => {
  it('shows chats by title before messages, with the words marked in both', async () => {
    await setUp();
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
      'Chats',
      'Messages',
    ]);
    const [title, message] = screen.getAllByRole('button', { name: /plans/ });
    expect(title).toBe(screen.getByTestId('title-hit'));
    expect(title?.querySelector('mark')?.textContent).toBe('plans');
    expect(message?.querySelector('mark')?.textContent).toBe('plans');
    expect(screen.getByRole('status').textContent).toBe('2 hits');
  });

  it('shows no heading over nothing', async () => {
    await setUp(() => []);
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual(['Messages']);
  });

  it('says so when nothing holds the words', async () => {
    await setUp(() => [], []);
    expect(screen.getByRole('status').textContent).toBe('No chat and no message contains these words.');
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('opens a chat by its title, and a message at its place', async () => {
    const { stores } = await setUp();
    await act(async () => {
      fireEvent.click(screen.getByTestId('title-hit'));
      await new Promise((resolve) => setImmediate(resolve));
    });
    expect(stores.sessions.getState().selectedId).toBe(garden.id);
    expect(stores.thread.getState().flashId).toBeNull();
    await act(async () => {
      fireEvent.click(screen.getByTestId('message-hit'));
      await new Promise((resolve) => setImmediate(resolve));
    });
    expect(stores.sessions.getState().selectedId).toBe(hit.sessionId);
    expect(stores.thread.getState().flashId).toBe(hit.messageId);
  });

  it('goes from the field through the hits with the arrow keys and back', async () => {
    const { field, key } = await setUp();
    await key('ArrowDown');
    expect(document.activeElement).toBe(screen.getByTestId('title-hit'));
    await key('ArrowDown');
    await key('ArrowDown');
    expect(document.activeElement).toBe(screen.getByTestId('message-hit'));
    await key('Home');
    expect(document.activeElement).toBe(screen.getByTestId('title-hit'));
    await key('End');
    await key('ArrowUp');
    expect(document.activeElement).toBe(screen.getByTestId('title-hit'));
    await key('ArrowUp');
    expect(document.activeElement).toBe(field);
    await key('ArrowDown');
    await key('Escape');
    expect(document.activeElement).toBe(field);
  });

  it('opens the first hit with Enter from the field, but never while an input method composes', async () => {
    const { stores, key } = await setUp();
    await key('Enter', { isComposing: true });
    expect(stores.sessions.getState().selectedId).toBeNull();
    await key('Enter');
    expect(stores.sessions.getState().selectedId).toBe(garden.id);
  });

  it('opens nothing with Enter while the answer to the newest words is not there', async () => {
    const { stores, field, key } = await setUp();
    fireEvent.change(field, { target: { value: 'plans for' } });
    expect(screen.queryByTestId('title-hit')).toBeNull();
    await key('Enter');
    expect(stores.sessions.getState().selectedId).toBeNull();
  });

  it('says why it failed and finds when it is tried again', async () => {
    let isBroken = true;
    await setUp(() => {
      if (isBroken) throw new AppError('worker-lost', 'Please try once more.');
      return [garden];
    });
    expect(screen.getByRole('alert').textContent).toContain('Please try once more.');
    isBroken = false;
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
      await new Promise((resolve) => setImmediate(resolve));
    });
    expect(screen.getByTestId('title-hit')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
