import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { qualityFloor } from '../../../shared/model/summary';
import { isSource } from '../../memory/is-source';
import type { ScorePlan, SummaryPlan, SummaryStore } from '../../memory/ports/summary-store';
import { coverSummary } from '../../memory/quality/cover-summary';
import { drawMessages, drawnMessages } from '../../memory/quality/draw-messages';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { StoredSession } from '../../storage/tables/session-table';
import type { StoredSummary } from '../../storage/tables/summary-table';
import type { EngineParts } from '../engine-parts';
import { currentSummary } from './current-summary';
import { findSession } from './find-session';
import { planFold } from './plan-fold';

/** Messages of a segment that are drawn from. */
const maxSegment = 1_000;

/** The next version to judge, with the messages it is held against. */
export function planScore(
  parts: EngineParts,
  { userId, sessionId, seed }: Parameters<SummaryStore['planScore']>[0],
): ScorePlan | null {
  const { tables, logger } = parts;
  const session = findSession(tables, userId, sessionId);
  const summary = tables.summaries.findUnjudged(userId, sessionId);
  if (summary === null) return null;
  const first = summary.retryOf === null ? null : tables.summaries.find(userId, summary.retryOf);
  // Both tries are held against the same messages, so that their scores can be compared.
  const drawnWith = first?.score?.seed ?? seed;
  const drawn = drawMessages(segmentOf(parts, session, summary), drawnWith, drawnMessages);
  logger.info('messages drawn to judge a summary', {
    summary: summary.id,
    seed: drawnWith,
    positions: drawn.map(({ position }) => position).join(' '),
  });
  return { summaryId: summary.id, text: summary.text, seed: drawnWith, drawn };
}

/** The messages a version folded, as far as they have words worth keeping. */
function segmentOf(
  { tables }: EngineParts,
  session: StoredSession,
  summary: StoredSummary,
): readonly StoredMessage[] {
  const { userId, id } = session;
  const depth = tables.reader.pathDepth(userId, id, summary.lastMessageId);
  if (depth === null) return [];
  const parent = currentSummary(tables, userId, { ...session, summaryId: summary.parentId });
  return tables.reader
    .afterDepth(userId, id, parent?.lastDepth ?? 0, maxSegment)
    .filter((message) => message.depth <= depth && isSource(message));
}

/** The deterministic judge. */
export function judgeOffline({
  plan,
}: Parameters<SummaryStore['coverSummary']>[0]): Awaited<ReturnType<SummaryStore['coverSummary']>> {
  const cover = coverSummary(plan.text, plan.drawn);
  const { details, sentences, missing, score: quality } = cover;
  const score = {
    kind: 'scored' as const,
    judge: 'offline',
    seed: plan.seed,
    drawn: plan.drawn.map(({ id, position }) => ({ id, position })),
    reasoning: catalogue.summaries.coverReasoning(details, sentences),
    missing: [...missing],
    accurate: true,
    details,
  };
  return { quality, score };
}

/** Stores a score; the better of two tries is in force from then on. */
export function storeScore(
  parts: EngineParts,
  { userId, sessionId, summaryId, quality, score }: Parameters<SummaryStore['storeScore']>[0],
): null {
  const { tables, database } = parts;
  const store = database.transaction(() => {
    const session = findSession(tables, userId, sessionId);
    const summary = tables.summaries.find(userId, summaryId);
    if (summary?.sessionId !== sessionId) {
      throw new AppError('not-found', catalogue.summaries.errors.gone);
    }
    if (!tables.summaries.setScore(userId, summaryId, quality, score)) return;
    const first = summary.retryOf === null ? null : tables.summaries.find(userId, summary.retryOf);
    const isWorse = quality !== null && (first?.quality ?? 0) > quality;
    if (first !== null && isWorse && session.summaryId === summaryId) {
      tables.sessions.setSummary(session, first.id);
      tables.summaries.withdrawAfter(userId, sessionId, first.id);
    }
  });
  store.immediate();
  return null;
}

/** Plans the second try that a low score asks for: the same messages, with what the first try left out. */
export async function planRetry(
  parts: EngineParts,
  { userId, sessionId, settings }: Parameters<SummaryStore['planRetry']>[0],
): Promise<SummaryPlan | null> {
  const { tables } = parts;
  const current = currentSummary(tables, userId, findSession(tables, userId, sessionId));
  if (current === null) return null;
  const { id, quality, retryOf, origin, score } = current.summary;
  const isLow = quality !== null && quality < qualityFloor && score?.kind === 'scored';
  if (!isLow || retryOf !== null || origin === 'user') return null;
  if (tables.summaries.findRetry(userId, id) !== null) return null;
  const fold = await planFold(parts, { userId, sessionId, settings, mode: { kind: 'again' } });
  return fold === null ? null : { ...fold.plan, retryOf: id, missing: score.missing };
}
