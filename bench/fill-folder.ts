import { openDatabase } from '../src/main/storage/open-database';
import { dataFolderAt, ensureDataFolder } from '../src/main/storage/data-folder';
import { createEngine } from '../src/main/engine/create-engine';
import { systemClock } from '../src/main/memory/system-clock';
import { workOffJobs } from './fill-memory';
import { createRandom, syntheticSessions } from './synthetic-chats';
import { silentLogger } from '../eval/silent-logger';

/** How much a folder is filled with. */
export interface FolderSize {
  readonly messages: number;
  readonly chats: number;
  /** Messages of the largest chat, which comes first in the list. */
  readonly largest: number;
}

/** Fills a data folder of the program with made-up chats, embedded with made-up vectors under a model's name. */
export async function fillFolder(root: string, size: FolderSize, embedder: string): Promise<void> {
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
  const rest = size.messages - size.largest;
  const perChat = Math.ceil(rest / (size.chats - 1));
  const [large] = syntheticSessions(size.largest, size.largest, 1);
  const sessions = syntheticSessions(rest, perChat, 2);
  if (large === undefined) throw new Error('Nothing was made');
  for (const session of [...sessions, { ...large, title: 'The largest chat' }]) {
    const { added } = await engine.importSessions({ userId, sessions: [session] });
    const [chat] = added;
    if (session.key === large.key && chat !== undefined) {
      await engine.updateSession({ userId, sessionId: chat.id, changes: { pinned: true } });
    }
  }
  await workOffJobs(engine, createRandom(3), embedder);
  await engine.close({});
}
