import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { FoldMode } from '../../../shared/model/summary';
import { bufferLimits } from '../../memory/path/plan-path';
import type { SummaryPlan, SummaryStore } from '../../memory/ports/summary-store';
import { planSummarySegment } from '../../memory/summary/plan-summary';
import type { StoredSession } from '../../storage/tables/session-table';
import type { StoredSummary } from '../../storage/tables/summary-table';
import type { EngineParts } from '../engine-parts';
import { countMessages, type CountedMessage } from './count-messages';
import { currentSummary } from './current-summary';
import { findSession } from './find-session';
import { hashRange } from './settle-path';

type PlanInput = Parameters<SummaryStore['planSummary']>[0];

/** Unsummarised messages one plan looks at: a long import is folded in several jobs, each of bounded size. */
const maxPlanned = 1_000;

/** A version and the depth its range ends at; `summary` null and depth 0 for the beginning of the path. */
interface Base {
  readonly summary: StoredSummary | null;
  readonly depth: number;
}

/** What will be folded, and what is left behind it. */
export interface FoldPlan {
  readonly plan: SummaryPlan;
  readonly base: StoredSummary | null;
  readonly segment: readonly CountedMessage[];
}

/**
 * Decides what a fold takes: always the messages from the end of the version it builds on, so that no message is in
 * neither (invariant 2). Null when there is nothing to fold.
 */
export async function planFold(parts: EngineParts, input: PlanInput): Promise<FoldPlan | null> {
  const { userId, sessionId, settings, mode = { kind: 'due' } } = input;
  const session = findSession(parts.tables, userId, sessionId);
  if (!bufferLimits(settings.strategy, settings.budgets).summarises) return null;
  const current = currentSummary(parts.tables, userId, session);
  const base = baseOf(parts, session, mode);
  if (base === null) return null;
  const after = await readAfter(parts, session, base.depth, settings.model);
  const segment = segmentOf(after, input, current?.lastDepth ?? 0);
  const [first, last] = [segment?.[0], segment?.at(-1)];
  if (segment === null || first === undefined || last === undefined) return null;
  const { summary } = base;
  const plan = {
    sessionId,
    parent: summary === null ? null : { id: summary.id, text: summary.text },
    replaces: current?.summary.id ?? null,
    retryOf: null,
    missing: [],
    segment,
    lastMessageId: last.id,
    rangeHash: after.hashThrough(last),
    fromPosition: first.position,
    toPosition: last.position,
    maxTokens: settings.budgets.summaryTokens,
  };
  return { plan, base: summary, segment };
}

/** The version a fold builds on; null where there is nothing to do over again. */
function baseOf({ tables }: EngineParts, session: StoredSession, mode: FoldMode): Base | null {
  const current = currentSummary(tables, session.userId, session);
  const here = current === null ? { summary: null, depth: 0 } : toBase(current);
  if (mode.kind === 'due' || mode.kind === 'now') return here;
  if (current === null && mode.kind === 'again') return null;
  const isTaken = ({ summary, depth }: Base): boolean =>
    mode.kind === 'again'
      ? depth < (current?.lastDepth ?? 0)
      : summary === null || tables.reader.positionOf(session.userId, session.id, depth) < mode.from;
  // The user's edits and second tries end where their parent does: to fold anew is to go back behind all of them.
  let base: Base = here;
  while (!isTaken(base)) {
    const parentId: StoredSummary['parentId'] = base.summary?.parentId ?? null;
    const parent = currentSummary(tables, session.userId, { ...session, summaryId: parentId });
    base = parent === null ? { summary: null, depth: 0 } : toBase(parent);
    if (base.summary === null) break;
  }
  return base;
}

function toBase(current: { readonly summary: StoredSummary; readonly lastDepth: number }): Base {
  return { summary: current.summary, depth: current.lastDepth };
}

/** What follows a version on the path. */
interface After {
  /** What can be folded: an excluded message and an unfinished reply are not. */
  readonly messages: readonly CountedMessage[];
  /** The last position that was read. */
  readonly lastPosition: number;
  /** Names the live messages of the path down to one of these. */
  readonly hashThrough: (last: CountedMessage) => string;
}

async function readAfter(
  parts: EngineParts,
  { userId, id: sessionId }: StoredSession,
  depth: number,
  model: string,
): Promise<After> {
  const { reader } = parts.tables;
  const stored = reader.afterDepth(userId, sessionId, depth, maxPlanned);
  // Read together with them: what leaves the path while they are counted makes the plan void.
  const ids = reader.idsThrough(userId, sessionId, stored.at(-1)?.depth ?? 0);
  const foldable = stored.filter(({ state, excluded }) => state !== 'streaming' && !excluded);
  return {
    messages: await countMessages(parts, foldable, model),
    lastPosition: stored.at(-1)?.position ?? 0,
    hashThrough: ({ id }) => hashRange(ids.slice(0, ids.indexOf(id) + 1)),
  };
}

function segmentOf(
  { messages: after, lastPosition }: After,
  { settings, mode = { kind: 'due' } }: PlanInput,
  currentDepth: number,
): readonly CountedMessage[] | null {
  switch (mode.kind) {
    case 'due':
    case 'now': {
      const segment = planSummarySegment(after, settings.budgets, mode.kind === 'now');
      return segment === null ? null : after.slice(0, segment.length);
    }
    case 'again':
      return after.filter(({ depth }) => depth <= currentDepth);
    case 'range': {
      const segment = after.filter(({ position }) => position <= mode.to);
      if (mode.to < mode.from || segment.length === 0 || mode.to > lastPosition) {
        throw new AppError('bad-input', catalogue.summaries.errors.badRange(maxPlanned));
      }
      // The newest message is being talked about: it stays.
      const isCovered = (segment.at(-1)?.depth ?? 0) <= currentDepth;
      if (segment.length === after.length && after.length < maxPlanned && !isCovered) {
        throw new AppError('bad-input', catalogue.summaries.errors.lastStays);
      }
      return segment;
    }
  }
}
