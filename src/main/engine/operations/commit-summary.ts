import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { summaryIdSchema, type UserId } from '../../../shared/model/ids';
import type { Summary } from '../../../shared/model/summary';
import type { CommittedPlan, SummaryStore } from '../../memory/ports/summary-store';
import { summaryTemplateVersion } from '../../memory/summary/summary-prompt';
import type { StoredSession } from '../../storage/tables/session-table';
import { enqueueJob, type EngineParts } from '../engine-parts';
import { currentSummary } from './current-summary';
import { findSession } from './find-session';
import { hashRange } from './settle-path';

type CommitInput = Parameters<SummaryStore['commitSummary']>[0];

/** Cuts a text to the limit and puts it in force, unless the session moved on meanwhile. */
export async function commitSummary(parts: EngineParts, input: CommitInput): Promise<Summary | null> {
  if (input.text.trim() === '') {
    throw new AppError('bad-response', catalogue.main.errors.emptySummary, { retryable: true });
  }
  const counter = await parts.counters.forModel(input.settings.model);
  const limit = input.settings.budgets.summaryTokens;
  const text =
    counter.countUpTo(input.text, limit) <= limit ? input.text : counter.truncate(input.text, limit);
  const { userId, origin, model, plan, costMicrocents = 0 } = input;
  const version = { userId, origin, model, plan, text, tokens: counter.count(text), costMicrocents };
  return parts.database.transaction(() => insertSummary(parts, version)).immediate();
}

/** A version that is about to be written. */
export interface VersionInput {
  readonly userId: UserId;
  readonly plan: CommittedPlan;
  readonly text: string;
  readonly tokens: number;
  readonly origin: Summary['origin'];
  readonly model: string;
  /** Nothing where absent. */
  readonly costMicrocents?: number | null;
}

/** Writes a version and puts it in force, inside the caller's transaction; null where its plan is stale. */
export function insertSummary(parts: EngineParts, input: VersionInput): Summary | null {
  const { tables } = parts;
  const { userId, plan, origin, model, text, tokens, costMicrocents = 0 } = input;
  const session = findSession(tables, userId, plan.sessionId);
  const current = currentSummary(tables, userId, session);
  const lastDepth = tables.reader.pathDepth(userId, session.id, plan.lastMessageId);
  if ((current?.summary.id ?? null) !== plan.replaces || lastDepth === null) return null;
  if (plan.parent !== null && !coversThisPath(parts, session, plan.parent.id)) return null;
  const rangeHash = hashRange(tables.reader.idsThrough(userId, session.id, lastDepth));
  if (rangeHash !== plan.rangeHash) return null;
  const summary = {
    id: summaryIdSchema.parse(parts.newId()),
    sessionId: session.id,
    parentId: plan.parent?.id ?? null,
    retryOf: plan.retryOf,
    origin,
    lastMessageId: plan.lastMessageId,
    fromPosition: 1,
    toPosition: tables.reader.positionOf(userId, session.id, lastDepth),
    text,
    tokens,
    sourceTokens: tables.reader.totalBetween(userId, session.id, 0, lastDepth + 1).tokens,
    model,
    costMicrocents,
    createdAt: parts.clock.now(),
  };
  const template = origin === 'model' ? summaryTemplateVersion : 0;
  const numbers = tables.summaries.insert({ ...summary, userId, rangeHash, template });
  tables.sessions.setSummary(session, summary.id);
  const about = { userId, sessionId: session.id, after: summary.id };
  // Judged first: what is still waiting is folded into the better one. Each key is this version, so each comes once.
  if (origin !== 'user') enqueueJob(parts, { kind: 'score', ...about });
  enqueueJob(parts, { kind: 'summarise', ...about });
  return { ...summary, ...numbers, quality: null, score: null, current: true };
}

/** A version may only be built on while it stands for the beginning of this very path. */
function coversThisPath(
  { tables }: EngineParts,
  session: StoredSession,
  id: NonNullable<CommittedPlan['parent']>['id'],
): boolean {
  const parent = tables.summaries.find(session.userId, id);
  return (
    parent?.sessionId === session.id &&
    tables.reader.pathDepth(session.userId, session.id, parent.lastMessageId) !== null
  );
}
