import { v7 as uuidv7 } from 'uuid';
import type { Engine } from '../src/main/memory/ports/engine';
import { turnIdSchema, type SessionId, type UserId } from '../src/shared/model/ids';
import { standardBudgets } from '../src/shared/settings';
import { benchModel, workOffJobs, type FilledMemory } from './fill-memory';
import { createRandom, question, randomVector, sentence } from './synthetic-chats';

/** One step's median and 95th percentile in milliseconds. */
export interface MeasuredStep {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
}

const settings = {
  budgets: standardBudgets,
  strategy: 'hybrid',
  model: 'gpt-4o',
} as const;

/** Times the steps of turns in the long chat, recall across all chats, by keyword alone and with vectors. */
export async function measureTurns(
  engine: Engine,
  { userId, longChat }: FilledMemory,
  turns: number,
): Promise<readonly MeasuredStep[]> {
  await engine.warmUp({ model: settings.model });
  await engine.updateSession({ userId, sessionId: longChat, changes: { recallScope: 'user' } });
  const times = new Map<string, number[]>();
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
    return result;
  };
  for (let turn = 0; turn < turns; turn += 1) await oneTurn(engine, { userId, longChat }, turn, timed);
  await lookThrough(engine, userId, timed);
  return [...times].map(([name, values]) => {
    // The first turn opens indexes and fills caches; it is reported by the slowest, not by the median.
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    return { name, p50: at(0.5), p95: at(0.95) };
  });
}

/** Every step of a look through memory: none may hold up a turn that waits behind it. */
async function lookThrough(
  engine: Engine,
  userId: UserId,
  timed: <T>(name: string, work: () => Promise<T>) => Promise<T>,
): Promise<void> {
  let scan = await timed('hygiene, begin', () => engine.scanHygiene({ userId, scanId: null }));
  while (scan.findings === null) {
    const { scanId } = scan;
    scan = await timed('hygiene, 200 read', () => engine.scanHygiene({ userId, scanId }));
  }
}

async function oneTurn(
  engine: Engine,
  { userId, longChat: sessionId }: FilledMemory & { readonly longChat: SessionId },
  turn: number,
  timed: <T>(name: string, work: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const random = createRandom(1_000 + turn);
  const text = sentence(random, 9);
  const turnId = turnIdSchema.parse(uuidv7());
  const page = { userId, sessionId, limit: 60, anchor: { kind: 'newest' } } as const;
  const { message, reply } = await timed('commit', () =>
    engine.beginTurn({ userId, sessionId, turnId, text, replyProvenance: 'model', model: settings.model }),
  );
  const about = { userId, sessionId, userMessageId: message.id, settings };
  await timed('recall, keyword', () =>
    engine.recall({ ...about, query: text, queryVector: { kind: 'none', reason: null } }),
  );
  const values = randomVector(random, benchModel.dimension);
  const recall = await timed('recall, hybrid', () =>
    engine.recall({ ...about, query: text, queryVector: { kind: 'vector', model: benchModel.name, values } }),
  );
  const asked = question(random);
  await timed('question, keyword', () =>
    engine.recall({ ...about, query: asked, queryVector: { kind: 'none', reason: null } }),
  );
  await timed('question, hybrid', () =>
    engine.recall({
      ...about,
      query: asked,
      queryVector: { kind: 'vector', model: benchModel.name, values },
    }),
  );
  const build = { ...about, turnId, replyId: reply.id, recall, continues: null, latencies: [] };
  await timed('build and snapshot', () => engine.buildContext(build));
  await timed('checkpoint', () => engine.checkpointReply({ userId, replyId: reply.id, content: text }));
  const ending = { content: `${text} ${text}`, state: 'done', error: null } as const;
  await timed('finish reply', () => engine.finishReply({ userId, replyId: reply.id, ...ending }));
  await workOffJobs(engine, random);
  await timed('page of 60', () => engine.pageMessages(page));
  await timed('list of 60 chats', () => engine.listSessions({ userId, cursor: null, limit: 60 }));
  await timed('search as you type', () =>
    engine.searchMessages({ userId, sessionId: null, query: text.slice(0, 9), limit: 30 }),
  );
}
