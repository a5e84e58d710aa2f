import type { Engine } from '../src/main/memory/ports/engine';
import type { SessionId, UserId } from '../src/shared/model/ids';
import { createRandom, randomVector, syntheticSessions } from './synthetic-chats';

/** Name and size of the made-up vectors' model. */
export const benchModel = { name: 'bench', dimension: 512 };

/** The shape of the corpus: a tenth of the messages in the largest chat, the rest in equal ones. */
const largestShare = 0.1;
const otherChats = 199;

/** The made-up chats of a memory of `total` messages: the largest, and the others. */
export function syntheticCorpus(total: number) {
  const most = Math.ceil(total * largestShare);
  return {
    largest: syntheticSessions(most, most, 1),
    others: syntheticSessions(total - most, Math.ceil((total - most) / otherChats), 2),
  };
}

/** A filled memory: two hundred chats, all embedded with made-up vectors. */
export interface FilledMemory {
  readonly userId: UserId;
  readonly largest: SessionId;
}

/** Fills a database with `total` messages of one user in 200 chats, the largest of which has a tenth of them; seed 1. */
export async function fillMemory(engine: Engine, total: number): Promise<FilledMemory> {
  const { id: userId } = await engine.createUser({ name: 'bench' });
  const { largest, others } = syntheticCorpus(total);
  const { added } = await engine.importSessions({ userId, sessions: [...largest, ...others] });
  const random = createRandom(3);
  await workOffJobs(engine, random);
  const [first] = added;
  if (first === undefined) throw new Error('Nothing was imported');
  return { userId, largest: first.id };
}

/** Does what the program does in the background: embeds whatever waits. Summaries are not what is timed here. */
export async function workOffJobs(
  engine: Engine,
  random: () => number,
  model = benchModel.name,
): Promise<void> {
  for (;;) {
    const job = await engine.claimJob({ now: Date.now() });
    if (job === null) return;
    if (job.kind === 'embed')
      await embed(engine, { userId: job.userId, sessionId: job.sessionId, model }, random);
    await engine.completeJob({ jobId: job.id });
  }
}

async function embed(
  engine: Engine,
  where: { readonly userId: UserId; readonly sessionId: SessionId; readonly model: string },
  random: () => number,
): Promise<void> {
  for (;;) {
    const pending = await engine.pendingChunks({ ...where, limit: 500 });
    if (pending.length === 0) return;
    await engine.storeVectors({
      ...where,
      chunkIds: pending.map((chunk) => chunk.chunkId),
      vectors: pending.map(() => randomVector(random, benchModel.dimension)),
    });
  }
}
