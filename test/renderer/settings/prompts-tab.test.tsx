import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PromptsTab } from '../../../src/renderer/settings/prompts-tab';
import { AppError } from '../../../src/shared/errors';
import type { PromptState } from '../../../src/shared/model/prompt';
import { chat, press, renderSettings, settle } from './render-settings';

const field = () => screen.getByTestId<HTMLTextAreaElement>('prompts-text');
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const own: PromptState = {
  text: 'Answer in verse.',
  inherited: 'Be kind.',
  versions: [
    { version: 2, text: 'Answer in verse.', createdAt: 1_700_000_100_000 },
    { version: 1, text: 'Answer in French.', createdAt: 1_700_000_000_000 },
  ],
};
const refused = (): never => {
  throw new AppError('unexpected', 'The disk is full.');
};

afterEach(cleanup);

describe('system prompts', () => {
  it('shows what is inherited where the scope has none of its own', async () => {
    const { inputs } = await renderSettings(<PromptsTab />);
    expect(inputs('prompts.read')).toEqual([{ sessionId: null }]);
    expect(field().value).toBe('');
    expect(field().placeholder).toContain('Be kind.');
    expect(button('Save').disabled).toBe(true);
    expect(button('Use the inherited one').disabled).toBe(true);
  });

  it('writes the prompt of all chats', async () => {
    const { inputs } = await renderSettings(<PromptsTab />);
    type('Answer in verse.');
    await press(button('Save'));
    expect(inputs('prompts.write')).toEqual([{ sessionId: null, text: 'Answer in verse.' }]);
    expect(screen.getByRole('status').textContent).toContain('Saved.');
    expect(button('Save').disabled).toBe(true);
  });

  it('reads and writes the prompt of the open chat', async () => {
    const { inputs, stores } = await renderSettings(<PromptsTab />);
    await press(screen.getByRole('radio', { name: 'This chat' }));
    expect(inputs('prompts.read').at(-1)).toEqual({ sessionId: chat.id });
    type('Only here.');
    await press(button('Save'));
    expect(inputs('prompts.write')).toEqual([{ sessionId: chat.id, text: 'Only here.' }]);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('Saved.');
    expect(stores.app.getState().promptDrafts).toEqual({});
  });

  it('offers no prompt of a chat while none is open', async () => {
    await renderSettings(<PromptsTab />, { session: null });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'This chat' }).disabled).toBe(true);
    expect(screen.getByText('Open a chat to give it a prompt of its own.')).toBeTruthy();
  });

  it('writes an empty text to go back to the inherited one', async () => {
    const { inputs } = await renderSettings(<PromptsTab />, { readPrompt: () => own });
    await press(button('Use the inherited one'));
    expect(inputs('prompts.write')).toEqual([{ sessionId: null, text: '' }]);
    expect(field().value).toBe('');
  });

  it('puts an earlier version into the field without saving it', async () => {
    const { inputs } = await renderSettings(<PromptsTab />, { readPrompt: () => own });
    expect(screen.queryByRole('button', { name: 'Restore version 2' })).toBeNull();
    await press(button('Restore version 1'));
    expect(field().value).toBe('Answer in French.');
    expect(inputs('prompts.write')).toEqual([]);
    expect(button('Save').disabled).toBe(false);
  });

  it('counts what will be sent, once the keys have rested', async () => {
    const { inputs, rest } = await renderSettings(<PromptsTab />, { tokens: 7 });
    expect(inputs('chat.countTokens')).toEqual([{ text: 'Be kind.' }]);
    type('A');
    type('A b');
    await rest();
    expect(inputs('chat.countTokens').slice(1)).toEqual([{ text: 'A b' }]);
    expect(screen.getByRole('status').textContent).toContain('7 of 600 tokens');
    expect(screen.queryByText(/Longer than its share/)).toBeNull();
  });

  it('warns of a prompt that is longer than its share', async () => {
    await renderSettings(<PromptsTab />, { tokens: 601 });
    expect(screen.getByText(/Longer than its share/)).toBeTruthy();
  });

  it('says why it could not be read, and reads it again when asked to', async () => {
    let isDown = true;
    await renderSettings(<PromptsTab />, { readPrompt: () => (isDown ? refused() : own) });
    expect(screen.getByRole('alert').textContent).toContain('The disk is full.');
    isDown = false;
    await press(button('Retry'));
    expect(field().value).toBe('Answer in verse.');
  });

  it('keeps what was typed where it could not be stored', async () => {
    await renderSettings(<PromptsTab />, { writePrompt: refused });
    type('An hour of work.');
    await press(button('Save'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('The disk is full.');
    expect(screen.getByRole('alert').textContent).not.toContain('could not be read');
    expect(field().value).toBe('An hour of work.');
  });

  it('still has what was typed after the read is tried again', async () => {
    await renderSettings(<PromptsTab />, { writePrompt: refused });
    type('An hour of work.');
    await press(button('Save'));
    await press(button('Retry'));
    expect(field().value).toBe('An hour of work.');
  });

  it('keeps what was typed for all chats while the open chat is looked at', async () => {
    await renderSettings(<PromptsTab />);
    type('Half a sentence');
    await press(screen.getByRole('radio', { name: 'This chat' }));
    await press(screen.getByRole('radio', { name: 'All chats' }));
    expect(field().value).toBe('Half a sentence');
  });
});
