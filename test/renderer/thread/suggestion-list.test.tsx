import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Composer } from '../../../src/renderer/thread/composer';
import type { TurnId } from '../../../src/shared/model/ids';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleMessage, samplePage, sampleSession, sessionId, turnId } from '../samples';

const questions = ['One?', 'Two?', 'Three?', 'Four?', 'Five?'];

async function setUp(change: { readonly isSample?: boolean; readonly running?: TurnId } = {}) {
  const session = sampleSession(1, { isSample: change.isSample ?? true, messageCount: 200 });
  const bridge = createFakeBridge({
    'sessions.list': () => ({ sessions: [session], nextCursor: null }),
    'sessions.openSample': () => ({ session, questions }),
    'messages.page': () => samplePage(1, 2, 2),
    'memory.snapshots': () => [],
    'memory.summaries': () => [],
    'memory.snapshot': () => null,
    'drafts.read': () => ({ text: '', files: [] }),
    'drafts.write': () => null,
    'chat.send': ({ text }) => ({
      turnId,
      message: sampleMessage(3, { content: text, turnId }),
      reply: sampleMessage(4, { turnId, state: 'streaming', content: '' }),
    }),
  });
  const shown = renderWithStores(
    bridge,
    <Composer sessionId={sessionId} runningTurn={change.running ?? null} />,
  );
  await act(() => shown.stores.sessions.getState().load());
  await act(async () => {
    await shown.navigation.openChat(session.id);
    await new Promise((resolve) => setImmediate(resolve));
  });
  const sent = () => bridge.calls.filter((call) => call.name === 'chat.send').map((call) => call.input);
  return { ...shown, sent };
}

const field = () => screen.getByTestId<HTMLTextAreaElement>('composer');

describe('the suggestions', () => {
  afterEach(cleanup);

  it('are up to four questions above the composer of the sample chat', async () => {
    await setUp();
    expect(screen.getAllByTestId('suggestion').map((button) => button.textContent)).toEqual([
      'Ask: One?',
      'Ask: Two?',
      'Ask: Three?',
      'Ask: Four?',
    ]);
    expect(screen.getByRole('list', { name: 'Questions worth asking this chat' })).toBeTruthy();
  });

  it('are not shown in any other chat', async () => {
    await setUp({ isSample: false });
    expect(screen.queryByTestId('suggestion')).toBeNull();
  });

  it('are sent with a click, and what was being written comes back', async () => {
    const { sent } = await setUp();
    fireEvent.change(field(), { target: { value: 'half a thought' } });
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Ask: Two?' }));
      await new Promise((resolve) => setImmediate(resolve));
    });
    expect(sent()).toEqual([{ sessionId, text: 'Two?' }]);
    expect(field().value).toBe('half a thought');
  });

  it('cannot be sent while an answer is written', async () => {
    const { sent } = await setUp({ running: turnId });
    const button = screen.getByRole('button', { name: 'Ask: Two?' });
    expect(button.hasAttribute('disabled')).toBe(true);
    fireEvent.click(button);
    expect(sent()).toEqual([]);
  });
});
