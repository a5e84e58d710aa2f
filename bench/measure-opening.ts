import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createEngine } from '../src/main/engine/create-engine';
import type { Engine } from '../src/main/memory/ports/engine';
import { systemClock } from '../src/main/memory/system-clock';
import { openDatabase } from '../src/main/storage/open-database';
import { standardBudgets } from '../src/shared/settings';
import { silentLogger } from '../eval/silent-logger';
import { benchModel, type FilledMemory } from './fill-memory';
import { naive } from './others/systems/naive';
import { createRandom, question, randomVector, sentence } from './synthetic-chats';
import type { Timed } from './timed-steps';

const settings = { budgets: standardBudgets, strategy: 'hybrid', model: 'gpt-4o' } as const;
/** Above that the naive design does not fit onto a disk of moderate size: a number of a vector takes it ten bytes and more. */
const mostNaive = 100_000;

interface Opened {
  readonly engine: Engine;
  readonly close: () => Promise<void>;
}

/** Opens the database as a new process would, with cache files of vectors beside it. */
async function open(folder: string): Promise<Opened> {
  const vectors = join(folder, 'vectors');
  await mkdir(vectors, { recursive: true });
  const opened = await openDatabase({ path: join(folder, 'engram.db'), clock: systemClock });
  const engine = createEngine({
    opened,
    clock: systemClock,
    logger: silentLogger,
    vectorFileOf: ({ sessionId }) => join(vectors, `${sessionId}.vectors`),
  });
  return { engine, close: () => engine.close({}).then(() => undefined) };
}

/**
 * Times opening the largest chat over a database that was just opened, and again; and the first question in it, with the
 * index of its vectors read from its file, and built anew. What the system has read of the disk before stays in its memory.
 */
export async function measureOpening(
  folder: string,
  { userId, largest: sessionId }: FilledMemory,
  rounds: number,
  timed: Timed,
): Promise<void> {
  const random = createRandom(5);
  const openChat = async (engine: Engine): Promise<void> => {
    await engine.pageMessages({ userId, sessionId, limit: 60, anchor: { kind: 'newest' } });
    await engine.previewContext({ userId, sessionId, settings });
  };
  const ask = (engine: Engine) => () =>
    engine.recall({
      userId,
      sessionId,
      userMessageId: null,
      settings,
      query: question(random),
      queryVector: {
        kind: 'vector',
        model: benchModel.name,
        values: randomVector(random, benchModel.dimension),
      },
    });
  for (let round = 0; round < rounds; round += 1) {
    await rm(join(folder, 'vectors'), { recursive: true, force: true });
    const anew = await open(folder);
    await anew.engine.updateSession({ userId, sessionId, changes: { recallScope: 'session' } });
    await timed('first question, index built', ask(anew.engine));
    await anew.close();
    const { engine, close } = await timed('open database', () => open(folder));
    await timed('open chat, cold', () => openChat(engine));
    await timed('first question, index read', ask(engine));
    await timed('open chat, warm', () => openChat(engine));
    await close();
  }
}

/** Times the naive design over as many messages: it reads all vectors and builds its index before anything else. */
export async function measureNaiveOpening(
  folder: string,
  messages: number,
  rounds: number,
  timed: Timed,
): Promise<void> {
  if (messages > mostNaive) return;
  await mkdir(folder, { recursive: true });
  const random = createRandom(7);
  const filling = await naive.open(folder, () => new Float32Array());
  for (let done = 0; done < messages; done += 1_000) {
    await filling.fill(
      Array.from({ length: Math.min(1_000, messages - done) }, (_, index) => ({
        id: String(done + index),
        text: sentence(random, 20),
        vector: randomVector(random, benchModel.dimension),
        createdAt: done + index,
      })),
    );
  }
  await filling.close();
  for (let round = 0; round < rounds; round += 1) {
    const opened = await timed('open, naive design', () => naive.open(folder, () => new Float32Array()));
    await opened.close();
  }
  await rm(folder, { recursive: true, force: true });
}
