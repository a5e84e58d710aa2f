import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ModelsTab } from '../../../src/renderer/settings/models-tab';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import { AppError } from '../../../src/shared/errors';
import type { ProviderId, ProviderView } from '../../../src/shared/model/provider';
import { defaultSettings, openAiProvider, type Settings } from '../../../src/shared/settings';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';

const words = catalogue.models;
const openAi: ProviderView = { ...openAiProvider, key: 'none', canSaveKey: true, isLocal: false, test: null };
const mine: ProviderView = {
  id: 'mine' as ProviderId,
  name: 'Mine',
  baseUrl: 'http://127.0.0.1:11434/v1',
  key: 'none',
  canSaveKey: true,
  isLocal: true,
  test: { kind: 'ok', at: 0, ms: 14, models: ['large', 'small'] },
};

function show(providers: readonly ProviderView[] = [openAi, mine]) {
  const settings: Settings = { ...defaultSettings, providers: [...providers] };
  const refused = { kind: 'auth', message: 'The key was not accepted.', retryable: false } as const;
  const bridge = createFakeBridge({
    'settings.set': (changes) => ({ ...settings, ...changes }) as Settings,
    'providers.save': () => mine,
    'providers.remove': () => null,
    'providers.setKey': () => ({ ...openAi, key: 'saved' }),
    'providers.removeKey': () => openAi,
    'providers.test': () => ({ ...openAi, test: { kind: 'failed', at: 0, ms: 3, error: refused } }),
    'providers.findLocal': () => [{ name: 'Ollama', baseUrl: mine.baseUrl, models: ['llama'] }],
    'providers.useLocal': () => settings,
    'embedding.plan': () => ({ messages: 1_234, tokens: 56_789, dimension: 8 }),
    'embedding.choose': () => settings,
  });
  const shown = renderWithStores(bridge, <ModelsTab />);
  act(() => shown.stores.app.setState({ settings, providers }));
  const inputs = (name: string) =>
    bridge.calls.filter((call) => call.name === name).map(({ input }) => input);
  return { ...shown, bridge, inputs };
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('the models of the settings', () => {
  afterEach(cleanup);

  it('say in words where each key is and how the last test went', () => {
    show([openAi, mine, { ...mine, id: 'b' as ProviderId, name: 'B', key: 'session', test: null }]);
    expect(screen.getByText(words.keyState.none)).toBeDefined();
    expect(screen.getByText(words.connected(14, 2))).toBeDefined();
    expect(screen.getByText(words.keyState.session)).toBeDefined();
  });

  it('take a key, clear the field, and test it by themselves', async () => {
    const { inputs, container } = show([openAi]);
    fireEvent.click(button(words.addKey));
    fireEvent.change(screen.getByTestId('key-field'), { target: { value: ' sk-secret-1234 ' } });
    await act(async () => {
      fireEvent.click(button(words.saveKey));
      await Promise.resolve();
    });
    await waitFor(() => expect(inputs('providers.test')).toEqual([{ id: 'openai' }]));
    expect(inputs('providers.setKey')).toEqual([{ id: 'openai', key: 'sk-secret-1234' }]);
    expect(container.innerHTML).not.toContain('sk-secret');
    expect(screen.queryByTestId('key-field')).toBeNull();
  });

  it('show a refused key with what to do', () => {
    const error = { kind: 'auth', message: 'The key was not accepted.', retryable: false } as const;
    show([{ ...openAi, key: 'saved', test: { kind: 'failed', at: 0, ms: 3, error } }]);
    expect(screen.getByText(words.refused)).toBeDefined();
    expect(screen.getByRole('alert').textContent).toBe('The key was not accepted.');
    expect(button(words.fixKey)).toBeDefined();
  });

  it('warn where there is no keychain', () => {
    show([{ ...openAi, canSaveKey: false }]);
    fireEvent.click(button(words.addKey));
    expect(screen.getByText(words.noKeychain)).toBeDefined();
  });

  it('add a provider from a preset, and refuse what is no address', async () => {
    const { inputs } = show([openAi]);
    fireEvent.click(button(words.add));
    fireEvent.change(screen.getByLabelText(words.preset), { target: { value: 'ollama' } });
    const address = screen.getByLabelText(words.baseUrl);
    fireEvent.change(address, { target: { value: 'ftp://example.org' } });
    expect(screen.getByText(words.badUrl)).toBeDefined();
    expect(button(words.save)).toHaveProperty('disabled', true);
    fireEvent.change(address, { target: { value: 'http://192.168.1.5:11434/v1' } });
    expect(screen.getByText(words.plainHttp)).toBeDefined();
    await act(async () => {
      fireEvent.click(button(words.save));
      await Promise.resolve();
    });
    expect(inputs('providers.save')).toEqual([{ name: 'Ollama', baseUrl: 'http://192.168.1.5:11434/v1' }]);
  });

  it('look for a server on this computer only when asked, and use what is chosen there', async () => {
    const { inputs } = show();
    expect(inputs('providers.findLocal')).toEqual([]);
    await act(async () => {
      fireEvent.click(button(words.findLocal));
      await Promise.resolve();
    });
    fireEvent.click(button(words.useLocal('llama')));
    await waitFor(() =>
      expect(inputs('providers.useLocal')).toEqual([
        { name: 'Ollama', baseUrl: mine.baseUrl, model: 'llama' },
      ]),
    );
  });

  it('choose what answers from the lists, by name, or not at all', async () => {
    const { inputs } = show();
    const answers = screen.getByTestId('answers-model');
    fireEvent.change(answers, { target: { value: JSON.stringify(['mine', 'small']) } });
    fireEvent.change(answers, { target: { value: 'other' } });
    fireEvent.change(screen.getByLabelText(words.modelName), { target: { value: 'gpt-next' } });
    await act(async () => {
      fireEvent.click(button(words.use));
      await Promise.resolve();
    });
    fireEvent.change(answers, { target: { value: 'none' } });
    expect(inputs('settings.set')).toEqual([
      { chatModel: { providerId: 'mine', model: 'small' } },
      { chatModel: { providerId: 'openai', model: 'gpt-next' } },
      { chatModel: null },
    ]);
  });

  it('embed with another model only after saying what that takes', async () => {
    const { inputs } = show();
    await act(async () => {
      fireEvent.change(screen.getByTestId('embeddings-model'), {
        target: { value: JSON.stringify(['mine', 'large']) },
      });
      await Promise.resolve();
    });
    expect(inputs('embedding.choose')).toEqual([]);
    expect(screen.getByTestId('embedding-plan').textContent).toContain('1,234');
    await act(async () => {
      fireEvent.click(button(words.embedWith));
      await Promise.resolve();
    });
    expect(inputs('embedding.choose')).toEqual([{ choice: { providerId: 'mine', model: 'large' } }]);
  });

  it('say what went wrong', async () => {
    const { stores } = show();
    await act(async () => {
      stores.app.setState({ modelsError: new AppError('network', 'Not reached.') });
      await Promise.resolve();
    });
    expect(screen.getByRole('alert').textContent).toContain('Not reached.');
  });
});
