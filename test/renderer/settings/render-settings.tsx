import { act, fireEvent } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { CallInput } from '../../../src/shared/contract/calls';
import type { ContextPreview } from '../../../src/shared/contract/calls/chat-calls';
import type { PromptState } from '../../../src/shared/model/prompt';
import type { Session } from '../../../src/shared/model/session';
import { defaultSettings, type Settings } from '../../../src/shared/settings';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleSession } from '../samples';

/** The open chat of the settings' tests. */
export const chat = sampleSession(1, { title: 'Trip', messageCount: 200 });

/** A context of the open chat. */
export function samplePreview(change: Partial<ContextPreview> = {}): ContextPreview {
  return {
    maxContextTokens: 8_000,
    replyReserveTokens: 1_000,
    parts: [
      { kind: 'system', tokens: 200 },
      { kind: 'buffer', tokens: 2_200 },
    ],
    buffer: [187, 200],
    summarisedTo: 160,
    waitingMessages: 26,
    leftOutMessages: 0,
    recall: null,
    ...change,
  };
}

interface Main {
  readonly session?: Session | null;
  readonly sessions?: readonly Session[];
  readonly setSettings?: (input: CallInput<'settings.set'>) => void;
  readonly update?: (input: CallInput<'sessions.update'>) => Session;
  readonly preview?: (input: CallInput<'chat.preview'>) => ContextPreview | Promise<ContextPreview>;
  readonly previewWith?: (input: CallInput<'chat.previewWith'>) => ContextPreview | Promise<ContextPreview>;
  readonly readPrompt?: (input: CallInput<'prompts.read'>) => PromptState | Promise<PromptState>;
  readonly writePrompt?: (input: CallInput<'prompts.write'>) => PromptState | Promise<PromptState>;
  readonly tokens?: number;
}

/** Lets every answer of main arrive. */
export const settle = () => act(() => new Promise((resolve) => setImmediate(resolve)));

/** Clicks, and lets every answer arrive. */
export async function press(button: HTMLElement): Promise<void> {
  fireEvent.click(button);
  await settle();
}

/** Renders a tab of the settings, started, with a chat open unless `session` is null. */
export async function renderSettings(tab: ReactNode, main: Main = {}) {
  let settings: Settings = defaultSettings;
  const session = main.session === undefined ? chat : main.session;
  const bridge = createFakeBridge({
    'presets.list': () => [],
    'app.start': () => ({
      version: '0.0.0',
      build: null,
      platform: 'linux',
      dataFolder: '/',
      user: { id: chat.userId, name: 'You', createdAt: 0 },
      settings,
      providers: [],
      notice: null,
    }),
    'sessions.list': () => ({ sessions: main.sessions ?? [chat], nextCursor: null }),
    'sessions.update': (input) => main.update?.(input) ?? { ...chat, ...(input as Partial<Session>) },
    'settings.set': (input) => {
      main.setSettings?.(input);
      settings = { ...settings, ...(input as Partial<Settings>) };
      return settings;
    },
    'chat.preview': (input) => main.preview?.(input) ?? samplePreview(),
    'chat.previewWith': (input) => main.previewWith?.(input) ?? samplePreview(),
    'chat.countTokens': () => ({ tokens: main.tokens ?? 7 }),
    'prompts.read': (input) => main.readPrompt?.(input) ?? { text: '', inherited: 'Be kind.', versions: [] },
    'prompts.write': (input) =>
      main.writePrompt?.(input) ?? { text: input.text, inherited: 'Be kind.', versions: [] },
  });
  const shown = renderWithStores(bridge, tab);
  await act(async () => {
    await shown.stores.app.getState().begin();
    await shown.stores.sessions.getState().load();
    await shown.stores.sessions.getState().select(session?.id ?? null);
  });
  const inputs = (name: string) =>
    bridge.calls.filter((call) => call.name === name).map((call) => call.input);
  /** Lets the figures or keys rest, and the answers arrive. */
  const rest = async (): Promise<void> => {
    act(() => shown.timers.advance(250));
    await settle();
  };
  await rest();
  return { ...shown, bridge, inputs, rest };
}
