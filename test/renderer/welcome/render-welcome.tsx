import { act, fireEvent, screen, within } from '@testing-library/react';
import { WelcomePane } from '../../../src/renderer/welcome/welcome-pane';
import type { StartInfo } from '../../../src/shared/contract/calls/app-calls';
import { AppError } from '../../../src/shared/errors';
import type { KeyState, LocalServer, ProviderTest, ProviderView } from '../../../src/shared/model/provider';
import { defaultSettings, openAiProvider } from '../../../src/shared/settings';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { samplePage, sampleSession } from '../samples';

/** The chat that any way to begin ends in, but for the sample. */
export const created = sampleSession(7);
/** The sample chat. */
export const sample = sampleSession(4, { isSample: true });
const settings = { ...defaultSettings, theme: 'dark' } as const;
/** What main answers; what is left out goes well. */
interface Main {
  readonly openSample?: () => { readonly session: typeof sample; readonly questions: readonly string[] };
  readonly setKey?: () => ProviderView;
  readonly test?: () => ProviderTest | null | Promise<ProviderTest | null>;
  readonly setSettings?: () => typeof settings;
  readonly findLocal?: () => readonly LocalServer[] | Promise<readonly LocalServer[]>;
  readonly useLocal?: () => typeof settings;
  readonly create?: () => typeof created;
  readonly keyAtStart?: KeyState;
  readonly canSaveKey?: boolean;
}

/** A test that went well. */
export const listed = (models: readonly string[]): ProviderTest => ({ kind: 'ok', at: 0, ms: 1, models });
/** An answer that is an error. */
export function throwing(message: string): () => never {
  return () => {
    throw new AppError('unexpected', message);
  };
}

function providerOf(key: KeyState, test: ProviderTest | null, canSaveKey = true): ProviderView {
  return { ...openAiProvider, key, canSaveKey, isLocal: false, test };
}

function startOf({ keyAtStart = 'none', canSaveKey = true }: Main): StartInfo {
  return {
    version: '0.0.0',
    build: null,
    platform: 'linux',
    dataFolder: '/',
    user: { id: created.userId, name: 'You', createdAt: 0 },
    settings: defaultSettings,
    providers: [providerOf(keyAtStart, null, canSaveKey)],
    notice: null,
  };
}

/** Renders the first screen, started, over such a main. */
export async function renderWelcome(main: Main = {}) {
  const bridge = createFakeBridge({
    'app.start': () => startOf(main),
    'sessions.openSample': () => main.openSample?.() ?? { session: sample, questions: [] },
    'providers.setKey': () => main.setKey?.() ?? providerOf('saved', null),
    'providers.test': async () =>
      providerOf('saved', (await main.test?.()) ?? listed(['gpt-4o', 'gpt-4o-mini'])),
    'settings.set': () => main.setSettings?.() ?? settings,
    'providers.findLocal': () => main.findLocal?.() ?? [],
    'providers.useLocal': () => main.useLocal?.() ?? settings,
    'sessions.create': () => main.create?.() ?? created,
    'messages.page': () => samplePage(1, 2, 2),
    'memory.summaries': () => [],
    'memory.snapshot': () => null,
    'import.choose': () => null,
  });
  const shown = renderWithStores(bridge, <WelcomePane />);
  await act(() => shown.stores.app.getState().begin());
  const inputs = (name: string) =>
    bridge.calls.filter((call) => call.name === name).map((call) => call.input);
  return { ...shown, bridge, inputs };
}

/** One of the three cards. */
export const card = (name: 'sample' | 'key' | 'local') => within(screen.getByTestId(`welcome-${name}`));
/** Clicks a button and lets every answer arrive. */
export async function press(button: HTMLElement): Promise<void> {
  await act(async () => {
    fireEvent.click(button);
    await new Promise((resolve) => setImmediate(resolve));
  });
}
