import { readFileSync, statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import { readMeta } from './meta';

const words = catalogue.storage;

// Read into memory as a whole; a larger file is not worth the name of a version.
const maxBytes = 512 * 1024 * 1024;

/** The program version a database names as its own, read from a copy in memory; null when it cannot be told. */
function readAppVersion(path: string): string | null {
  if (statSync(path).size > maxBytes) return null;
  const bytes = readFileSync(path);
  // A database in memory has no write-ahead log: say that it never used one.
  bytes.set([1, 1], 18);
  let database: SqliteDatabase.Database | null = null;
  try {
    database = new SqliteDatabase(bytes, { readonly: true });
    return readMeta(database, 'app-version');
  } catch {
    // The newer schema may keep it elsewhere; the refusal stands without it.
    return null;
  } finally {
    database?.close();
  }
}

/** Refuses a database of a newer version, naming the program it needs, without touching its folder. */
export function newerVersionError(path: string): AppError {
  return new AppError('storage-newer', words.newer(readAppVersion(path)));
}
