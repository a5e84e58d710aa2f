import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError, type AppErrorKind } from '../../shared/errors';
import type { Clock } from '../memory/ports/clock';

/** Failed requests in a row that open it. */
const failuresToOpen = 4;
const firstOpenMs = 15_000;
const longestOpenMs = 5 * 60_000;
/** What says that the server is in trouble; other errors are about this one request. */
const counted: ReadonlySet<AppErrorKind> = new Set(['server', 'network', 'timeout']);

/** The leave to make one request; its end must be told once, later tellings do nothing. */
export interface Pass {
  /** The server speaks: others may ask it too, though this request may still fail. */
  readonly answered: () => void;
  /** Null where the request ended well. */
  readonly ended: (error: AppError | null) => void;
}

/** Leaves a server alone that keeps failing. One for each provider, shared by all who ask it. */
export interface CircuitBreaker {
  /** Throws `server`, with its `retryAt`, while the server is left alone. */
  readonly enter: () => Pass;
  /** Milliseconds since 1970 until which the server is left alone; null where it is not. */
  readonly openUntil: () => number | null;
  /** Forgets all failures, as when the user tests the provider. */
  readonly reset: () => void;
}

/**
 * Opens after four failed requests in a row, for 15 s, doubling to 5 min; then lets one request through and closes
 * when the server answers it. Only `server`, `network` and `timeout` count as failures.
 */
export function createCircuitBreaker({ clock }: { readonly clock: Clock }): CircuitBreaker {
  let failures = 0;
  let openings = 0;
  /** On the steady clock; null while closed. */
  let reopensAt: number | null = null;
  let probe: Pass | null = null;

  const remainingMs = (): number => (reopensAt === null ? 0 : Math.max(0, reopensAt - clock.monotonic()));
  const openUntil = (): number | null => (remainingMs() > 0 ? clock.now() + remainingMs() : null);
  const close = (): void => {
    failures = 0;
    openings = 0;
    reopensAt = null;
    probe = null;
  };
  const open = (): void => {
    reopensAt = clock.monotonic() + Math.min(longestOpenMs, firstOpenMs * 2 ** openings);
    openings += 1;
  };

  const enter = (): Pass => {
    if (remainingMs() > 0 || probe !== null) {
      const retryAt = openUntil() ?? undefined;
      throw new AppError('server', catalogue.provider.failing, { retryable: true, retryAt });
    }
    let isOver = false;
    const pass: Pass = {
      answered: () => {
        if (probe !== pass) return;
        probe = null;
        reopensAt = null;
      },
      ended: (error) => {
        if (isOver) return;
        isOver = true;
        if (probe === pass) probe = null;
        if (error === null) close();
        // Requests that began before it opened fail late: they do not make it stay open longer.
        else if (counted.has(error.kind) && remainingMs() === 0) {
          failures += 1;
          if (failures >= failuresToOpen) open();
        }
      },
    };
    if (reopensAt !== null) probe = pass;
    return pass;
  };
  return { enter, openUntil, reset: close };
}
