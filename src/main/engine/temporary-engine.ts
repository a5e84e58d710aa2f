import type { Database } from 'better-sqlite3';
import type { Logger } from '../../shared/logger';
import type { UserId } from '../../shared/model/ids';
import type { Clock } from '../memory/ports/clock';
import type { Engine } from '../memory/ports/engine';
import type { TokenCounters } from '../memory/tokens/token-counters';
import { openDatabase } from '../storage/open-database';
import { createUserTable } from '../storage/tables/user-table';
import { createEngine } from './create-engine';

/** What an engine in memory shares with the one on disk, in whose thread it runs. */
export interface TemporaryEngineOptions {
  /** The database on disk, from which nothing but the user's row is read. */
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly counters: TokenCounters;
}

/** Opens an engine whose database, indexes and all lie in memory, for one temporary session of a user. */
export async function openTemporaryEngine(options: TemporaryEngineOptions, userId: UserId): Promise<Engine> {
  const { database, clock, logger, counters } = options;
  const user = createUserTable(database).find(userId);
  if (user === null) throw new Error('A temporary session was asked for a user who does not exist');
  const opened = await openDatabase({ path: ':memory:', clock, logger });
  createUserTable(opened.database).insert(user, true);
  return createEngine({ opened, clock, logger, counters, vectorFileOf: () => null, temporary: true });
}
