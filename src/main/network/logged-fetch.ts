import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { NetworkFetch } from '../../shared/model/network';
import type { Clock } from '../memory/ports/clock';
import { countedBody } from './counted-body';
import type { NetworkLog } from './network-log';

/** What every request passes through. */
export interface LoggedFetchOptions {
  readonly fetch: typeof fetch;
  readonly log: NetworkLog;
  readonly clock: Clock;
  /** Whether nothing may leave; asked anew for every request. */
  readonly isOffline: () => boolean;
}

/** The one way out: every request is noted, and none is made in offline mode. Errors: `network` in offline mode. */
export function createLoggedFetch({ fetch, log, clock, isOffline }: LoggedFetchOptions): NetworkFetch {
  return async (input, init, purpose = 'models') => {
    const { origin, pathname } = new URL(input instanceof Request ? input.url : input);
    const begun = clock.monotonic();
    const about = {
      at: clock.now(),
      method: init?.method ?? 'GET',
      origin,
      path: pathname,
      purpose,
      status: null,
      bytesReceived: 0,
      ms: 0,
    };
    if (isOffline()) {
      log.begin({ ...about, outcome: 'refused', bytesSent: 0 });
      throw new AppError('network', catalogue.provider.offlineMode);
    }
    const id = log.begin({ ...about, outcome: 'running', bytesSent: sizeOf(init?.body) });
    const elapsed = (): number => Math.round(clock.monotonic() - begun);
    try {
      const response = await fetch(input, init);
      const { status, statusText, headers } = response;
      log.update(id, { status });
      const end = (outcome: 'done' | 'failed', bytesReceived: number): void =>
        log.update(id, { outcome, bytesReceived, ms: elapsed() });
      if (response.body === null) end('done', 0);
      const body = response.body === null ? null : countedBody(response.body, end, init?.signal);
      return new Response(body, { status, statusText, headers });
    } catch (error) {
      log.update(id, { outcome: 'failed', ms: elapsed() });
      throw error;
    }
  };
}

/** Bytes of a body; the client sends nothing but text. */
function sizeOf(body: RequestInit['body']): number {
  return typeof body === 'string' ? Buffer.byteLength(body) : 0;
}
