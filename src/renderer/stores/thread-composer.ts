import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import { createDebounce } from './pacer';
import type { DraftKeeper } from './thread-drafts';
import type { ComposerSlice, ThreadAccess, ThreadState } from './thread-state';

/** A draft is counted once the keys have rested this long. */
const COUNT_MS = 150;

/** The drafts with another text for one chat; null takes the chat's draft away. */
function draftsWith(
  drafts: ThreadState['drafts'],
  sessionId: SessionId,
  text: string | null,
): ThreadState['drafts'] {
  const { [sessionId]: _before, ...others } = drafts;
  return text === null ? others : { ...others, [sessionId]: text };
}

/** Sends a question of ours and gives the field back what the user was writing. */
async function askInBetween(
  { get }: ThreadAccess,
  put: (sessionId: SessionId, text: string) => void,
  question: string,
): Promise<void> {
  const { sessionId, sending, drafts } = get();
  if (sessionId === null || sending) return;
  const before = drafts[sessionId] ?? '';
  put(sessionId, question);
  await get().send();
  const now = get().drafts[sessionId] ?? '';
  if (before.trim() !== '' && (now === '' || now === question)) put(sessionId, before);
}

/** Drafts, kept per chat, and the tokens the next message would be sent with. */
export function createComposerSlice(
  bridge: Bridge,
  timers: Timers,
  access: ThreadAccess,
  keeper: DraftKeeper,
): ComposerSlice {
  const { get, set } = access;
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

  const put = (sessionId: SessionId, text: string): void => {
    set({ drafts: draftsWith(get().drafts, sessionId, text) });
    if (get().sessionId === sessionId) count();
  };

  return {
    drafts: {},
    draftTokens: 0,
    preview: null,
    setDraft: (text) => {
      const { sessionId } = get();
      if (sessionId !== null) put(sessionId, text);
    },
    acceptDraft: put,
    moveDraft: (from, to) => {
      const { drafts } = get();
      const text = drafts[from] ?? '';
      const others = draftsWith(drafts, from, null);
      set({ drafts: text === '' ? others : draftsWith(others, to, text) });
    },
    flushDrafts: keeper.flush,
    rereadDraft: keeper.reread,
    ask: (question) => askInBetween(access, put, question),
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
