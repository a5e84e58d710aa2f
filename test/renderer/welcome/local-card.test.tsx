import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalServer } from '../../../src/shared/model/provider';
import { card, created, press, renderWelcome, throwing } from './render-welcome';

const ollama: LocalServer = {
  name: 'Ollama',
  baseUrl: 'http://127.0.0.1:11434/v1',
  models: ['llama3.2', 'qwen2.5'],
};
const studio: LocalServer = { name: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1', models: ['gemma-3'] };

afterEach(cleanup);

describe('using a local server', () => {
  it('looks for nothing until it is asked to', async () => {
    const { inputs } = await renderWelcome({ findLocal: () => [ollama] });
    expect(inputs('providers.findLocal')).toEqual([]);
    await press(card('local').getByRole('button', { name: 'Look for one' }));
    expect(inputs('providers.findLocal')).toEqual([{}]);
  });

  it('lists each server with its models and starts a chat that the chosen one answers', async () => {
    const { stores, inputs } = await renderWelcome({ findLocal: () => [ollama, studio] });
    await press(card('local').getByRole('button', { name: 'Look for one' }));
    expect(card('local').getByRole('status').textContent).toBe('Found 2 on this computer.');
    expect(screen.getByTestId('welcome-local').textContent).toContain('127.0.0.1:11434');
    fireEvent.change(card('local').getByLabelText('Model of Ollama'), { target: { value: 'qwen2.5' } });
    expect(card('local').getByRole('button', { name: 'Use gemma-3' })).toBeTruthy();
    await press(card('local').getByRole('button', { name: 'Use qwen2.5' }));
    expect(inputs('providers.useLocal')).toEqual([
      { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', model: 'qwen2.5' },
    ]);
    expect(stores.app.getState().settings?.theme).toBe('dark');
    expect(stores.sessions.getState().selectedId).toBe(created.id);
  });

  it('says where it looked and how a server is started, and looks again', async () => {
    const answers = [[], [ollama]];
    await renderWelcome({ findLocal: () => answers.shift()! });
    await press(card('local').getByRole('button', { name: 'Look for one' }));
    const said = card('local').getByRole('status').textContent;
    for (const word of ['127.0.0.1', '11434', '1234', '8080', 'ollama serve']) expect(said).toContain(word);
    await press(card('local').getByRole('button', { name: 'Look again' }));
    expect(card('local').getByRole('button', { name: 'Use llama3.2' })).toBeTruthy();
  });

  it('offers no model of a server that has none', async () => {
    await renderWelcome({ findLocal: () => [{ ...ollama, models: [] }] });
    await press(card('local').getByRole('button', { name: 'Look for one' }));
    expect(screen.getByTestId('welcome-local').textContent).toContain('It has no model yet.');
    expect(
      card('local')
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Look again']);
  });

  it('asks once however often the button is pressed while it looks', async () => {
    let answer: (servers: readonly LocalServer[]) => void = () => undefined;
    const { inputs } = await renderWelcome({ findLocal: () => new Promise((resolve) => (answer = resolve)) });
    await press(card('local').getByRole('button', { name: 'Look for one' }));
    await press(card('local').getByRole('button', { name: 'Looking on this computer…' }));
    expect(inputs('providers.findLocal')).toHaveLength(1);
    act(() => answer([]));
    await waitFor(() => expect(card('local').getByRole('button', { name: 'Look again' })).toBeTruthy());
  });

  it('says why the search failed', async () => {
    await renderWelcome({ findLocal: throwing('The network is not allowed.') });
    await press(card('local').getByRole('button', { name: 'Look for one' }));
    expect(card('local').getByRole('alert').textContent).toBe('The network is not allowed.');
    expect(card('local').getByRole('button', { name: 'Look again' })).toBeTruthy();
  });

  it('keeps the list and says why when a model could not be used', async () => {
    await renderWelcome({ findLocal: () => [ollama], useLocal: throwing('The server is gone.') });
    await press(card('local').getByRole('button', { name: 'Look for one' }));
    await press(card('local').getByRole('button', { name: 'Use llama3.2' }));
    expect(card('local').getByRole('alert').textContent).toBe('The server is gone.');
    expect(card('local').getByRole('button', { name: 'Use llama3.2' })).toBeTruthy();
  });
});
