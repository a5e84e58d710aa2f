import type { Clock } from '../memory/ports/clock';
import type { RateLimits } from './read-rate-limits';

/** Who asks: a user who waits, or work that can wait. */
export type Urgency = 'turn' | 'background';

/** Holds all requests to one provider to what its server said. */
export interface RateLimiter {
  /** Milliseconds until such a request may be made; 0 where it may be made now. */
  waitMs(urgency: Urgency): number;
  /** Takes what a server said of its limits with an answer. */
  note(limits: RateLimits, status: number): void;
}

/** What background work leaves of a window for the turn. */
const reservedShare = 0.2;
const reservedCount = 1;
/** After a window reopens the turn goes first. */
const turnFirstMs = 1_000;
/** How long background work stays away after a refusal that names no time. */
const unnamedPauseMs = 10_000;

/**
 * Makes a limiter. The turn waits only while the server is closed to it; background work also leaves the last fifth of
 * each window (one request at least) to the turn, and begins a second after it.
 */
export function createRateLimiter({ clock }: { readonly clock: Pick<Clock, 'monotonic'> }): RateLimiter {
  /** On the steady clock. */
  let opensAt = { turn: 0, background: 0 };
  const until = (urgency: Urgency, ms: number): void => {
    opensAt = { ...opensAt, [urgency]: Math.max(opensAt[urgency], clock.monotonic() + ms) };
  };
  return {
    waitMs: (urgency) => Math.max(0, opensAt[urgency] - clock.monotonic()),
    note: ({ closedMs, windows }, status) => {
      if (closedMs !== null) {
        until('turn', closedMs);
        until('background', closedMs + turnFirstMs);
      } else if (status === 429) {
        until('background', unnamedPauseMs);
      }
      for (const { remaining, limit, resetMs } of windows) {
        if (remaining < 1) until('turn', resetMs);
        const reserved = Math.max(reservedCount, limit === null ? 0 : Math.floor(limit * reservedShare));
        if (remaining <= reserved) until('background', resetMs + turnFirstMs);
      }
    },
  };
}
