import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';

const { errors } = catalogue.exporting;

/**
 * Writes text to a file, whole or not at all: it grows beside it and takes its place at the end, readable by its owner
 * alone. Errors: `storage-full`, `storage-read-only`, `cancelled`, `unexpected`, and those of what is read.
 */
export async function writeExport(
  path: string,
  parts: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const growing = `${path}.part`;
  try {
    await pipeline(Readable.from(parts), createWriteStream(growing, { mode: 0o600 }), { signal });
    await rename(growing, path);
  } catch (error) {
    await rm(growing, { force: true }).catch(() => undefined);
    throw toExportError(error, signal);
  }
}

function toExportError(error: unknown, signal: AbortSignal): AppError {
  if (error instanceof AppError) return error;
  if (signal.aborted) return new AppError('cancelled', errors.cancelled, { cause: error });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new AppError('storage-full', errors.noSpace, { cause: error, retryable: true });
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new AppError('storage-read-only', errors.notAllowed, { cause: error, retryable: true });
  }
  const reason = error instanceof Error ? error.message : '';
  return new AppError('unexpected', errors.failed(reason), { cause: error, retryable: true });
}
