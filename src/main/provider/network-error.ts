import { catalogue } from '../../shared/catalogue/catalogue';
import type { RequestPurpose } from '../../shared/catalogue/en/provider';
import { AppError } from '../../shared/errors';

const words = catalogue.provider;

type Reason = keyof typeof words.network | 'timeout' | 'redirected';

/** Node says it in a code somewhere down the chain of causes, Electron in `net::ERR_…`. The first match counts. */
const reasons: readonly (readonly [RegExp, Reason])[] = [
  [
    /ERR_(?:INTERNET_DISCONNECTED|NETWORK_CHANGED|ADDRESS_UNREACHABLE)|ENETUNREACH|EHOSTUNREACH|ENETDOWN/,
    'offline',
  ],
  [/ENOTFOUND|EAI_|ERR_NAME_|ERR_DNS_/, 'dns'],
  [/ERR_(?:PROXY|TUNNEL|MANDATORY_PROXY)/, 'proxy'],
  [/ECONNREFUSED|ERR_CONNECTION_REFUSED/, 'refused'],
  [/CERT|ERR_SSL_|ERR_TLS_|UNABLE_TO_VERIFY|EPROTO/, 'tls'],
  [/ETIMEDOUT|TIMED_OUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT/, 'timeout'],
  [/ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_CONNECTION_(?:RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE/, 'closed'],
  [/unexpected redirect/, 'redirected'],
];

/** A failed connection as `network` (or `timeout`), with a sentence for each reason that the user can act on. */
export function toNetworkError(error: unknown, purpose: RequestPurpose): AppError {
  const traces = tracesOf(error).join(' ');
  const reason = reasons.find(([pattern]) => pattern.test(traces))?.[1] ?? 'other';
  const cause = error;
  switch (reason) {
    case 'timeout':
      return new AppError('timeout', words.timeout(purpose), { cause, retryable: true });
    case 'redirected':
      return new AppError('network', words.redirected(purpose), { cause });
    case 'tls':
      // The next try would find the same certificate.
      return new AppError('network', words.network.tls(purpose), { cause });
    case 'dns':
    case 'refused':
    case 'offline':
    case 'closed':
    case 'proxy':
    case 'other':
      return new AppError('network', words.network[reason](purpose), { cause, retryable: true });
  }
}

/** Codes and words of an error and its causes; several tried addresses fail in one AggregateError. */
function tracesOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const others: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  const causes = [error.cause, ...others].flatMap((cause) => tracesOf(cause, depth + 1));
  return [...code, error.message, ...causes];
}
