import type { AppErrorKind } from '../../shared/errors';

/** What the command ends with; they are part of its interface (docs/headless.md). */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  notFound: 3,
  refused: 4,
  storage: 5,
  model: 6,
  cancelled: 130,
} as const;

const codeOfKind: { readonly [Kind in AppErrorKind]: number } = {
  'bad-input': exitCodes.usage,
  'not-found': exitCodes.notFound,
  conflict: exitCodes.refused,
  forbidden: exitCodes.refused,
  'storage-damaged': exitCodes.storage,
  'storage-full': exitCodes.storage,
  'storage-newer': exitCodes.storage,
  'storage-read-only': exitCodes.storage,
  'worker-lost': exitCodes.unexpected,
  'import-failed': exitCodes.usage,
  auth: exitCodes.model,
  'rate-limit': exitCodes.model,
  quota: exitCodes.model,
  'context-overflow': exitCodes.model,
  server: exitCodes.model,
  network: exitCodes.model,
  'bad-response': exitCodes.model,
  timeout: exitCodes.model,
  cancelled: exitCodes.cancelled,
  unexpected: exitCodes.unexpected,
};

/** The exit code of an error. */
export function exitCodeOf(kind: AppErrorKind): number {
  return codeOfKind[kind];
}
