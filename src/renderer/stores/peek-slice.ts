import type { RecallCandidate } from '../../shared/model/recall';
import type { MessageDetail } from '../../shared/model/search';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';

/** A source is shown once the pointer has rested on its chip this long. */
const REST_MS = 250;

/** A source shown above or below its answer, while the thread stays where it is. */
export interface Peek {
  readonly candidate: RecallCandidate;
  readonly replyPosition: number;
  /** Where there is room for it. */
  readonly side: 'top' | 'bottom';
  readonly detail: MessageDetail;
  /** Whether it stays when the pointer leaves. */
  readonly isPinned: boolean;
}

/** What a peek is about. */
export type PeekTarget = Pick<Peek, 'candidate' | 'replyPosition' | 'side'>;

/** Looking at the source of an answer without going there. */
export interface PeekSlice {
  readonly peek: Peek | null;
  /** Shows a source soon; the last one asked for counts. */
  readonly startPeek: (target: PeekTarget) => void;
  /** Shows it at once and keeps it. */
  readonly pinPeek: (target: PeekTarget) => Promise<void>;
  /** Lets go of a source that is not pinned. */
  readonly leavePeek: () => void;
  /** Lets go of any source. */
  readonly endPeek: () => void;
}

/** How the slice reads and writes its part of the memory pane's store. */
export interface PeekAccess {
  readonly get: () => Pick<PeekSlice, 'peek'>;
  readonly set: (change: Pick<PeekSlice, 'peek'>) => void;
}

/** Builds the {@link PeekSlice}. A source that is gone shows nothing. */
export function createPeekSlice(bridge: Bridge, timers: Timers, { get, set }: PeekAccess): PeekSlice {
  let timer: number | null = null;
  let wanted: PeekTarget | null = null;
  const want = (target: PeekTarget | null): void => {
    if (timer !== null) timers.clear(timer);
    timer = null;
    wanted = target;
  };
  const show = async (target: PeekTarget, isPinned: boolean): Promise<void> => {
    const { messageId } = target.candidate;
    const detail = await bridge.call('search.detail', { messageId }).catch(() => null);
    if (wanted === target && detail !== null) set({ peek: { ...target, detail, isPinned } });
  };
  return {
    peek: null,
    startPeek: (target) => {
      if (get().peek?.isPinned === true) return;
      want(target);
      timer = timers.set(() => void show(target, false), REST_MS);
    },
    pinPeek: async (target) => {
      want(target);
      await show(target, true);
    },
    leavePeek: () => {
      if (get().peek?.isPinned === true) return;
      want(null);
      set({ peek: null });
    },
    endPeek: () => {
      want(null);
      set({ peek: null });
    },
  };
}
