import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';

const words = catalogue.storage;

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code;
}

/** Whether SQLite says that the file itself is damaged, as opposed to the disk or the program. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  if (!(error instanceof SqliteDatabase.SqliteError) || code === null) return false;
  return (
    code === 'SQLITE_NOTADB' ||
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_IOERR_SHORT_READ' ||
    code === 'SQLITE_IOERR_DATA'
  );
}

/** Whether SQLite refused a row that breaks a rule of the schema. */
export function isConstraint(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
}

/**
 * What SQLite or the file system threw, as an {@link AppError} that tells the user what to do; anything else,
 * such as a broken constraint, is returned as it was: it is a bug.
 */
export function toStorageError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (code === null) return error;
  if (isDamage(error)) return new AppError('storage-damaged', words.damaged, { cause: error });
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('storage-full', words.full, { cause: error, retryable: true });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('conflict', words.busy, { cause: error, retryable: true });
  }
  const isReadOnly =
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    ['SQLITE_PERM', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR'].includes(code);
  if (isReadOnly) {
    return new AppError('storage-read-only', words.readOnly, { cause: error, retryable: true });
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return new AppError('storage-read-only', words.diskFailed, { cause: error, retryable: true });
  }
  return error;
}
