import { v7 as uuidv7 } from 'uuid';
import type { ContextSettings, MemoryReader } from '../../src/main/memory/ports/recall';
import type { Engine } from '../../src/main/memory/ports/engine';
import type { SummaryPlan } from '../../src/main/memory/ports/summary-store';
import type { MessageId, SessionId, TurnId, UserId } from '../../src/shared/model/ids';
import type { Message, MessageState, Provenance } from '../../src/shared/model/message';
import type { RecallReport } from '../../src/shared/model/recall';
import type { FoldMode } from '../../src/shared/model/summary';
import type { TurnSnapshot } from '../../src/shared/model/snapshot';

type BegunTurn = Awaited<ReturnType<Engine['beginTurn']>>;

/** Whose turn, and where. */
export interface TurnPlace {
  readonly engine: Engine;
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/** What a turn says. */
export interface TurnWords {
  readonly text: string;
  readonly reply?: string;
  readonly state?: Exclude<MessageState, 'streaming'>;
  readonly provenance?: Provenance;
}

/** A turn's id. */
export function newTurnId(): TurnId {
  return uuidv7() as TurnId;
}

/** Begins and finishes a turn without recall or context. */
export async function appendTurn(
  { engine, userId, sessionId }: TurnPlace,
  { text, reply = 'All right.', state = 'done', provenance = 'model' }: TurnWords,
): Promise<{ readonly message: Message; readonly reply: Message }> {
  const begun = await engine.beginTurn({
    userId,
    sessionId,
    turnId: newTurnId(),
    text,
    replyProvenance: provenance,
    model: 'gpt-4o',
  });
  const error = state === 'failed' ? ({ kind: 'server', message: 'No.', retryable: true } as const) : null;
  const finished = await engine.finishReply({
    userId,
    replyId: begun.reply.id,
    content: reply,
    state,
    error,
  });
  return { message: begun.message, reply: finished.reply };
}

/** What one question was sent with. */
export interface AskedTurn {
  readonly turnId: TurnId;
  readonly questionId: MessageId;
  readonly replyId: MessageId;
  readonly recall: RecallReport;
  readonly context: Awaited<ReturnType<MemoryReader['buildContext']>>;
  readonly snapshot: TurnSnapshot;
}

/** A whole turn but for the model: commit, recall by words (and what `look` makes of it), context, reply. */
export async function askTurn(
  { engine, userId, sessionId }: TurnPlace,
  { text, reply = 'All right.', state = 'done', provenance = 'model' }: TurnWords,
  settings: ContextSettings,
  look?: (begun: BegunTurn, first: RecallReport) => Promise<RecallReport>,
): Promise<AskedTurn> {
  const turnId = newTurnId();
  const begun = await engine.beginTurn({
    userId,
    sessionId,
    turnId,
    text,
    replyProvenance: provenance,
    model: settings.model,
  });
  const about = { userId, sessionId, userMessageId: begun.message.id, settings };
  const queryVector = { kind: 'none', reason: 'by keyword' } as const;
  const first = await engine.recall({ ...about, query: text, queryVector });
  const recall = (await look?.(begun, first)) ?? first;
  const context = await engine.buildContext({
    ...about,
    turnId,
    replyId: begun.reply.id,
    recall,
    continues: null,
    latencies: [],
  });
  await engine.finishReply({ userId, replyId: begun.reply.id, content: reply, state, error: null });
  const { snapshot } = context;
  return { turnId, questionId: begun.message.id, replyId: begun.reply.id, recall, context, snapshot };
}

/** Commits one extractive summary if one is due; says whether it did. */
export function summariseOnce(place: TurnPlace, settings: ContextSettings): Promise<boolean> {
  return foldOnce(place, settings, { kind: 'due' });
}

/** Commits one extractive summary of whatever the mode takes; says whether there was anything. */
export async function foldOnce(
  { engine, userId, sessionId }: TurnPlace,
  settings: ContextSettings,
  mode: FoldMode,
): Promise<boolean> {
  const plan = await engine.planSummary({ userId, sessionId, settings, mode });
  return plan === null ? false : commitExtract({ engine, userId, sessionId }, settings, plan);
}

/** Commits the extractive summary of a plan; says whether it was not stale. */
export async function commitExtract(
  { engine, userId }: TurnPlace,
  settings: ContextSettings,
  plan: SummaryPlan,
): Promise<boolean> {
  const text = await engine.extractSummary({ plan, model: settings.model });
  const origin = 'extractive' as const;
  const summary = await engine.commitSummary({ userId, plan, text, origin, model: 'offline', settings });
  return summary !== null;
}
