import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import { createDebounce } from './pacer';
import type { ComposerSlice, ThreadAccess } from './thread-state';

/** A draft is counted once the keys have rested this long. */
const COUNT_MS = 150;

/** Drafts, kept per chat, and the tokens the next message would be sent with. */
export function createComposerSlice(
  bridge: Bridge,
  timers: Timers,
  { get, set }: ThreadAccess,
): ComposerSlice {
  const count = createDebounce(() => void countDraft(), COUNT_MS, timers);

  async function countDraft(): Promise<void> {
    const { sessionId, drafts } = get();
    const text = sessionId === null ? '' : (drafts[sessionId] ?? '');
    if (text === '') {
      set({ draftTokens: 0 });
      return;
    }
    const counted = await bridge.call('chat.countTokens', { text }).catch(() => null);
    const { sessionId: now, drafts: held } = get();
    const isSame = now !== null && now === sessionId && held[now] === text;
    if (counted !== null && isSame) set({ draftTokens: counted.tokens });
  }

  return {
    drafts: {},
    draftTokens: 0,
    preview: null,
    setDraft: (text) => {
      const { sessionId, drafts } = get();
      if (sessionId === null) return;
      set({ drafts: { ...drafts, [sessionId]: text } });
      count();
    },
    refreshPreview: async () => {
      const { sessionId } = get();
      if (sessionId === null) return;
      const preview = await bridge.call('chat.preview', { sessionId }).catch(() => null);
      if (get().sessionId !== sessionId) return;
      set({ preview });
      count();
    },
  };
}
