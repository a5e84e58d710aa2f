import type { Database } from 'better-sqlite3';
import type { UserId } from '../../shared/model/ids';

/**
 * What the database remembers of itself: `state` is `open` while a process writes and `clean` after an orderly
 * close; `checked-at` the last good check (ms since 1970); `app-version` the program that made the current
 * schema; `recovery` how this file was salvaged, until an orderly close; `search-text` the version of what full text
 * indexes, with the last renewed message behind a colon while it is being renewed; `copy-wanted` the copy of all data
 * that is being made, so that the next start makes it where this one ends first: `backup`, or `archive:` and its path;
 * `import-wanted:` and a user's id the import under way for that user, as JSON, so that it goes on in the same way.
 */
export type MetaKey =
  | 'state'
  | 'checked-at'
  | 'app-version'
  | 'recovery'
  | 'search-text'
  | 'copy-wanted'
  | `import-wanted:${UserId}`;

/** Reads one entry of `meta`, or null. */
export function readMeta(database: Database, key: MetaKey): string | null {
  const statement = database.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  return statement.get(key) ?? null;
}

/** Writes one entry of `meta`; null removes it. */
export function writeMeta(database: Database, key: MetaKey, value: string | null): void {
  if (value === null) {
    database.prepare('DELETE FROM meta WHERE key = ?').run(key);
    return;
  }
  database
    .prepare(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    )
    .run(key, value);
}

/** Removes what a copy of the data leaves to the original: the work that is under way there. */
export function clearWanted(database: Database): void {
  writeMeta(database, 'copy-wanted', null);
  database.exec("DELETE FROM meta WHERE key LIKE 'import-wanted:%'");
}
