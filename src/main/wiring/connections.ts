import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { Provider, ProviderId } from '../../shared/model/provider';
import type { Settings } from '../../shared/settings';
import type { NetworkFetch } from '../../shared/model/network';
import { limitedFetch } from '../provider/limited-fetch';
import { createRateLimiter, type RateLimiter } from '../provider/rate-limiter';
import type { Clock } from '../memory/ports/clock';
import type { SecretStore } from '../memory/ports/secret-store';

/** What a request to a provider is made with. */
export interface Connection {
  readonly baseUrl: string;
  /** Read anew for every request; null where there is none for this address. */
  readonly apiKey: () => Promise<string | null>;
  readonly fetch: NetworkFetch;
  readonly clock: Clock;
}

/** The way to every provider of the settings. */
export interface Connections {
  /** Null for a provider that is gone. */
  readonly find: (id: ProviderId) => Provider | null;
  readonly to: (provider: Provider) => Connection;
  /** Errors: `not-found`. */
  readonly require: (id: ProviderId) => Connection;
}

/** Makes connections: a key is read for its own address only, and never held longer than a request. */
export function createConnections(options: {
  readonly settings: () => Settings;
  readonly secrets: SecretStore;
  readonly fetch: NetworkFetch;
  readonly clock: Clock;
}): Connections {
  const { secrets, clock } = options;
  // One for each server, whoever asks it: turn and jobs share what it allows.
  const limiters = new Map<string, RateLimiter>();
  const limiterOf = (origin: string): RateLimiter => {
    const limiter = limiters.get(origin) ?? createRateLimiter({ clock });
    limiters.set(origin, limiter);
    return limiter;
  };
  const find = (id: ProviderId): Provider | null =>
    options.settings().providers.find((provider) => provider.id === id) ?? null;
  const to = ({ id, baseUrl }: Provider): Connection => ({
    baseUrl,
    apiKey: () => secrets.read(id, new URL(baseUrl).origin),
    fetch: limitedFetch(options.fetch, { limiter: limiterOf(new URL(baseUrl).origin), clock }),
    clock,
  });
  return {
    find,
    to,
    require: (id) => {
      const provider = find(id);
      if (provider === null) throw new AppError('not-found', catalogue.main.errors.providerGone);
      return to(provider);
    },
  };
}
