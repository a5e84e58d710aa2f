import { catalogue } from '../../shared/catalogue/catalogue';
import type { NetworkFetch, NetworkPurpose } from '../../shared/model/network';
import type { Clock } from '../memory/ports/clock';
import { RateLimitError } from '../memory/ports/rate-limit-error';
import type { RateLimiter, Urgency } from './rate-limiter';
import { readRateLimits } from './read-rate-limits';

const urgent: ReadonlySet<NetworkPurpose> = new Set(['reply', 'second-look', 'question', 'models']);

/**
 * A `fetch` that makes no request a provider's limits forbid: it throws `rate-limit` (a RateLimitError) with the time
 * until the window reopens, without asking the server.
 */
export function limitedFetch(
  fetch: NetworkFetch,
  { limiter, clock }: { readonly limiter: RateLimiter; readonly clock: Pick<Clock, 'now'> },
): NetworkFetch {
  return async (input, init, purpose = 'models') => {
    const urgency: Urgency = urgent.has(purpose) ? 'turn' : 'background';
    const wait = limiter.waitMs(urgency);
    if (wait > 0) {
      const words = catalogue.provider.windowClosed[urgency];
      throw new RateLimitError(words, { retryAfterMs: wait, retryAt: clock.now() + wait });
    }
    const response = await fetch(input, init, purpose);
    limiter.note(readRateLimits(response.headers, response.status, clock.now()), response.status);
    return response;
  };
}
