import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProviderTest } from '../../../src/shared/model/provider';
import { card, created, listed, press, renderWelcome, throwing } from './render-welcome';

const KEY = 'sk-test-0123456789';
const refused: ProviderTest = {
  kind: 'failed',
  at: 0,
  ms: 1,
  error: { kind: 'auth', message: 'The server does not know this key.', retryable: false },
};

const keyField = () => screen.getByLabelText<HTMLInputElement>('OpenAI key');

async function check(key: string): Promise<void> {
  fireEvent.change(keyField(), { target: { value: key } });
  await act(async () => {
    fireEvent.submit(keyField().closest('form')!);
    await new Promise((resolve) => setImmediate(resolve));
  });
}

afterEach(cleanup);

describe('pasting a key', () => {
  it('gives main the key, checks it, proposes a model and starts a chat that it answers', async () => {
    const { stores, inputs } = await renderWelcome();
    await check(KEY);
    expect(inputs('providers.setKey')).toEqual([{ id: 'openai', key: KEY }]);
    expect(inputs('providers.test')).toEqual([{ id: 'openai' }]);
    const select = card('key').getByLabelText<HTMLSelectElement>('Model');
    expect(select.value).toBe('gpt-4o-mini');
    expect(document.activeElement).toBe(select);
    fireEvent.change(select, { target: { value: 'gpt-4o' } });
    await press(card('key').getByRole('button', { name: 'Use it' }));
    expect(inputs('settings.set')).toEqual([{ chatModel: { providerId: 'openai', model: 'gpt-4o' } }]);
    expect(stores.app.getState().settings?.theme).toBe('dark');
    expect(stores.sessions.getState().selectedId).toBe(created.id);
  });

  it('clears the field at once and keeps the key nowhere in the page', async () => {
    let answer: (test: ProviderTest) => void = () => undefined;
    const { stores } = await renderWelcome({ test: () => new Promise((resolve) => (answer = resolve)) });
    await check(KEY);
    expect(keyField().type).toBe('password');
    expect(keyField().value).toBe('');
    expect(card('key').getByRole('button', { name: 'Checking the key…' }).getAttribute('aria-busy')).toBe(
      'true',
    );
    expect(JSON.stringify(stores.sessions.getState())).not.toContain(KEY);
    expect(document.body.innerHTML).not.toContain(KEY);
    act(() => answer(refused));
    await card('key').findByRole('alert');
    expect(JSON.stringify(stores.sessions.getState())).not.toContain(KEY);
  });

  it('says in place what was wrong with the key, and has the field ready for another', async () => {
    const tests = [refused, listed(['gpt-4o'])];
    const { inputs } = await renderWelcome({ test: () => tests.shift()! });
    await check('sk-wrong');
    expect(card('key').getByRole('alert').textContent).toBe('The server does not know this key.');
    expect(document.activeElement).toBe(keyField());
    expect(keyField().readOnly).toBe(false);
    await check(KEY);
    expect(inputs('providers.setKey')).toHaveLength(2);
    expect(card('key').getByRole('button', { name: 'Use it' })).toBeTruthy();
  });

  it('tests the same key again when it is asked to with an empty field', async () => {
    const tests = [refused, listed(['gpt-4o'])];
    const { inputs } = await renderWelcome({ test: () => tests.shift()! });
    await check(KEY);
    await check('');
    expect(inputs('providers.setKey')).toHaveLength(1);
    expect(inputs('providers.test')).toHaveLength(2);
  });

  it('uses a key that was there before, without asking for it', async () => {
    const { inputs } = await renderWelcome({ keyAtStart: 'environment' });
    expect(card('key').getByText('There is a key already. Leave this empty to use it.')).toBeTruthy();
    await check('');
    expect(inputs('providers.setKey')).toEqual([]);
    expect(card('key').getByRole('button', { name: 'Use it' })).toBeTruthy();
  });

  it('asks main for nothing while there is no key', async () => {
    const { inputs } = await renderWelcome();
    await check('  ');
    expect(card('key').getByRole('alert').textContent).toBe('Paste a key first.');
    expect(inputs('providers.setKey')).toEqual([]);
    expect(inputs('providers.test')).toEqual([]);
  });

  it('says so when main cannot keep the key', async () => {
    const { inputs } = await renderWelcome({ setKey: throwing('The keys could not be changed.') });
    await check(KEY);
    expect(card('key').getByRole('alert').textContent).toBe('The keys could not be changed.');
    expect(inputs('providers.test')).toEqual([]);
  });

  it('says so when the server lists no model', async () => {
    await renderWelcome({ test: () => listed([]) });
    await check(KEY);
    expect(card('key').getByRole('alert').textContent).toContain('lists no model');
  });

  it('keeps the choice and says why when the model could not be set', async () => {
    const { stores } = await renderWelcome({ setSettings: throwing('The setting was not saved.') });
    await check(KEY);
    await press(card('key').getByRole('button', { name: 'Use it' }));
    expect(card('key').getByRole('alert').textContent).toBe('The setting was not saved.');
    expect(card('key').getByLabelText('Model')).toBeTruthy();
    expect(stores.sessions.getState().selectedId).toBeNull();
  });

  it('says what becomes of the key where the system has no keychain', async () => {
    await renderWelcome({ canSaveKey: false });
    expect(screen.getByTestId('welcome-key').textContent).toContain('kept only until Engram closes');
  });
});
