import { AppError } from '../../../shared/errors';

/** A `rate-limit` that knows how long the server wants to be left alone. */
export class RateLimitError extends AppError {
  /** Milliseconds from now; null where the server did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    message: string,
    options: {
      readonly retryAfterMs: number | null;
      readonly retryAt?: number | undefined;
      readonly cause?: unknown;
    },
  ) {
    super('rate-limit', message, { cause: options.cause, retryable: true, retryAt: options.retryAt });
    this.retryAfterMs = options.retryAfterMs;
  }
}
