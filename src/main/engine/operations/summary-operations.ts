import { catalogue } from '../../../shared/catalogue/catalogue';
import type { FoldPreview, Summary, SummaryState } from '../../../shared/model/summary';
import type { UserId } from '../../../shared/model/ids';
import { speakerOf } from '../../memory/context/templates';
import { bufferLimits } from '../../memory/path/plan-path';
import type { SummaryPlan, SummaryStore } from '../../memory/ports/summary-store';
import { extractSummary } from '../../memory/summary/extract-summary';
import { isFolded } from '../../memory/summary/is-folded';
import { splitSegment } from '../../memory/summary/summary-prompt';
import { messageOverheadTokens } from '../../memory/tokens/fixed-overhead';
import type { StoredSession } from '../../storage/tables/session-table';
import type { EngineParts } from '../engine-parts';
import { editSummary, rollBackSummary } from './change-summary';
import { commitSummary } from './commit-summary';
import { currentSummary } from './current-summary';
import { diffSummary } from './diff-summary';
import { findSession } from './find-session';
import { planFold } from './plan-fold';
import { readPath } from './read-path';
import { judgeOffline, planRetry, planScore, storeScore } from './score-operations';

/** Tokens the extractive summariser folds at once, so that early messages of a long segment are weighed too. */
const extractWindowTokens = 16_000;

async function extract(parts: EngineParts, plan: SummaryPlan, model: string): Promise<string> {
  const counter = await parts.counters.forModel(model);
  const folded = plan.segment
    .filter((message) => isFolded(message) && message.provenance !== 'offline' && message.state !== 'failed')
    .map((message) => ({ ...message, speaker: speakerOf(message), tokens: message.tokens ?? 0 }));
  let text = plan.parent?.text ?? null;
  for (const run of splitSegment(folded, extractWindowTokens)) {
    text = extractSummary(text, run, plan.maxTokens, counter, plan.missing);
  }
  // A segment of nothing but offline replies adds nothing; what stood before still holds.
  return text === null || text === '' ? catalogue.main.emptySegment : text;
}

function listSummaries({ tables }: EngineParts, userId: UserId, session: StoredSession): readonly Summary[] {
  const current = currentSummary(tables, userId, session);
  return tables.summaries.list(userId, session.id).map(({ rangeHash: _rangeHash, ...summary }) => ({
    ...summary,
    current: summary.id === current?.summary.id,
  }));
}

async function previewFold(
  parts: EngineParts,
  input: Parameters<SummaryStore['previewFold']>[0],
): Promise<FoldPreview | null> {
  const fold = await planFold(parts, input);
  if (fold === null) return null;
  const { userId, sessionId } = input;
  const { fromPosition, toPosition } = fold.plan;
  const total = parts.tables.reader.count(userId, sessionId);
  return {
    version: parts.tables.summaries.nextNumber(sessionId),
    base: fold.base?.version ?? null,
    folds: [fromPosition, toPosition],
    tokens: fold.segment.reduce((sum, { tokens }) => sum + tokens, 0),
    keeps: toPosition < total ? [toPosition + 1, total] : null,
  };
}

async function readSummaries(
  parts: EngineParts,
  input: Parameters<SummaryStore['readSummaries']>[0],
): Promise<SummaryState> {
  const { userId, sessionId, settings } = input;
  const session = findSession(parts.tables, userId, sessionId);
  const limits = bufferLimits(settings.strategy, settings.budgets);
  const path = await readPath(parts, session, settings, Number.MAX_SAFE_INTEGER - 1);
  return {
    summaries: listSummaries(parts, userId, session),
    summarises: limits.summarises,
    bufferTokens: path.tail.buffer.reduce((sum, { tokens }) => sum + tokens + messageOverheadTokens, 0),
    bufferLimit: limits.tokens,
    compaction: await previewFold(parts, { ...input, mode: { kind: 'now' } }),
    stopped: parts.tables.jobs.findStopped(userId, sessionId, 'summarise'),
    stoppedScore: parts.tables.jobs.findStopped(userId, sessionId, 'score'),
  };
}

/** The rolling summaries. */
export function createSummaryOperations(parts: EngineParts): SummaryStore {
  const { tables } = parts;
  return {
    planSummary: async (input) => (await planFold(parts, input))?.plan ?? null,
    previewFold: (input) => previewFold(parts, input),
    extractSummary: ({ plan, model }) => extract(parts, plan, model),
    commitSummary: (input) => commitSummary(parts, input),
    listSummaries: ({ userId, sessionId }) =>
      Promise.resolve(listSummaries(parts, userId, findSession(tables, userId, sessionId))),
    readSummaries: (input) => readSummaries(parts, input),
    diffSummary: (input) => diffSummary(parts, input),
    editSummary: (input) => editSummary(parts, input),
    rollBackSummary: (input) => Promise.resolve(rollBackSummary(parts, input)),
    planScore: (input) => Promise.resolve(planScore(parts, input)),
    coverSummary: (input) => Promise.resolve(judgeOffline(input)),
    storeScore: (input) => Promise.resolve(storeScore(parts, input)),
    planRetry: (input) => planRetry(parts, input),
  };
}
