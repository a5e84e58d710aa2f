import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/shared/errors';
import { card, created, press, renderWelcome, sample, throwing } from './render-welcome';

afterEach(cleanup);

describe('the first screen', () => {
  it('shows three ways to begin, each with its name, and asks main only who is here', async () => {
    const { bridge } = await renderWelcome();
    expect(screen.getByTestId('welcome')).toBeTruthy();
    for (const name of ['Try it offline', 'Paste a key', 'Use a local server']) {
      expect(screen.getByRole('region', { name })).toBeTruthy();
    }
    expect(bridge.calls.map((call) => call.name)).toEqual(['users.list', 'app.start']);
  });

  it('starts an empty chat, offers the import and leads to the settings', async () => {
    const { stores, inputs } = await renderWelcome();
    await press(screen.getByRole('button', { name: 'Import a conversation' }));
    expect(inputs('import.choose')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    expect(stores.app.getState().view).toBe('settings');
    await press(screen.getByRole('button', { name: 'Start an empty chat' }));
    expect(stores.sessions.getState().selectedId).toBe(created.id);
  });

  it('says why no chat could be started', async () => {
    await renderWelcome({ create: throwing('The disk is full.') });
    await press(screen.getByRole('button', { name: 'Start an empty chat' }));
    expect(screen.getByRole('alert').textContent).toBe('The disk is full.');
  });
});

describe('trying it offline', () => {
  it('opens the sample chat', async () => {
    const { stores } = await renderWelcome();
    await press(card('sample').getByRole('button', { name: 'Open the sample chat' }));
    expect(stores.sessions.getState().selectedId).toBe(sample.id);
  });

  it('says in its card why that failed, and can be tried again', async () => {
    let isBroken = true;
    const { stores } = await renderWelcome({
      openSample: () => {
        if (isBroken) throw new AppError('storage-full', 'The disk is full.');
        return { session: sample, questions: [] };
      },
    });
    await press(card('sample').getByRole('button'));
    expect(card('sample').getByRole('alert').textContent).toBe('The disk is full.');
    isBroken = false;
    await press(card('sample').getByRole('button'));
    expect(stores.sessions.getState().selectedId).toBe(sample.id);
  });
});
