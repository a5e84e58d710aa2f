import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { createEngine } from '../../../src/main/engine/create-engine';
import type { Engine } from '../../../src/main/memory/ports/engine';
import { systemClock } from '../../../src/main/memory/system-clock';
import { ensureDataFolder } from '../../../src/main/storage/data-folder';
import { openDatabase } from '../../../src/main/storage/open-database';
import { turnIdSchema, type SessionId, type UserId } from '../../../src/shared/model/ids';
import { silentLogger } from '../../../eval/silent-logger';
import type { Item, System, VectorOf } from '../system';

const model = 'given';
const chats = 200;

interface Place {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/** Engram's engine, as the program runs it: log, full text, vectors and ranking; the items are the messages of 200 chats. */
export const engram: System = {
  open: async (root, vectorOf) => {
    const folder = ensureDataFolder(join(root, 'data'));
    const opened = await openDatabase({ path: folder.database, clock: systemClock });
    const engine = createEngine({
      opened,
      clock: systemClock,
      logger: silentLogger,
      vectorFileOf: ({ userId, sessionId }, name) => folder.vectorFile(userId, sessionId, name),
    });
    const placeFile = join(root, 'place.json');
    let place: Place | null = existsSync(placeFile)
      ? (JSON.parse(await readFile(placeFile, 'utf8')) as Place)
      : null;
    const here = (): Place => {
      if (place === null) throw new Error('Nothing was filled in');
      return place;
    };
    return {
      fill: async (items) => {
        const { id: userId } = await engine.createUser({ name: 'bench' });
        const perChat = Math.ceil(items.length / chats);
        const sessions = Array.from({ length: Math.ceil(items.length / perChat) }, (_, number) => ({
          key: `bench:${String(number)}`,
          title: `Chat ${String(number)}`,
          messages: items.slice(number * perChat, (number + 1) * perChat).map(toMessage),
        }));
        const { added } = await engine.importSessions({ userId, sessions });
        for (const { id: sessionId } of added) {
          while (await embedSome(engine, { userId, sessionId }, vectorOf));
        }
        await completeJobs(engine);
        const [first] = added;
        if (first === undefined) throw new Error('Nothing was imported');
        place = { userId, sessionId: first.id };
        await writeFile(placeFile, JSON.stringify(place));
      },
      add: async ({ text }) => {
        const turnId = turnIdSchema.parse(uuidv7());
        const { reply } = await engine.beginTurn({
          ...here(),
          turnId,
          text,
          replyProvenance: 'model',
          model,
        });
        await embedSome(engine, here(), vectorOf);
        const ending = { content: '', state: 'stopped', error: null } as const;
        await engine.finishReply({ userId: here().userId, replyId: reply.id, ...ending });
      },
      search: async ({ text, vector }, count) => {
        const queryVector = { kind: 'vector', model, values: vector } as const;
        const { userId } = here();
        const { found } = await engine.searchMemory({
          userId,
          sessionId: null,
          query: text,
          queryVector,
          limit: count,
        });
        return found.map(({ messageId }) => messageId);
      },
      close: async () => {
        await engine.close({});
      },
    };
  },
};

function toMessage({ text, createdAt }: Item) {
  return { role: 'user' as const, author: null, content: text, createdAt };
}

/** Stores vectors of some of what lacks them; false where nothing did. */
async function embedSome(engine: Engine, place: Place, vectorOf: VectorOf): Promise<boolean> {
  const pending = await engine.pendingChunks({ ...place, model, limit: 500 });
  if (pending.length === 0) return false;
  await engine.storeVectors({
    ...place,
    model,
    chunkIds: pending.map(({ chunkId }) => chunkId),
    // A chunk is the text behind the name of who said it.
    vectors: await Promise.all(pending.map(async ({ text }) => vectorOf(text.slice(text.indexOf(': ') + 2)))),
  });
  return true;
}

/** The vectors are there already; summaries are not what is compared. */
async function completeJobs(engine: Engine): Promise<void> {
  for (;;) {
    const job = await engine.claimJob({ now: Date.now() });
    if (job === null) return;
    await engine.completeJob({ jobId: job.id });
  }
}
