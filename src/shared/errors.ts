/** What went wrong, in the few kinds the interface tells apart. */
export const errorKinds = [
  'bad-input',
  'not-found',
  'conflict',
  'forbidden',
  'storage-damaged',
  'storage-full',
  'storage-newer',
  'storage-read-only',
  'worker-lost',
  'import-failed',
  'auth',
  'rate-limit',
  'quota',
  'context-overflow',
  'server',
  'network',
  'bad-response',
  'cancelled',
  'timeout',
  'unexpected',
] as const;

/** One of {@link errorKinds}. */
export type AppErrorKind = (typeof errorKinds)[number];

/** An error as plain data: what crosses a thread or process border and what a failed message stores. */
export interface AppErrorShape {
  readonly kind: AppErrorKind;
  readonly message: string;
  readonly retryable: boolean;
  /** Milliseconds since 1970 before which a retry is of no use; absent where nobody said. */
  readonly retryAt?: number | undefined;
}

/** The program's one expected error: its message tells the user what to do; anything else thrown is a bug. */
export class AppError extends Error {
  readonly kind: AppErrorKind;
  readonly retryable: boolean;
  /** See {@link AppErrorShape}. */
  readonly retryAt: number | undefined;

  constructor(
    kind: AppErrorKind,
    message: string,
    options: {
      readonly cause?: unknown;
      readonly retryable?: boolean;
      readonly retryAt?: number | undefined;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.retryable = options.retryable ?? false;
    this.retryAt = options.retryAt;
  }

  /** Rebuilds the error on the far side of a border. */
  static fromShape(shape: AppErrorShape): AppError {
    return new AppError(shape.kind, shape.message, { retryable: shape.retryable, retryAt: shape.retryAt });
  }
}

/** Turns anything thrown into data; what is not an {@link AppError} becomes `unexpected` without its stack. */
export function toErrorShape(error: unknown): AppErrorShape {
  if (error instanceof AppError) {
    const { kind, message, retryable, retryAt } = error;
    return { kind, message, retryable, ...(retryAt === undefined ? {} : { retryAt }) };
  }
  return {
    kind: 'unexpected',
    message: 'Something unexpected went wrong. The log in the data folder has the details.',
    retryable: true,
  };
}
