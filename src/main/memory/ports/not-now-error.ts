import { AppError, type AppErrorKind } from '../../../shared/errors';

/** What cannot be done before a time: no failure, and no try that counts. */
export class NotNowError extends AppError {
  /** Milliseconds since 1970. */
  readonly until: number;

  constructor(kind: AppErrorKind, message: string, { until }: { readonly until: number }) {
    super(kind, message, { retryable: true, retryAt: until });
    this.until = until;
  }
}
