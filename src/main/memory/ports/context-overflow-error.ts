import { AppError } from '../../../shared/errors';

/** A `context-overflow` that may know the model's window. */
export class ContextOverflowError extends AppError {
  /** Tokens the model takes at most, reply included, as its server said; null where it did not. */
  readonly windowTokens: number | null;

  constructor(message: string, options: { readonly windowTokens: number | null; readonly cause?: unknown }) {
    super('context-overflow', message, { cause: options.cause, retryable: true });
    this.windowTokens = options.windowTokens;
  }
}
