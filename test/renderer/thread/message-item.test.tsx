import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MessageItem } from '../../../src/renderer/thread/message-item';
import type { SummaryId } from '../../../src/shared/model/ids';
import type { Message } from '../../../src/shared/model/message';
import type { Summary } from '../../../src/shared/model/summary';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { messageId, sampleId, sampleMessage, samplePage, sessionId } from '../samples';

function summaryUpTo(position: number, version: number): Summary {
  return {
    id: sampleId(6, version) as SummaryId,
    sessionId,
    parentId: null,
    costMicrocents: 0,
    version,
    order: version,
    retryOf: null,
    origin: 'extractive',
    score: null,
    lastMessageId: messageId(position),
    fromPosition: 1,
    toPosition: position,
    text: 'Ana signs off.',
    tokens: 5,
    sourceTokens: 50,
    model: 'offline',
    createdAt: 0,
    quality: 0.94,
    current: true,
  };
}

async function show(messages: readonly Message[]) {
  let summaries: readonly Summary[] = [summaryUpTo(2, 1)];
  const bridge = createFakeBridge({
    'messages.page': () => ({ ...samplePage(1, 4, 4), messages }),
    'memory.summaries': () => summaries,
    'memory.snapshot': () => null,
  });
  const shown = renderWithStores(
    bridge,
    messages.map((message) => <MessageItem key={message.id} message={message} />),
  );
  await act(async () => {
    await shown.stores.thread.getState().open(sessionId);
    await shown.stores.memory.getState().open(sessionId);
  });
  const summarise = (next: Summary) =>
    act(async () => {
      summaries = [next, { ...summaries[0]!, current: false }];
      bridge.emit('summaries-changed', { sessionId });
      await Promise.resolve();
      await Promise.resolve();
    });
  return { ...shown, summarise };
}

const four = [1, 2, 3, 4].map((position) => sampleMessage(position));

describe('the messages of a thread', () => {
  afterEach(cleanup);

  it('are each an article that says where it stands and who speaks', async () => {
    await show(four);
    const names = screen.getAllByRole('article').map((article) => article.getAttribute('aria-label'));
    expect(names[0]).toBe('Message 1 of 4, You');
    expect(names[3]).toBe('Message 4 of 4, Engram');
  });

  it('have the date once where a day begins', async () => {
    await show(four);
    expect(screen.getAllByText(/2023, \d\d:\d\d/u)).toHaveLength(1);
  });

  it('say in place why an answer failed, and keep what was written of it', async () => {
    const error = { kind: 'server', message: 'The server closed the connection.', retryable: true } as const;
    await show([...four.slice(0, 3), sampleMessage(4, { state: 'failed', error, content: 'It is due' })]);
    expect(screen.getByRole('alert').textContent).toContain('The server closed the connection.');
    expect(screen.getByText('It is due')).toBeTruthy();
  });

  it('have a line where the summary took over, which moves when a new one is written', async () => {
    const { summarise } = await show(four);
    const before = screen.getByTestId('summary-divider');
    expect(before.textContent).toBe('Messages 1–2 are in summary v1, quality 0.94');
    expect(before.parentElement?.dataset['itemMessage']).toBe(messageId(3));
    await summarise(summaryUpTo(3, 2));
    const after = screen.getByTestId('summary-divider');
    expect(after.textContent).toContain('summary v2');
    expect(after.parentElement?.dataset['itemMessage']).toBe(messageId(4));
  });
});
