import { calendarDay } from '../../../shared/calendar-day';
import { timedSteps, type TurnTokens } from '../../../shared/model/health';
import type { UserId } from '../../../shared/model/ids';
import type { BlockKind, TurnSnapshot } from '../../../shared/model/snapshot';
import { messageOverheadTokens, replyPrimingTokens } from '../../memory/tokens/fixed-overhead';
import type { EngineParts } from '../engine-parts';

/** Characters a token stands for where nobody has counted yet. */
const charactersPerToken = 4;

/** Keeps the figures of a turn whose reply has ended; one that failed sent nothing that counts. */
export function noteTurn(parts: EngineParts, userId: UserId, snapshot: TurnSnapshot): void {
  const { metrics, reader, sessions } = parts.tables;
  const { sessionId, turnId, turnNumber, tokensReported } = snapshot;
  const reply = reader.findInLog(userId, snapshot.replyId);
  if (reply === null || reply.state === 'failed' || sessions.find(userId, sessionId) === null) return;
  const day = calendarDay(snapshot.createdAt);
  const isNew = metrics.insertTurn({
    userId,
    sessionId,
    turnId,
    turnNumber,
    model: snapshot.model,
    parts: tokensByKind(snapshot),
    windowTokens: snapshot.maxContextTokens,
    reserveTokens: snapshot.replyReserveTokens,
    estimated: snapshot.tokensEstimated,
    reportedPrompt: tokensReported?.prompt ?? null,
    reportedCompletion: tokensReported?.completion ?? null,
    everything: wholePath(parts, userId, snapshot),
    summaryVersion: versionSent(parts, userId, snapshot),
    day,
    at: snapshot.createdAt,
  });
  if (!isNew) return;
  const isTimed = (step: string): boolean =>
    timedSteps.some((timed) => timed === step) && (step !== 'reply' || reply.state === 'done');
  for (const { step, ms } of snapshot.latencies) {
    if (isTimed(step)) metrics.insertStep({ userId, sessionId }, { step, ms, day });
  }
}

function tokensByKind({ blocks }: TurnSnapshot): TurnTokens['parts'] {
  const totals: Partial<Record<BlockKind, number>> = {};
  for (const { kind, tokens } of blocks) totals[kind] = (totals[kind] ?? 0) + tokens;
  return totals;
}

/** Tokens of the system prompt and of every message up to the question: what sending everything would take. */
function wholePath({ tables, counters }: EngineParts, userId: UserId, snapshot: TurnSnapshot): number {
  const { sessionId, userMessageId, model } = snapshot;
  const depth = tables.reader.find(userId, userMessageId)?.depth ?? 0;
  const { messages, tokens, uncounted } = tables.metrics.pathTotals(userId, sessionId, depth);
  const words = (tokens + uncounted / charactersPerToken) * counters.factorOf(model);
  const system = tokensByKind(snapshot).system ?? 0;
  return system + Math.ceil(words) + messages * messageOverheadTokens + replyPrimingTokens;
}

function versionSent({ tables }: EngineParts, userId: UserId, { blocks }: TurnSnapshot): number | null {
  const id = blocks.find(({ summaryId }) => summaryId !== null)?.summaryId ?? null;
  return id === null ? null : (tables.summaries.find(userId, id)?.version ?? null);
}
