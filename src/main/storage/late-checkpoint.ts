import type { Database } from 'better-sqlite3';
import type { Clock } from '../memory/ports/clock';

/** How long nothing may have been asked for, in milliseconds: an answer has just ended, and is being read. */
const REST_MS = 300;

/**
 * Moves the write-ahead log into the database once a turn is over and nobody waits. SQLite does so by itself after a
 * thousand pages, in the midst of whatever commit comes then: 6 ms, which would else fall into a turn now and then.
 */
export function createLateCheckpoint(database: Database, clock: Clock): () => void {
  let cancel: () => void = () => undefined;
  const checkpoint = (): void => {
    if (!database.open || database.inTransaction) return;
    try {
      database.pragma('wal_checkpoint(PASSIVE)');
    } catch {
      // A full disk or a damaged page: whoever reads or writes next is told, and the log keeps what it has.
    }
  };
  return () => {
    if (database.memory || database.readonly) return;
    cancel();
    cancel = clock.after(REST_MS, checkpoint);
  };
}
