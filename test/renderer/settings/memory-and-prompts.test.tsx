import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryTab } from '../../../src/renderer/settings/memory-tab';
import { PromptsTab } from '../../../src/renderer/settings/prompts-tab';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import type { ContextPreview } from '../../../src/shared/contract/calls/chat-calls';
import { AppError } from '../../../src/shared/errors';
import type { PromptState } from '../../../src/shared/model/prompt';
import { defaultSettings, type Settings } from '../../../src/shared/settings';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleSession } from '../samples';

const words = catalogue.budgets;
const prompts = catalogue.prompts;
const session = sampleSession(1, { title: 'Lisbon' });

function previewOf(change: Partial<ContextPreview>): ContextPreview {
  return {
    maxContextTokens: 8_000,
    replyReserveTokens: 1_000,
    parts: [{ kind: 'buffer', tokens: 900 }],
    buffer: [187, 200],
    summarisedTo: 160,
    waitingMessages: 0,
    leftOutMessages: 0,
    recall: null,
    ...change,
  };
}

const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name });

describe('the memory settings', () => {
  afterEach(cleanup);

  function show() {
    const bridge = createFakeBridge({
      'settings.set': (changes) => ({ ...defaultSettings, ...changes }) as Settings,
      'sessions.update': ({ strategy }) => ({ ...session, strategy: strategy ?? 'hybrid' }),
      'chat.preview': () => previewOf({}),
      'chat.previewWith': () => previewOf({ buffer: [195, 200], waitingMessages: 12 }),
    });
    const shown = renderWithStores(bridge, <MemoryTab />);
    act(() => {
      shown.stores.app.setState({ settings: defaultSettings });
      shown.stores.sessions.setState({ opened: session });
    });
    const inputs = (name: string) =>
      bridge.calls.filter((call) => call.name === name).map(({ input }) => input);
    return { ...shown, inputs };
  }
  const window_ = (): HTMLElement => screen.getByRole('spinbutton', { name: words.field.maxContextTokens });

  it('choose the strategy of new chats and of the open one', async () => {
    const { inputs } = show();
    fireEvent.click(screen.getByRole('radio', { name: /Recall and recent/ }));
    await act(async () => {
      fireEvent.change(screen.getByTestId('chat-strategy'), { target: { value: 'buffer' } });
      await Promise.resolve();
    });
    expect(inputs('settings.set')).toEqual([{ strategy: 'retrieval' }]);
    expect(inputs('sessions.update')).toEqual([{ sessionId: session.id, strategy: 'buffer' }]);
  });

  it('keep a budget that does not fit from being saved, and offer what mends it', async () => {
    const { inputs } = show();
    const save = (): HTMLButtonElement => screen.getByTestId<HTMLButtonElement>('budgets-save');
    expect(save().disabled).toBe(true);
    fireEvent.change(window_(), { target: { value: '4000' } });
    expect(screen.getByTestId('budget-problems').textContent).toContain('756 more than the window');
    expect(save().disabled).toBe(true);
    fireEvent.click(button(words.fix(words.field.maxContextTokens, '4,756')));
    expect(screen.queryByTestId('budget-problems')).toBeNull();
    expect(screen.getByText(words.unsaved(1))).toBeDefined();
    await act(async () => {
      fireEvent.click(save());
      await Promise.resolve();
    });
    expect(inputs('settings.set')).toEqual([
      { budgets: { ...defaultSettings.budgets, maxContextTokens: 4_756 } },
    ]);
    expect(screen.queryByText(words.unsaved(1))).toBeNull();
  });

  it('warn of an unusual trigger without standing in the way, and take changes back', () => {
    show();
    fireEvent.change(screen.getByRole('spinbutton', { name: words.field.summaryTrigger }), {
      target: { value: '70' },
    });
    expect(screen.getByText(words.unusualTrigger)).toBeDefined();
    expect(screen.getByTestId<HTMLButtonElement>('budgets-save').disabled).toBe(false);
    fireEvent.click(button(words.undo));
    expect(screen.queryByText(words.unusualTrigger)).toBeNull();
  });

  it('say what a change would mean for the open chat, before it is saved', async () => {
    const { inputs, timers } = show();
    fireEvent.change(screen.getByRole('spinbutton', { name: words.field.bufferMessageLimit }), {
      target: { value: '6' },
    });
    await act(async () => {
      timers.advance(300);
      await Promise.resolve();
      await Promise.resolve();
    });
    await waitFor(() =>
      expect(screen.getByTestId('budgets-preview').textContent).toContain(
        'In “Lisbon”: messages 195–200 are sent as they are (now 187–200); the summary covers 1–160; 12 messages wait for a summary; 900 of 8,000 tokens',
      ),
    );
    const budgets = expect.objectContaining({ bufferMessageLimit: 6 }) as unknown;
    expect(inputs('chat.previewWith')).toContainEqual(
      expect.objectContaining({ sessionId: session.id, budgets }),
    );
    expect(inputs('settings.set')).toEqual([]);
  });
});

describe('the prompts', () => {
  afterEach(cleanup);

  async function show(fails = false) {
    let state: PromptState = {
      text: 'Be brief.',
      inherited: 'You are a helpful assistant.',
      versions: [
        { version: 2, text: 'Be brief.', createdAt: 2_000 },
        { version: 1, text: 'Be kind.', createdAt: 1_000 },
      ],
    };
    let isFailing = fails;
    const bridge = createFakeBridge({
      'presets.list': () => [],
      'prompts.read': () => {
        if (isFailing) throw new AppError('worker-lost', 'The engine was lost.');
        return state;
      },
      'prompts.write': ({ text }) => (state = { ...state, text }),
      'chat.countTokens': ({ text }) => ({ tokens: text.length }),
    });
    const shown = renderWithStores(bridge, <PromptsTab />);
    await act(async () => {
      shown.stores.app.setState({ settings: defaultSettings });
      shown.stores.sessions.setState({ opened: session });
      await Promise.resolve();
    });
    const mend = (): void => void (isFailing = false);
    return { ...shown, bridge, mend };
  }
  const field = (): HTMLTextAreaElement => screen.getByTestId<HTMLTextAreaElement>('prompts-text');

  it('show the text in force, its tokens against their share, and take a new one', async () => {
    const { bridge, timers } = await show();
    fireEvent.change(field(), { target: { value: 'x'.repeat(700) } });
    await act(async () => {
      timers.advance(200);
      await Promise.resolve();
    });
    expect(screen.getByText(prompts.tokens('700', '600'), { exact: false })).toBeDefined();
    expect(screen.getByText(prompts.overShare)).toBeDefined();
    await act(async () => {
      fireEvent.click(button(prompts.save));
      await Promise.resolve();
    });
    expect(bridge.calls).toContainEqual({
      name: 'prompts.write',
      input: { sessionId: null, text: 'x'.repeat(700) },
    });
  });

  it('put an earlier version back into the field, and give way to the inherited one', async () => {
    const { bridge } = await show();
    fireEvent.click(button(prompts.restoreVersion(1)));
    expect(field().value).toBe('Be kind.');
    await act(async () => {
      fireEvent.click(button(prompts.inherit));
      await Promise.resolve();
    });
    expect(bridge.calls).toContainEqual({ name: 'prompts.write', input: { sessionId: null, text: '' } });
  });

  it('belong to all chats or to the open one', async () => {
    const { bridge } = await show();
    await act(async () => {
      fireEvent.click(screen.getByRole('radio', { name: prompts.one }));
      await Promise.resolve();
    });
    expect(bridge.calls).toContainEqual({ name: 'prompts.read', input: { sessionId: session.id } });
  });

  it('say when they cannot be read, and try again', async () => {
    const { mend } = await show(true);
    expect(screen.getByRole('alert').textContent).toContain('The engine was lost.');
    mend();
    await act(async () => {
      fireEvent.click(button(catalogue.app.retry));
      await Promise.resolve();
    });
    expect(field().value).toBe('Be brief.');
  });
});
