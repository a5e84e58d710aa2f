import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { Logger } from '../../shared/logger';
import type { Clock } from '../memory/ports/clock';
import type { Engine, EngineMethod } from '../memory/ports/engine';
import { engineMethods } from '../memory/ports/engine-methods';
import { readingMethods } from '../memory/ports/reading-methods';
import type { TokenCounters } from '../memory/tokens/token-counters';
import type { DataFolder } from '../storage/data-folder';
import { openDatabase } from '../storage/open-database';
import { createEngine } from './create-engine';

/** What an engine is read with. */
export interface ReadingEngineOptions {
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly counters: TokenCounters;
}

/** Beside a program that writes, all is read anew for nearly every question: rather half a second than the newest messages only. */
const wordsAtOnce = 20_000;

const reads = new Set<EngineMethod>(readingMethods);

/**
 * Opens an engine that reads a data folder beside the program that writes it, taking no lock and writing no file. What
 * it holds in memory is dropped whenever the other process has committed something, so that it never answers from
 * before. Every operation that writes is refused with `storage-read-only`.
 *
 * Errors: as `openDatabase` for reading.
 */
export async function openReadingEngine(options: ReadingEngineOptions): Promise<Engine> {
  const { folder, ...shared } = options;
  const opened = await openDatabase({ ...shared, path: folder.database, readOnly: true });
  const { database } = opened;
  let started = 0;
  const start = (): Engine => {
    started += 1;
    const own = started;
    return createEngine({
      ...shared,
      opened,
      readOnly: true,
      wordsAtOnce,
      isReplaced: () => own !== started,
      vectorFileOf: ({ userId, sessionId }, model) => folder.vectorFile(userId, sessionId, model),
    });
  };
  /** Counts what other connections committed: https://sqlite.org/pragma.html#pragma_data_version. */
  const seen = (): unknown => database.pragma('data_version', { simple: true });
  let engine = start();
  let version = seen();
  const operations = engineMethods.map((method) => {
    const run = (input: unknown): Promise<unknown> => {
      if (!reads.has(method)) {
        return Promise.reject(new AppError('storage-read-only', catalogue.main.errors.onlyReads));
      }
      const now = method === 'close' ? version : seen();
      if (now !== version) {
        engine = start();
        version = now;
      }
      return engine[method](input as never);
    };
    return [method, run];
  });
  return Object.fromEntries(operations) as Engine;
}
