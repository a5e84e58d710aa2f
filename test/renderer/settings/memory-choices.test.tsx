import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryTab } from '../../../src/renderer/settings/memory-tab';
import { AppError } from '../../../src/shared/errors';
import { tiers } from '../../../src/shared/tiers';
import { chat, press, renderSettings, samplePreview, settle } from './render-settings';

const number = (name: string) => screen.getByRole<HTMLInputElement>('spinbutton', { name });
const save = () => screen.getByTestId<HTMLButtonElement>('budgets-save');
const write = (name: string, value: string) => fireEvent.change(number(name), { target: { value } });
const refused = (): never => {
  throw new AppError('unexpected', 'The disk is full.');
};

afterEach(cleanup);

describe('what a choice would mean for the open chat', () => {
  it('stands under every strategy and every tier, before anything is chosen', async () => {
    const { inputs } = await renderSettings(<MemoryTab />, {
      previewWith: ({ strategy, budgets }) =>
        samplePreview({
          maxContextTokens: budgets.maxContextTokens,
          buffer: strategy === 'sliding-window' ? [1, 200] : [187, 200],
          recall: strategy === 'hybrid' || strategy === 'retrieval' ? { quotes: 5, tokens: 1_200 } : null,
        }),
    });
    await settle();
    const lines = screen.getAllByTestId('choice-preview').map(({ textContent }) => textContent);
    expect(lines).toHaveLength(8);
    expect(lines.filter((line) => line.includes('messages 1–200 are sent as they are'))).toHaveLength(1);
    expect(lines.at(-1)).toContain('of 16,000 tokens');
    // Two strategies recall, and two tiers use one of them.
    const recalling = lines.filter((line) => line.includes('and up to 5 recalled quotes'));
    expect(recalling).toHaveLength(4);
    expect(recalling[0]).toContain(
      'tokens before the next question, and up to 5 recalled quotes (at most 1,200 tokens) for a question.',
    );
    expect(inputs('settings.set')).toEqual([]);
  });

  it('is left out where it cannot be worked out, or no chat is open', async () => {
    await renderSettings(<MemoryTab />, { previewWith: refused });
    expect(screen.queryByTestId('choice-preview')).toBeNull();
    cleanup();
    await renderSettings(<MemoryTab />, { session: null });
    expect(screen.queryByTestId('choice-preview')).toBeNull();
  });
});

describe('tiers', () => {
  const tier = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });

  it('fill in budgets, strategy and scope at once, and editing one makes it one’s own', async () => {
    const { inputs } = await renderSettings(<MemoryTab />);
    expect(tier('Standard').checked).toBe(true);
    await press(tier('Pro'));
    expect(inputs('settings.set')).toEqual([tiers.pro]);
    expect(tier('Pro').checked).toBe(true);
    expect(number('Window').value).toBe('16000');
    write('Profile', '300');
    await press(save());
    expect(screen.getByText('Own: a tier that you edited.')).toBeTruthy();
    expect(tier('Pro').checked).toBe(false);
  });

  it('leave the open chat as it is, and offer to switch it too', async () => {
    const { inputs } = await renderSettings(<MemoryTab />);
    await press(tier('Free'));
    expect(inputs('sessions.update')).toEqual([]);
    await press(screen.getByRole('button', { name: /^Switch “Trip” to it too/ }));
    const memory = { strategy: 'buffer', recallScope: 'session' };
    expect(inputs('sessions.update')).toEqual([{ sessionId: chat.id, ...memory }]);
  });
});

describe('the second look', () => {
  it('is on from the start and is switched off here', async () => {
    const { inputs } = await renderSettings(<MemoryTab />);
    const toggle = screen.getByRole('switch', { name: 'Look again when something is missing' });
    expect(toggle.getAttribute('aria-checked')).toBe('true');
    await press(toggle);
    expect(inputs('settings.set')).toEqual([{ secondLook: false }]);
    expect(toggle.getAttribute('aria-checked')).toBe('false');
  });
});
