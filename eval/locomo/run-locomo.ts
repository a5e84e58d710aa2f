import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../src/main/engine/create-engine';
import { readLocomoFile, toImportedSessions } from '../../src/main/importers/locomo';
import type { LocomoConversation } from '../../src/main/importers/locomo-schema';
import type { Embedder } from '../../src/main/memory/ports/embedder';
import type { Engine } from '../../src/main/memory/ports/engine';
import type { QueryVector } from '../../src/main/memory/ports/recall';
import { withoutNames } from '../../src/main/memory/ranking/named-speakers';
import { systemClock } from '../../src/main/memory/system-clock';
import { openDatabase } from '../../src/main/storage/open-database';
import type { MessageId, UserId } from '../../src/shared/model/ids';
import { standardBudgets } from '../../src/shared/settings';
import type { Parts } from '../parts';
import { silentLogger } from '../silent-logger';
import { workOffJobs } from '../work-off-jobs';
import { withoutAuthors, withoutSpeakers } from './anonymous';
import { evidenceOf } from './evidence';
import type { Outcome } from './measures';

/** What one run measured. */
export interface LocomoRun {
  readonly outcomes: readonly Outcome[];
  /** Milliseconds of each recall, without the embedding of its question. */
  readonly queryMs: readonly number[];
  /** Milliseconds of the embedding of each question; empty without an embedder. */
  readonly embedMs: readonly number[];
  /** Milliseconds of import and indexing, a turn. */
  readonly msPerTurn: number;
}

/** What a run needs. */
export interface LocomoOptions {
  readonly file: string;
  /** Null measures recall by words alone. */
  readonly embedder: Embedder | null;
  /** What was done before; each conversation is a part. */
  readonly openParts: (total: number) => Promise<Parts>;
  /** As a chat of one user and one assistant: no author has a name, and the questions say "I" and "you". */
  readonly anonymous?: boolean;
}

/** Of LongMemEval's files the longer ones have some hundred megabytes; a text has at most 512. */
const longestFile = 500_000_000;

const settings = {
  budgets: standardBudgets,
  strategy: 'hybrid',
  model: 'offline',
} as const;

/**
 * Measures recall on a LoCoMo or LongMemEval file through the program's own import, storage and recall: a user a conversation,
 * a chat a session, an empty buffer, recall across the user's chats. Category 5 (adversarial) is kept apart by
 * the caller; questions whose evidence names no turn are left out.
 */
export async function runLocomo(options: LocomoOptions): Promise<LocomoRun> {
  const conversations = await readLocomoFile(options.file, longestFile);
  const folder = await mkdtemp(join(tmpdir(), 'engram-eval-'));
  const opened = await openDatabase({ path: join(folder, 'engram.db'), clock: systemClock });
  const engine = createEngine({ opened, clock: systemClock, logger: silentLogger, vectorFileOf: () => null });
  try {
    await engine.warmUp({ model: settings.model });
    const parts = await options.openParts(conversations.length);
    const runs: LocomoRun[] = [];
    for (const [index, conversation] of conversations.entries()) {
      const name = `${conversation.id}: ${String(conversation.questions.length)} questions`;
      const key = `${String(index + 1)}. ${name}`;
      runs.push(await parts.get(key, () => runConversation(engine, conversation, options)));
    }
    await parts.end();
    return {
      outcomes: runs.flatMap((run) => run.outcomes),
      queryMs: runs.flatMap((run) => run.queryMs),
      embedMs: runs.flatMap((run) => run.embedMs),
      msPerTurn: runs.reduce((sum, run) => sum + run.msPerTurn, 0) / runs.length,
    };
  } finally {
    await engine.close({});
    await rm(folder, { recursive: true, force: true });
  }
}

async function runConversation(
  engine: Engine,
  conversation: LocomoConversation,
  { embedder, anonymous = false }: LocomoOptions,
): Promise<LocomoRun> {
  const { id: userId } = await engine.createUser({ name: conversation.id });
  const start = performance.now();
  const turns = await importTurns(engine, userId, conversation, { embedder, anonymous });
  const msPerTurn = (performance.now() - start) / turns.size;

  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'user' });
  const outcomes: Outcome[] = [];
  const queryMs: number[] = [];
  const embedMs: number[] = [];
  const authors = await engine.listAuthors({ userId, sessionId });
  for (const { question: asked, evidence, category } of conversation.questions) {
    const question = anonymous && conversation.hasNames ? withoutSpeakers(asked, conversation) : asked;
    const wanted = evidenceOf(evidence, new Set(turns.keys())).map((turn) => turns.get(turn));
    if (wanted.length === 0) continue;
    const embedStart = performance.now();
    const queryVector = await embedQuestion(embedder, withoutNames(question, authors));
    if (embedder !== null) embedMs.push(performance.now() - embedStart);
    const queryStart = performance.now();
    const recall = { userId, sessionId, query: question, queryVector, settings, userMessageId: null };
    const { candidates } = await engine.recall(recall);
    queryMs.push(performance.now() - queryStart);
    const ranks = new Map(candidates.map(({ messageId, rank }) => [messageId, rank]));
    const rankOf = (id: MessageId | undefined): number =>
      (id === undefined ? undefined : ranks.get(id)) ?? Infinity;
    outcomes.push({ category, ranks: wanted.map(rankOf) });
  }
  return { outcomes, queryMs, embedMs, msPerTurn };
}

/** Imports a conversation and embeds it as the program's own job does; returns the message of each turn. */
async function importTurns(
  engine: Engine,
  userId: UserId,
  conversation: LocomoConversation,
  { embedder, anonymous }: { readonly embedder: Embedder | null; readonly anonymous: boolean },
): Promise<ReadonlyMap<string, MessageId>> {
  const turns = new Map<string, MessageId>();
  const named = toImportedSessions(conversation);
  const sessions = anonymous ? named.map(withoutAuthors) : named;
  const { added } = await engine.importSessions({ userId, sessions });
  await workOffJobs(engine, embedder, { now: Date.now });
  for (const [index, session] of conversation.sessions.entries()) {
    const sessionId = added[index]?.id;
    if (sessionId === undefined) throw new Error('A session of the file was not imported');
    const { messages } = await engine.pageMessages({
      userId,
      sessionId,
      anchor: { kind: 'after', position: 0 },
      limit: session.turns.length,
    });
    for (const [place, turn] of session.turns.entries()) {
      const message = messages[place];
      if (message !== undefined) turns.set(turn.dia_id, message.id);
    }
  }
  return turns;
}

async function embedQuestion(embedder: Embedder | null, question: string): Promise<QueryVector> {
  if (embedder === null) return { kind: 'none', reason: null };
  return { kind: 'vector', model: embedder.model, values: await embedder.embedQuery(question) };
}
