import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { createEngine } from '../../src/main/engine/create-engine';
import { openTemporaryEngine } from '../../src/main/engine/temporary-engine';
import { createRoutingEngine } from '../../src/main/engine/temporary-sessions';
import type { Engine } from '../../src/main/memory/ports/engine';
import type { UserId } from '../../src/shared/model/ids';
import type { TokenCounters } from '../../src/main/memory/tokens/token-counters';
import { doFileWork, type DoFileWork } from '../../src/main/storage/file-work';
import { ensureDataFolder } from '../../src/main/storage/data-folder';
import { openDatabase } from '../../src/main/storage/open-database';
import type { OpenedDatabase } from '../../src/main/storage/open-database';
import { temporaryFolder } from '../storage/support/temporary-folder';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createRecordingLogger, type RecordingLogger } from './recording-logger';
import { sharedCounters } from './shared-counters';

/** A real engine over a real database file, which the test may close, kill and open again. */
export interface EngineOnDisk {
  /** The engine that runs now. */
  readonly engine: Engine;
  /** Its connection. */
  readonly database: Database;
  readonly clock: FakeClock;
  readonly logger: RecordingLogger;
  readonly path: string;
  /** The data folder that holds it. */
  readonly folder: string;
  /** The default user. */
  readonly userId: UserId;
  /** Closes in order and opens again. */
  restart(): Promise<void>;
  /** Opens again without closing, as after a kill. */
  kill(): Promise<void>;
  /** Adds another user, named directly in the table. */
  addUser(name: string): UserId;
  /** Another connection that only reads: what it sees is on disk. */
  readBeside(): Database;
}

/** Opens a new one in a folder of its own; each start may be given counters that know nothing yet. */
export async function openEngineOnDisk(
  clock: FakeClock = createFakeClock(),
  createCounters: () => TokenCounters = () => sharedCounters,
  fileWork: DoFileWork = doFileWork,
): Promise<EngineOnDisk> {
  const folder = ensureDataFolder(temporaryFolder());
  const path = folder.database;
  const logger = createRecordingLogger();
  const connections: OpenedDatabase[] = [];
  const start = async (): Promise<{ opened: OpenedDatabase; engine: Engine }> => {
    const opened = await openDatabase({ path, clock, logger });
    connections.push(opened);
    const shared = { clock, logger, counters: createCounters() };
    const main = createEngine({
      ...shared,
      opened,
      dataFolder: folder.root,
      doFileWork: fileWork,
      vectorFileOf: ({ userId, sessionId }, model) => folder.vectorFile(userId, sessionId, model),
      vectorFolderOf: (userId) => folder.vectorsOf(userId),
    });
    const { database } = opened;
    const engine = createRoutingEngine(main, (userId) =>
      openTemporaryEngine({ ...shared, database }, userId),
    );
    return { opened, engine };
  };
  let current = await start();
  onTestFinished(() => {
    for (const { database } of connections) database.close();
  });
  const { id: userId } = await current.engine.defaultUser({});
  return {
    get engine() {
      return current.engine;
    },
    get database() {
      return current.opened.database;
    },
    clock,
    logger,
    path,
    folder: folder.root,
    userId,
    restart: async () => {
      await current.engine.close({});
      current = await start();
    },
    kill: async () => {
      current = await start();
    },
    addUser: (name) => {
      const id = uuidv7() as UserId;
      current.opened.database
        .prepare('INSERT INTO users (id, name, is_default, created_at) VALUES (?, ?, 0, ?)')
        .run(id, name, clock.now());
      return id;
    },
    readBeside: () => {
      const database = new SqliteDatabase(path, { readonly: true });
      onTestFinished(() => void database.close());
      return database;
    },
  };
}
