import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { lookBefore } from '../../src/main/chat/look-before';
import { createEngine } from '../../src/main/engine/create-engine';
import { createSummariseJob } from '../../src/main/jobs/summarise-job';
import type { Clock } from '../../src/main/memory/ports/clock';
import type { Embedder } from '../../src/main/memory/ports/embedder';
import type { Engine } from '../../src/main/memory/ports/engine';
import type { ContextSettings, QueryVector } from '../../src/main/memory/ports/recall';
import { messageOverheadTokens } from '../../src/main/memory/tokens/fixed-overhead';
import { createOfflineModel } from '../../src/main/provider/offline-model';
import { openDatabase } from '../../src/main/storage/open-database';
import { turnIdSchema, type MessageId, type SessionId, type UserId } from '../../src/shared/model/ids';
import type { RecallScope } from '../../src/shared/model/session';
import { silentLogger } from '../silent-logger';
import { workOffJobs } from '../work-off-jobs';

/** What the next context of a question would be. */
export type AskedContext = Awaited<ReturnType<Engine['buildContext']>>;

/** One chat that grows turn by turn, as the program would keep it. */
export interface PlantedMemory {
  /** Adds a turn and does its background work; answers the user's message. */
  add(turn: { readonly user: string; readonly assistant: string }): Promise<MessageId>;
  /** Counts what a first question would count, so that asking leaves nothing to keep. */
  settle(settings: ContextSettings): Promise<void>;
  /** The context a question would be sent with; nothing of it stays. */
  ask(question: string, vector: QueryVector, settings: ContextSettings): Promise<AskedContext>;
  /** Tokens of all messages, as sending everything would cost. */
  tokensOfAll(): Promise<number>;
  close(): Promise<void>;
}

/** Milliseconds between two turns. */
const turnMs = 3_600_000;
const begin = Date.UTC(2025, 0, 6, 9);
const summariserWindowTokens = 6_000;

/** Opens a chat in a database of its own; `settings` are those its summaries are made under. */
export async function openPlantedMemory(options: {
  readonly settings: ContextSettings;
  readonly recallScope: RecallScope;
  readonly embedder: Embedder | null;
}): Promise<PlantedMemory> {
  const { settings, recallScope, embedder } = options;
  const folder = await mkdtemp(join(tmpdir(), 'engram-planted-'));
  let now = begin;
  const clock: Clock = { now: () => now, monotonic: () => now, after: () => () => undefined };
  const opened = await openDatabase({ path: join(folder, 'engram.db'), clock });
  const engine = createEngine({ opened, clock, logger: silentLogger, vectorFileOf: () => null });
  const { id: userId } = await engine.defaultUser({});
  const { id: sessionId } = await engine.createSession({ userId, recallScope });
  const where = { userId, sessionId };
  return {
    add: async ({ user, assistant }) => {
      now += turnMs;
      const turnId = turnIdSchema.parse(uuidv7());
      const origin = { replyProvenance: 'model', model: settings.model } as const;
      const { message, reply } = await engine.beginTurn({ ...where, turnId, text: user, ...origin });
      const ending = { content: assistant, state: 'done', error: null } as const;
      await engine.finishReply({ userId, replyId: reply.id, ...ending });
      await workOff(engine, settings, embedder, now);
      return message.id;
    },
    settle: async (asked) => {
      await engine.previewContext({ ...where, settings: asked });
    },
    ask: (question, vector, asked) =>
      undone(opened.database, () => ask(engine, where, { question, vector, settings: asked })),
    tokensOfAll: async () => {
      const page = await engine.pageMessages({
        ...where,
        anchor: { kind: 'after', position: 0 },
        limit: 100_000,
      });
      let tokens = 0;
      for (const { content } of page.messages) {
        tokens +=
          (await engine.countTokens({ text: content, model: settings.model })) + messageOverheadTokens;
      }
      return tokens;
    },
    close: async () => {
      await engine.close({});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The jobs a turn left, as the program does them with no model connected. */
async function workOff(
  engine: Engine,
  settings: ContextSettings,
  embedder: Embedder | null,
  now: number,
): Promise<void> {
  const model = createOfflineModel();
  const summarise = createSummariseJob({
    store: engine,
    summariser: () => model,
    settingsFor: () => Promise.resolve(settings),
    windowTokens: summariserWindowTokens,
    onChanged: () => undefined,
  });
  await workOffJobs(engine, embedder, { now: () => now, summarise });
}

async function ask(
  engine: Engine,
  where: { readonly userId: UserId; readonly sessionId: SessionId },
  { question, vector, settings }: { question: string; vector: QueryVector; settings: ContextSettings },
): Promise<AskedContext> {
  const turnId = turnIdSchema.parse(uuidv7());
  const origin = { replyProvenance: 'model', model: settings.model } as const;
  const { session, message, reply } = await engine.beginTurn({ ...where, turnId, text: question, ...origin });
  const about = { ...where, userMessageId: message.id, settings };
  const first = await engine.recall({ ...about, query: question, queryVector: vector });
  // As with no model connected: what nothing was found for is looked for again.
  const offline = { engine, logger: silentLogger, secondLook: () => true, chatModel: createOfflineModel };
  const recall = await lookBefore(offline, { session, message }, { settings, recall: first });
  const build = { ...about, turnId, replyId: reply.id, recall, continues: null, latencies: [] };
  return engine.buildContext(build);
}

/** Does something and takes it back: every question is asked of the same chat. */
async function undone<T>(database: Database, action: () => Promise<T>): Promise<T> {
  database.exec('BEGIN IMMEDIATE');
  try {
    return await action();
  } finally {
    database.exec('ROLLBACK');
  }
}
