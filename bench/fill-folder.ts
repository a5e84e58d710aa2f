import { openDatabase } from '../src/main/storage/open-database';
import { dataFolderAt, ensureDataFolder } from '../src/main/storage/data-folder';
import { createEngine } from '../src/main/engine/create-engine';
import { systemClock } from '../src/main/memory/system-clock';
import { syntheticCorpus, workOffJobs } from './fill-memory';
import { createRandom } from './synthetic-chats';
import { silentLogger } from '../eval/silent-logger';

/** Fills a data folder of the program with made-up chats, the largest first in the list, embedded with made-up vectors under a model's name. */
export async function fillFolder(root: string, messages: number, embedder: string): Promise<void> {
  const folder = dataFolderAt(root);
  ensureDataFolder(root);
  const opened = await openDatabase({ path: folder.database, clock: systemClock });
  const engine = createEngine({
    opened,
    clock: systemClock,
    logger: silentLogger,
    vectorFileOf: ({ userId, sessionId }, model) => folder.vectorFile(userId, sessionId, model),
  });
  const { id: userId } = await engine.defaultUser({});
  const { largest, others } = syntheticCorpus(messages);
  const named = largest.map((session) => ({ ...session, title: 'The largest chat' }));
  for (const session of [...others, ...named]) {
    const { added } = await engine.importSessions({ userId, sessions: [session] });
    const [chat] = added;
    if (session.key === named[0]?.key && chat !== undefined) {
      await engine.updateSession({ userId, sessionId: chat.id, changes: { pinned: true } });
    }
  }
  await workOffJobs(engine, createRandom(3), embedder);
  await engine.close({});
}
