import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import { createDebounce } from './pacer';
import type { ThreadAccess, ThreadState } from './thread-state';

/** A draft is written once the keys have rested this long. */
const WRITE_MS = 300;

/** What {@link DraftKeeper} looks at. */
type Watched = Pick<ThreadState, 'sessionId' | 'drafts' | 'draftFiles' | 'sending'>;

/** Keeps drafts in main, so that they outlive the window. */
export interface DraftKeeper {
  /** Told of every change of the thread: reads the draft of a chat just opened, writes what was typed. */
  readonly follow: (now: Watched, before: Watched) => void;
  /** Writes at once what is not written yet. */
  readonly flush: () => void;
  /** Reads a draft that another window changed; what was typed here and is not written yet stays. */
  readonly reread: (sessionId: SessionId) => Promise<void>;
}

async function reread(
  bridge: Bridge,
  get: ThreadAccess['get'],
  kept: Map<SessionId, string>,
  sessionId: SessionId,
): Promise<void> {
  const answer = await bridge.call('drafts.read', { sessionId }).catch(() => null);
  if (answer === null) return;
  get().acceptFiles(sessionId, answer.files);
  const text = get().drafts[sessionId] ?? '';
  if (get().sending || text !== (kept.get(sessionId) ?? '')) return;
  kept.set(sessionId, answer.text);
  if (answer.text !== text) get().acceptDraft(sessionId, answer.text);
}

/** Builds the {@link DraftKeeper}. A failed read or write leaves what is typed as it is. */
export function createDraftKeeper(bridge: Bridge, timers: Timers, { get }: ThreadAccess): DraftKeeper {
  const opened = new Set<SessionId>();
  /** What main holds, as far as it is known; absent counts as empty. */
  const kept = new Map<SessionId, string>();
  const flushSoon = createDebounce(flush, WRITE_MS, timers);

  async function write(sessionId: SessionId, text: string): Promise<void> {
    const before = kept.get(sessionId) ?? '';
    kept.set(sessionId, text);
    try {
      await bridge.call('drafts.write', { sessionId, text });
    } catch {
      // Written again with the next change, unless the chat was left: it may be gone, and its draft with it.
      if (kept.get(sessionId) === text) kept.set(sessionId, before);
      if (get().sessionId !== sessionId) opened.delete(sessionId);
    }
  }

  function flush(): void {
    const { drafts, sending } = get();
    // A draft that is just being sent is deleted with its turn: written now, it would come back as a ghost.
    if (sending) return;
    for (const sessionId of opened) {
      const text = drafts[sessionId];
      if (text !== undefined && text !== (kept.get(sessionId) ?? '')) void write(sessionId, text);
    }
  }

  async function read(sessionId: SessionId): Promise<void> {
    const answer = await bridge.call('drafts.read', { sessionId }).catch(() => null);
    if (answer === null) return;
    if (get().draftFiles[sessionId] === undefined) get().acceptFiles(sessionId, answer.files);
    if (!kept.has(sessionId)) kept.set(sessionId, answer.text);
    // What was typed before the answer came wins, and takes the place of what main holds.
    if (get().drafts[sessionId] !== undefined) flushSoon();
    else if (answer.text !== '') get().acceptDraft(sessionId, answer.text);
  }

  return {
    flush,
    reread: async (sessionId) => {
      if (opened.has(sessionId)) await reread(bridge, get, kept, sessionId);
    },
    follow: (now, before) => {
      if (before.sending && !now.sending) kept.clear();
      if (now.sessionId !== before.sessionId) {
        flush();
        if (now.sessionId === null) return;
        opened.add(now.sessionId);
        const isRead = now.drafts[now.sessionId] !== undefined && now.draftFiles[now.sessionId] !== undefined;
        if (!isRead) void read(now.sessionId);
      }
      if (now.drafts !== before.drafts || now.sending !== before.sending) flushSoon();
    },
  };
}
