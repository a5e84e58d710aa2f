import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { PromptState } from '../../shared/model/prompt';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';

/** A text is counted once the keys have rested this long. */
const REST_MS = 150;

/** The prompt that is shown. */
export type PromptReading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppErrorShape }
  | { readonly kind: 'ready'; readonly sessionId: SessionId | null; readonly state: PromptState };

/** The system prompts of the settings. */
export interface PromptsSlice {
  readonly promptReading: PromptReading;
  /** Tokens of the text in the field, estimated; null until counted. */
  readonly promptTokens: number | null;
  /** Texts that were changed and are not saved, by chat; that of all chats under `all`. */
  readonly promptDrafts: Readonly<Record<string, string>>;
  /** Why a text could not be stored. */
  readonly promptError: AppErrorShape | null;
  readonly draftPrompt: (sessionId: SessionId | null, text: string) => void;
  readonly readPrompt: (sessionId: SessionId | null) => Promise<void>;
  /** Answers whether it was stored. */
  readonly writePrompt: (sessionId: SessionId | null, text: string) => Promise<boolean>;
  readonly countPrompt: (text: string) => void;
}

/** How the slice reads and writes its part of the window's store. */
export interface PromptsAccess {
  readonly get: () => PromptsSlice;
  readonly set: (change: Partial<PromptsSlice>) => void;
}

function without(drafts: PromptsSlice['promptDrafts'], key: string): PromptsSlice['promptDrafts'] {
  return Object.fromEntries(Object.entries(drafts).filter(([each]) => each !== key));
}

/** Reads, writes and counts system prompts. */
export function createPromptsSlice(
  bridge: Bridge,
  timers: Timers,
  { get, set }: PromptsAccess,
): PromptsSlice {
  let timer: number | null = null;
  let counted = 0;
  let read = 0;
  return {
    promptReading: { kind: 'loading' },
    promptTokens: null,
    promptDrafts: {},
    promptError: null,
    draftPrompt: (sessionId, text) =>
      set({ promptDrafts: { ...get().promptDrafts, [sessionId ?? 'all']: text } }),
    readPrompt: async (sessionId) => {
      const mine = ++read;
      set({ promptReading: { kind: 'loading' }, promptTokens: null, promptError: null });
      try {
        const state = await bridge.call('prompts.read', { sessionId });
        if (mine === read) set({ promptReading: { kind: 'ready', sessionId, state } });
      } catch (error) {
        if (mine === read) set({ promptReading: { kind: 'failed', error: toErrorShape(error) } });
      }
    },
    writePrompt: async (sessionId, text) => {
      const mine = ++read;
      set({ promptError: null });
      try {
        const state = await bridge.call('prompts.write', { sessionId, text });
        const { promptDrafts } = get();
        const key = sessionId ?? 'all';
        // What was typed while it was being stored stays.
        if (promptDrafts[key] === text) set({ promptDrafts: without(promptDrafts, key) });
        if (mine === read) set({ promptReading: { kind: 'ready', sessionId, state } });
        return true;
      } catch (error) {
        if (mine === read) set({ promptError: toErrorShape(error) });
        return false;
      }
    },
    countPrompt: (text) => {
      if (timer !== null) timers.clear(timer);
      const mine = ++counted;
      timer = timers.set(() => {
        timer = null;
        bridge.call('chat.countTokens', { text }).then(
          ({ tokens }) => {
            if (mine === counted) set({ promptTokens: tokens });
          },
          () => undefined,
        );
      }, REST_MS);
    },
  };
}
