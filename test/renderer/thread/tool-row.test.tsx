import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MessageView } from '../../../src/renderer/thread/message-view';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import { defaultSettings } from '../../../src/shared/settings';
import type { Message } from '../../../src/shared/model/message';
import type { ToolRun } from '../../../src/shared/model/message-metadata';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { messageId, sampleMessage, sessionId } from '../samples';

const words = catalogue.tools;

afterEach(cleanup);

function toolMessage(change: Partial<ToolRun>, content = '42'): Message {
  const tool: ToolRun = {
    callId: 'call_1',
    name: 'calculate',
    arguments: '{"expression":"6 * 7"}',
    status: 'done',
    ms: 2.4,
    answer: null,
    ...change,
  };
  return sampleMessage(3, { role: 'tool', provenance: 'tool', content, metadata: { tool } });
}

function show(message: Message) {
  const bridge = createFakeBridge({ 'tools.answer': () => null });
  const rendered = renderWithStores(bridge, <MessageView message={message} total={4} />);
  return { ...rendered, bridge };
}

describe('the row of a tool', () => {
  it('names it with what it was given, what it said and how long it took, and opens', () => {
    show(toolMessage({}));
    const head = screen.getByRole('button');
    expect(head.textContent).toBe('Calculate6 * 7422 ms');
    expect(screen.queryByText(words.arguments)).toBeNull();
    fireEvent.click(head);
    expect(head.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('{"expression":"6 * 7"}')).toBeTruthy();
  });

  it.each(['failed', 'denied', 'timed-out', 'running'] as const)('says in words that it is %s', (status) => {
    show(toolMessage({ status, ms: null }, 'The tool failed: no.'));
    expect(screen.getByRole('button').textContent).toContain(words.status[status]);
  });

  it('asks in place, and passes the answer on', () => {
    const { bridge, stores } = show(toolMessage({ name: 'pin_message', status: 'asking', ms: null }, ''));
    act(() => stores.thread.setState({ sessionId }));
    expect(screen.getByRole('alert').textContent).toContain(words.ask('Pin a message'));
    fireEvent.click(screen.getByRole('button', { name: words.deny }));
    expect(bridge.calls).toContainEqual({
      name: 'tools.answer',
      input: { sessionId, messageId: messageId(3), answer: 'deny' },
    });
  });

  it('does not offer to allow it for the chat where it is to ask every time', () => {
    const { stores } = show(toolMessage({ name: 'pin_message', status: 'asking', ms: null }, ''));
    expect(screen.getByRole('button', { name: words.allowAlways })).toBeTruthy();
    const toolRules = { pin_message: 'ask-always' } as const;
    act(() => stores.app.getState().acceptSettings({ ...defaultSettings, toolRules }));
    expect(screen.queryByRole('button', { name: words.allowAlways })).toBeNull();
  });
});
