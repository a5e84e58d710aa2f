import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { createTables } from '../src/main/engine/create-tables';
import { buildSearchText } from '../src/main/memory/text/search-text';
import { systemClock } from '../src/main/memory/system-clock';
import { openDatabase } from '../src/main/storage/open-database';
import { jobIdSchema, messageIdSchema } from '../src/shared/model/ids';
import type { FilledMemory } from './fill-memory';
import { timeFloors, type Floors } from './measure-disk';
import { createRandom, sentence } from './synthetic-chats';
import type { Timed } from './timed-steps';

/** Times appending a message to the largest chat, with its full text and a job for it in one transaction, beside a bare write. */
export async function measureAppend(
  folder: string,
  { userId, largest: sessionId }: FilledMemory,
  rounds: number,
  { timed, floors }: { readonly timed: Timed; readonly floors: Floors },
): Promise<void> {
  const { database } = await openDatabase({ path: join(folder, 'engram.db'), clock: systemClock });
  const tables = createTables(database, false);
  const random = createRandom(9);
  const append = database.transaction((content: string) => {
    const session = tables.sessions.find(userId, sessionId);
    const head = session?.headId ?? null;
    if (session === null || head === null) throw new Error('The largest chat is empty');
    const above = tables.reader.findInLog(userId, head);
    const createdAt = systemClock.now();
    const id = messageIdSchema.parse(uuidv7());
    tables.writer.insert({
      id,
      userId,
      sessionId,
      parentId: head,
      depth: (above?.depth ?? 0) + 1,
      turnId: null,
      role: 'user',
      author: null,
      content,
      state: 'done',
      provenance: 'typed',
      model: null,
      createdAt,
      searchText: buildSearchText({ content, author: null, createdAt, userId, sessionId }),
    });
    tables.sessions.setHead(session, id, createdAt, session.messageCount + 1);
    tables.jobs.enqueue({
      id: jobIdSchema.parse(uuidv7()),
      kind: 'embed',
      userId,
      sessionId,
      idempotencyKey: `embed:${sessionId}:${id}`,
      runAfter: createdAt,
      createdAt,
    });
  });
  for (let round = 0; round < rounds; round += 1) {
    await timeFloors(floors, timed);
    const content = sentence(random, 20);
    await timed('append at storage', () => {
      append.immediate(content);
      return Promise.resolve();
    });
  }
  database.close();
}
