import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';

const words = catalogue.keys;

/**
 * Holds a `fetch` to the rules of requests that may carry a key: http and https only, no cookies nor system log-ins,
 * and no redirects, since Chromium sends the key's header on to whatever address a server names.
 *
 * Throws `network` for another scheme and for a redirect, else what the given `fetch` throws.
 */
export function applyNetworkRules(fetchFreely: typeof fetch): typeof fetch {
  return async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (address.protocol !== 'http:' && address.protocol !== 'https:') {
      throw new AppError('network', words.onlyHttp);
    }
    try {
      return await fetchFreely(input, { ...init, credentials: 'omit', redirect: 'error' });
    } catch (error) {
      if (!isRedirectError(error)) throw error;
      throw new AppError('network', words.redirected(address.host), { cause: error });
    }
  };
}

/** Electron and Node say it in words only, and Node one level down. */
function isRedirectError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /\bredirect/i.test(error.message) || isRedirectError(error.cause);
}
