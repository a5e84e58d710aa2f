import { readdirSync, statSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { workOffJobs, benchModel } from '../../bench/fill-memory';
import { createRandom, question, randomVector, sentence } from '../../bench/synthetic-chats';
import type { Engine } from '../../src/main/memory/ports/engine';
import { turnIdSchema, type SessionId, type UserId } from '../../src/shared/model/ids';
import { standardBudgets } from '../../src/shared/settings';
import type { Stage, TimedName } from './state';

const settings = { budgets: standardBudgets, strategy: 'hybrid', model: 'gpt-4o' } as const;

/** Where it is measured. */
export interface Measured {
  readonly engine: Engine;
  /** Another over the same data that keeps one chat in memory: whatever it opens is opened cold. */
  readonly opener: Engine;
  readonly userId: UserId;
  /** Chats of the user, the oldest first. */
  readonly sessionIds: readonly SessionId[];
  readonly databasePath: string;
}

/** Chats that are recalled in: the same ones at every size. */
const recalledChats = 10;

/** Handles this process holds; 0 where the system does not tell. */
function openHandles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

function percentiles(values: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** One round: a turn in one chat, another chat opened, both kinds of recall. */
async function round(
  { engine, opener, userId, sessionIds }: Measured,
  random: () => number,
  timed: <T>(name: TimedName, work: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const pick = (among: readonly SessionId[]): SessionId => among[Math.floor(random() * among.length)]!;
  const asked = question(random);
  const queryVector = {
    kind: 'vector',
    model: benchModel.name,
    values: randomVector(random, benchModel.dimension),
  } as const;
  // The first chat gets every turn that is appended.
  const home = sessionIds[0]!;
  const turnId = turnIdSchema.parse(uuidv7());
  const text = sentence(random, 12);
  const { reply } = await timed('append', () =>
    engine.beginTurn({
      userId,
      sessionId: home,
      turnId,
      text,
      replyProvenance: 'model',
      model: settings.model,
    }),
  );
  const ending = { content: sentence(random, 30), state: 'done', error: null } as const;
  await engine.finishReply({ userId, replyId: reply.id, ...ending });
  const other = pick(sessionIds);
  await timed('open', async () => {
    await opener.pageMessages({ userId, sessionId: other, limit: 60, anchor: { kind: 'newest' } });
    await opener.previewContext({ userId, sessionId: other, settings });
  });
  const about = { userId, query: asked, queryVector, settings, userMessageId: null };
  const inOne = pick(sessionIds.slice(0, recalledChats));
  await timed('recall in one chat', () => engine.recall({ ...about, sessionId: inOne }));
  await timed('recall across all chats', () =>
    engine.searchMemory({ userId, sessionId: null, query: asked, queryVector, limit: 10 }),
  );
}

/** How the engine fares now. The first rounds fill caches and are not counted. */
export async function measureStage(
  measured: Measured,
  counts: { readonly messages: number; readonly own: number; readonly rounds: number },
): Promise<Stage> {
  const { engine, userId, databasePath } = measured;
  const random = createRandom(counts.messages);
  const times = new Map<string, number[]>();
  const warmUps = Math.ceil(counts.rounds / 5);
  for (let done = -warmUps; done < counts.rounds; done += 1) {
    await round(measured, random, async (name, work) => {
      const start = performance.now();
      const result = await work();
      if (done >= 0) times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
      return result;
    });
  }
  await workOffJobs(engine, random);
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const { bytes } = await engine.registryStatus({ userId, settings });
  return {
    messages: counts.messages,
    own: counts.own,
    times: Object.fromEntries([...times].map(([name, values]) => [name, percentiles(values)])),
    rssBytes: rss,
    heapBytes: heapUsed,
    registryBytes: bytes,
    handles: openHandles(),
    databaseBytes: statSync(databasePath).size,
  };
}
