import type { Database } from 'better-sqlite3';

/**
 * Moves the write-ahead log into the database and empties it; after a forget this takes the forgotten text out
 * of the log. Returns false when a reader held part of it back: then try again later.
 */
export function checkpointTruncate(database: Database): boolean {
  if (database.memory) return true;
  return database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
}
