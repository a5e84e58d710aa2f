import { statSync } from 'node:fs';
import { createEngine } from '../../src/main/engine/create-engine';
import type { Engine } from '../../src/main/memory/ports/engine';
import { systemClock } from '../../src/main/memory/system-clock';
import type { DataFolder } from '../../src/main/storage/data-folder';
import { createFileThread } from '../../src/main/storage/file-thread';
import { openDatabase } from '../../src/main/storage/open-database';
import type { Logger } from '../../src/shared/logger';
import type { UserId } from '../../src/shared/model/ids';
import { startTsxWorker } from '../fakes/tsx-worker';
import type { WholeFile } from './state';

const threadFile = new URL('../../src/main/storage/file-work.worker.ts', import.meta.url);

/** How often the engine is asked meanwhile. */
const everyMs = 5;

/** Does something long, and asks the engine for the list of chats all the while: the seconds of the first, the longest wait. */
async function during(engine: Engine, userId: UserId, work: () => Promise<unknown>) {
  const state = { isDone: false };
  let waitMs = 0;
  const start = performance.now();
  const working = work().finally(() => (state.isDone = true));
  while (!state.isDone) {
    const due = performance.now() + everyMs;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    await engine.listSessions({ userId, cursor: null, limit: 50 });
    waitMs = Math.max(waitMs, performance.now() - due);
  }
  await working;
  return { seconds: (performance.now() - start) / 1_000, waitMs };
}

/**
 * What is done to a database as a whole, after a kill, on the file the load test made: opened, checked, backed up, the
 * backup read for its preview. Throws where any of it does not end well.
 */
export async function measureWholeFile(
  folder: DataFolder,
  userId: UserId,
  logger: Logger,
): Promise<WholeFile> {
  const start = performance.now();
  const opened = await openDatabase({ path: folder.database, clock: systemClock });
  const openMs = performance.now() - start;
  opened.database.exec("DELETE FROM meta WHERE key = 'checked-at'");
  const engine = createEngine({
    opened: { ...opened, wasClean: false },
    clock: systemClock,
    logger,
    dataFolder: folder.root,
    doFileWork: createFileThread((options) => startTsxWorker(threadFile, options)),
    vectorFileOf: () => null,
  });
  const check = await during(engine, userId, async () => {
    const problem = await engine.checkDatabase({});
    if (problem !== null) throw new Error(problem);
  });
  const backup = await during(engine, userId, () => engine.backUp({ keep: 1, isDue: false }));
  const [made] = await engine.listBackups({});
  const { name } = made!;
  const preview = await during(engine, userId, async () => {
    const { problem, contents, now } = await engine.previewBackup({ name });
    if (problem !== null || contents?.messages !== now.messages) throw new Error(problem ?? 'not the same');
  });
  await engine.deleteBackup({ name });
  await engine.close({});
  return { bytes: statSync(folder.database).size, openMs, check, backup, preview };
}
