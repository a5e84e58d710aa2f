import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnEvent } from '../../shared/contract/events';
import type { TurnId } from '../../shared/model/ids';
import type { LiveTurn } from './live-turn';
import { advanceTurn, newLiveTurn } from './live-turn';
import { withMessage } from './message-window';
import type { Timers } from './pacer';
import { createPacer } from './pacer';
import type { ThreadAccess } from './thread-state';

/** A growing reply is shown anew at most this often. */
const TEXT_MS = 50;
/** A reply whose events were lost is read from main at most this often. */
const REFETCH_MS = 1_000;

const words = catalogue.thread;

function announcementOf(turn: LiveTurn): string {
  if (turn.error !== null) return words.answerFailed;
  return turn.reply?.state === 'stopped' ? words.answerStopped : words.answerDone;
}

/** What the page is shown of the turns that run. */
function createShows(turns: ReadonlyMap<TurnId, LiveTurn>, set: ThreadAccess['set']) {
  return {
    showText: (): void => {
      const shown = [...turns.values()].filter((turn) => !turn.lost);
      set({ liveText: Object.fromEntries(shown.map((turn) => [turn.turnId, turn.text])) });
    },
    showRunning: (): void => {
      const running = [...turns.values()].map((turn) => [turn.sessionId, turn.turnId] as const);
      set({ running: Object.fromEntries(running) });
    },
    showWaiting: (): void => {
      const shown = [...turns.values()].flatMap(({ turnId, waiting }) =>
        waiting === null ? [] : [[turnId, waiting] as const],
      );
      set({ waiting: Object.fromEntries(shown) });
    },
  };
}

/** Follows every running turn, also those of chats that are not open, and shows what the open one tells. */
export function createTurnReceiver(timers: Timers, { get, set }: ThreadAccess): (event: TurnEvent) => void {
  const turns = new Map<TurnId, LiveTurn>();
  const ended = new Set<TurnId>();
  const { showText, showRunning, showWaiting } = createShows(turns, set);
  const textPacer = createPacer(showText, TEXT_MS, timers);
  const refetchPacer = createPacer(
    () =>
      void get()
        .refetch()
        .catch(() => undefined),
    REFETCH_MS,
    timers,
  );

  function finish(turn: LiveTurn): void {
    turns.delete(turn.turnId);
    ended.add(turn.turnId);
    if (turn.reply !== null && get().sessionId === turn.sessionId) {
      set({ window: withMessage(get().window, turn.reply), announcement: announcementOf(turn) });
      void get().refreshPreview();
    }
    showText();
    showRunning();
    showWaiting();
  }

  return (event) => {
    if (ended.has(event.turnId)) return;
    const before = turns.get(event.turnId) ?? newLiveTurn(event.turnId, event.sessionId);
    const turn = advanceTurn(before, event);
    const isNew = !turns.has(turn.turnId);
    turns.set(turn.turnId, turn);
    if (isNew) showRunning();
    if (turn.waiting !== before.waiting) showWaiting();
    const isOpen = get().sessionId === turn.sessionId;
    if (turn.snapshot !== null && turn.snapshot !== before.snapshot && isOpen) {
      set({ snapshots: { ...get().snapshots, [turn.turnId]: turn.snapshot } });
    }
    if (turn.begun !== null && turn.begun !== before.begun && isOpen) {
      set({ window: withMessage(get().window, turn.begun) });
      showText();
    }
    if (isOpen && turn.messages !== before.messages) {
      const fresh = turn.messages.slice(before.messages.length);
      set({ window: fresh.reduce(withMessage, get().window) });
      showText();
    }
    if (turn.reply !== null) {
      finish(turn);
      return;
    }
    if (turn.lost && isOpen) refetchPacer.request();
    if (turn.text !== before.text) textPacer.request();
  };
}
