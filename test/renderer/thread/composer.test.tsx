import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Composer } from '../../../src/renderer/thread/composer';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleMessage, samplePage, sessionId, turnId } from '../samples';

async function setUp(isRunning = false) {
  const bridge = createFakeBridge({
    'messages.page': () => samplePage(1, 2, 2),
    'chat.send': () => ({
      turnId,
      message: sampleMessage(3, { turnId }),
      reply: sampleMessage(4, { turnId, state: 'streaming', content: '' }),
    }),
    'chat.stop': () => null,
  });
  const shown = renderWithStores(
    bridge,
    <Composer sessionId={sessionId} runningTurn={isRunning ? turnId : null} />,
  );
  await act(() => shown.stores.thread.getState().open(sessionId));
  const field = screen.getByTestId('composer');
  fireEvent.change(field, { target: { value: 'When is it due?' } });
  const sent = () => bridge.calls.filter((call) => call.name === 'chat.send').map((call) => call.input);
  return { ...shown, bridge, field: field as HTMLTextAreaElement, sent };
}

describe('the composer', () => {
  afterEach(cleanup);

  it('sends on Enter and empties the field', async () => {
    const { field, sent } = await setUp();
    await act(async () => {
      expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(false);
      await Promise.resolve();
    });
    expect(sent()).toEqual([{ sessionId, text: 'When is it due?' }]);
    expect(field.value).toBe('');
  });

  it('leaves Shift+Enter to the field, which breaks the line', async () => {
    const { field, sent } = await setUp();
    expect(fireEvent.keyDown(field, { key: 'Enter', shiftKey: true })).toBe(true);
    expect(sent()).toEqual([]);
  });

  it('never sends while an input method composes', async () => {
    const { field, sent } = await setUp();
    expect(fireEvent.keyDown(field, { key: 'Enter', isComposing: true })).toBe(true);
    expect(sent()).toEqual([]);
  });

  it('sends nothing while an answer is written, and offers to stop it instead', async () => {
    const { bridge, field, sent } = await setUp(true);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent()).toEqual([]);
    expect(screen.queryByTestId('send')).toBeNull();
    fireEvent.click(screen.getByTestId('stop'));
    expect(bridge.calls).toContainEqual({ name: 'chat.stop', input: { turnId } });
  });

  it('cannot send blank text', async () => {
    const { field, sent } = await setUp();
    fireEvent.change(field, { target: { value: ' \n ' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.getByTestId('send').hasAttribute('disabled')).toBe(true);
    expect(sent()).toEqual([]);
  });
});
