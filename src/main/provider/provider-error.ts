import type { APIError } from 'openai';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { RequestPurpose } from '../../shared/catalogue/en/provider';
import { AppError } from '../../shared/errors';
import { ContextOverflowError } from '../memory/ports/context-overflow-error';
import { RateLimitError } from '../memory/ports/rate-limit-error';
import { findOverflow } from './find-overflow';
import { loadedOpenAi } from './openai-library';
import { toNetworkError } from './network-error';
import { retryAfterMs } from './retry-after';
import { safeServerText } from './safe-server-text';
import { readServerFault, ServerFaultError, type ServerFault } from './server-fault';

const words = catalogue.provider;

/** What the request was. */
export interface RequestInfo {
  /** The user is told what to do about just that. */
  readonly what: RequestPurpose;
  /** Null where a request names none. */
  readonly model: string | null;
  /** The key it was sent with, so that no error repeats it; null without one. */
  readonly apiKey: string | null;
}

/**
 * Whatever a request threw, as one of the kinds the program knows, with words that tell the user what to do and hold
 * neither the key nor what was sent. What is an AppError already stays as it is.
 *
 * A server's own words never become a cause: they may quote the key, and causes reach the log.
 */
export function toProviderError(error: unknown, info: RequestInfo): AppError {
  const known = appErrorIn(error);
  if (known !== null) return known;
  const library = loadedOpenAi();
  if (library !== null && error instanceof library.APIUserAbortError) {
    return new AppError('cancelled', words.stopped);
  }
  if (library !== null && error instanceof library.APIConnectionTimeoutError) {
    return new AppError('timeout', words.timeout(info.what), { retryable: true });
  }
  const fault = faultIn(error);
  if (fault !== null) {
    return fromFault(fault, apiErrorIn(error)?.headers, info);
  }
  // A body that is no JSON comes through the library as a SyntaxError, one that breaks off as a TypeError.
  if (error instanceof SyntaxError) return badResponse(info.what);
  return toNetworkError(error, info.what);
}

/** What the server said, where an error comes from its answer. */
export function faultIn(error: unknown): ServerFault | null {
  if (error instanceof ServerFaultError) return error.fault;
  const answered = apiErrorIn(error);
  return answered?.status === undefined ? null : readServerFault(answered.error, answered.status);
}

/** An error that the library made of an answer; null for others, and where no answer came. */
function apiErrorIn(error: unknown): APIError | null {
  const library = loadedOpenAi();
  if (library === null || !(error instanceof library.APIError)) return null;
  return error instanceof library.APIConnectionError ? null : (error as APIError);
}

/** An answer of another shape than the protocol's. */
export function badResponse(what: RequestPurpose): AppError {
  return new AppError('bad-response', words.badResponse[what], { retryable: what === 'chat' });
}

/** Rules of the network that refuse a request throw inside `fetch`, which the library wraps. */
function appErrorIn(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return error instanceof Error && error.cause !== undefined ? appErrorIn(error.cause) : null;
}

function fromFault(fault: ServerFault, headers: Headers | undefined, info: RequestInfo): AppError {
  const { what, model, apiKey } = info;
  const { status } = fault;
  const says = (...names: readonly string[]): boolean =>
    names.some((name) => fault.code === name || fault.type === name);
  if (status === 402 || says('insufficient_quota', 'billing_hard_limit_reached')) {
    return new AppError('quota', words.quota(what));
  }
  const overflow = findOverflow(fault);
  if (overflow !== null) {
    if (what === 'chat') return new ContextOverflowError(words.overflow(overflow.windowTokens), overflow);
    return new AppError('bad-response', words.textTooLong);
  }
  if (status === 401 || status === 403 || says('invalid_api_key', 'authentication_error')) {
    return new AppError('auth', apiKey === null ? words.noKey(what) : words.auth(what));
  }
  if (status === 404 || says('model_not_found')) return notFound(fault, what, model);
  if (status === 429 || says('rate_limit_exceeded', 'rate_limit_error')) {
    return new RateLimitError(words.rateLimit[what], { retryAfterMs: retryAfterMs(headers) });
  }
  if (status === null || status >= 500 || status === 408 || status === 409) {
    return new AppError('server', words.server(what, status), { retryable: true });
  }
  return new AppError('bad-response', words.refused(what, status, safeServerText(fault.message, apiKey)));
}

/** The same status says that the model is unknown and that the address is wrong. */
function notFound(fault: ServerFault, what: RequestPurpose, model: string | null): AppError {
  const isModel = model !== null && (fault.code === 'model_not_found' || /model/i.test(fault.message));
  return new AppError('not-found', isModel ? words.unknownModel(what, model) : words.nothingThere(what));
}
