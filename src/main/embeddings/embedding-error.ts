import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { RateLimitError } from '../memory/ports/rate-limit-error';
import { cancelledError } from './cancelled-error';
import { retryAfterMs } from './retry-after';

const words = catalogue.embeddings;

/** What a failed request throws, as the kinds the program knows. */
export function toEmbeddingError(error: unknown, model: string): AppError {
  if (error instanceof AppError) {
    return error.kind === 'timeout' ? new AppError('timeout', words.timeout, { retryable: true }) : error;
  }
  if (error instanceof APIUserAbortError) return cancelledError();
  if (error instanceof APIConnectionTimeoutError) {
    return new AppError('timeout', words.timeout, { cause: error, retryable: true });
  }
  if (error instanceof APIConnectionError) {
    return new AppError('network', words.network, { cause: error, retryable: true });
  }
  if (error instanceof APIError) return fromStatus(error as APIError, model);
  // The library lets a body that is no JSON through as a SyntaxError, and one that breaks off as a TypeError.
  if (error instanceof SyntaxError) {
    return new AppError('bad-response', words.badResponse('it is no JSON'), { cause: error });
  }
  return new AppError('network', words.network, { cause: error, retryable: true });
}

function fromStatus(error: APIError, model: string): AppError {
  const status = error.status ?? 0;
  const cause = error;
  if (status === 401 || status === 403) return new AppError('auth', words.auth, { cause });
  if (status === 404) return new AppError('not-found', words.unknownModel(model), { cause });
  if (status === 402 || error.code === 'insufficient_quota' || error.type === 'insufficient_quota') {
    return new AppError('quota', words.quota, { cause });
  }
  if (status === 429) {
    return new RateLimitError(words.rateLimit, { retryAfterMs: retryAfterMs(error.headers), cause });
  }
  if (status >= 500 || status === 408 || status === 409) {
    return new AppError('server', words.server(status), { cause, retryable: true });
  }
  return new AppError('bad-response', words.refused(status), { cause });
}
