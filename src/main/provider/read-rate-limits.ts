import { retryAfterMs } from './retry-after';

/** What a server says of its limits with an answer; times in milliseconds from now. */
export interface RateLimits {
  /** How long it asks to be left alone; null where it does not. */
  readonly closedMs: number | null;
  /** Windows that are counted: requests, tokens. */
  readonly windows: readonly {
    readonly remaining: number;
    /** Null where it is not said. */
    readonly limit: number | null;
    /** Until the window is full again. */
    readonly resetMs: number;
  }[];
}

const kinds = ['-requests', '-tokens', ''] as const;
const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const unitPattern = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g;
/** A bare number above this is a point in time, in seconds, or milliseconds, since 1970. */
const firstEpochSeconds = 1_000_000_000;

/**
 * Reads `retry-after(-ms)` of a refusal, and `x-ratelimit-{limit,remaining,reset}` with `-requests`, `-tokens` or
 * nothing behind. A reset is a duration as OpenAI writes it (`6m0s`, `20ms`), seconds, or a time since 1970.
 */
export function readRateLimits(headers: Headers, status: number, now: number): RateLimits {
  const isRefusal = status === 429 || status === 503;
  return {
    closedMs: isRefusal ? retryAfterMs(headers) : null,
    windows: kinds.flatMap((kind) => {
      const remaining = numberIn(headers.get(`x-ratelimit-remaining${kind}`));
      const resetMs = readReset(headers.get(`x-ratelimit-reset${kind}`), now);
      if (remaining === null || resetMs === null) return [];
      return [{ remaining, limit: numberIn(headers.get(`x-ratelimit-limit${kind}`)), resetMs }];
    }),
  };
}

function numberIn(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const number = Number(text);
  return Number.isFinite(number) && number >= 0 ? number : null;
}

function readReset(text: string | null, now: number): number | null {
  const number = numberIn(text);
  if (number !== null) {
    if (number < firstEpochSeconds) return number * 1_000;
    return Math.max(0, (number > firstEpochSeconds * 1_000 ? number : number * 1_000) - now);
  }
  const parts = [...(text ?? '').matchAll(unitPattern)];
  if (parts.length === 0) return null;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * unitMs[unit as keyof typeof unitMs], 0);
}
