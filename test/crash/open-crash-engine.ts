import type { Database } from 'better-sqlite3';
import { createEngine } from '../../src/main/engine/create-engine';
import type { Engine } from '../../src/main/memory/ports/engine';
import { systemClock } from '../../src/main/memory/system-clock';
import { ensureDataFolder, type DataFolder } from '../../src/main/storage/data-folder';
import { openDatabase, type OpenedDatabase } from '../../src/main/storage/open-database';
import type { Logger } from '../../src/shared/logger';
import { createQuickCounters } from './quick-counters';

const none = (): void => undefined;
/** A log of nothing. */
export const silent: Logger = { debug: none, info: none, warn: none, error: none };

/** The real engine over a real folder, as the worker opens it. */
export interface CrashEngine {
  readonly engine: Engine;
  readonly opened: OpenedDatabase;
  readonly folder: DataFolder;
}

/** Opens one; `prepare` may change the connection before the engine is made on it. */
export async function openCrashEngine(
  root: string,
  prepare: (database: Database) => void = none,
): Promise<CrashEngine> {
  const folder = ensureDataFolder(root);
  const opened = await openDatabase({
    path: folder.database,
    clock: systemClock,
    logger: silent,
    appVersion: '1.0.0',
  });
  prepare(opened.database);
  const engine = createEngine({
    opened,
    clock: systemClock,
    logger: silent,
    counters: createQuickCounters(),
    vectorFileOf: ({ userId, sessionId }, model) => folder.vectorFile(userId, sessionId, model),
    vectorFolderOf: (userId) => folder.vectorsOf(userId),
  });
  return { engine, opened, folder };
}

/** Lets a function run without the transaction around it, so that a kill can fall into its middle. */
export function withoutTransaction(database: Database, name: string): void {
  const real = database.transaction.bind(database);
  const bare = (work: (...input: unknown[]) => unknown): unknown => {
    if (work.name !== name) return real(work);
    const run = (...input: unknown[]): unknown => work(...input);
    return Object.assign(run, { default: run, deferred: run, immediate: run, exclusive: run });
  };
  Object.defineProperty(database, 'transaction', { value: bare });
}
