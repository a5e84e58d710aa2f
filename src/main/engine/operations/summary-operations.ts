import { AppError } from '../../../shared/errors';
import { catalogue } from '../../../shared/catalogue/catalogue';
import { summaryIdSchema } from '../../../shared/model/ids';
import type { Summary } from '../../../shared/model/summary';
import { speakerOf } from '../../memory/context/templates';
import { bufferLimits } from '../../memory/path/plan-path';
import type { SummaryPlan, SummaryStore } from '../../memory/ports/summary-store';
import { extractSummary } from '../../memory/summary/extract-summary';
import { planSummarySegment } from '../../memory/summary/plan-summary';
import { splitSegment, summaryTemplateVersion } from '../../memory/summary/summary-prompt';
import type { EngineParts } from '../engine-parts';
import { enqueueJob } from '../engine-parts';
import { countMessages } from './count-messages';
import { currentSummary } from './current-summary';
import { findSession } from './find-session';
import { hashRange } from './settle-path';

type PlanInput = Parameters<SummaryStore['planSummary']>[0];
type CommitInput = Parameters<SummaryStore['commitSummary']>[0];

/** Unsummarised messages one plan looks at: a long import is folded in several jobs, each of bounded size. */
const maxPlanned = 1_000;

/** Tokens the extractive summariser folds at once, so that early messages of a long segment are weighed too. */
const extractWindowTokens = 16_000;

async function planSummary(parts: EngineParts, input: PlanInput): Promise<SummaryPlan | null> {
  const { userId, sessionId, settings } = input;
  const { tables } = parts;
  const session = findSession(tables, userId, sessionId);
  if (!bufferLimits(settings.strategy, settings.budgets).summarises) return null;
  const current = currentSummary(tables, userId, session);
  const stored = tables.reader.afterDepth(userId, sessionId, current?.lastDepth ?? 0, maxPlanned);
  // Read together with them: what leaves the path while they are counted makes the plan void.
  const ids = tables.reader.idsThrough(userId, sessionId, stored.at(-1)?.depth ?? 0);
  // What is being answered belongs to the next plan; an unfinished reply is folded by none.
  const finished = stored.filter(({ state, excluded }) => state !== 'streaming' && !excluded);
  const messages = await countMessages(parts, finished, settings.model);
  const segment = planSummarySegment(messages, settings.budgets);
  const last = segment?.at(-1);
  if (segment === null || last === undefined) return null;
  return {
    sessionId,
    parent: current === null ? null : { id: current.summary.id, text: current.summary.text },
    segment: messages.slice(0, segment.length),
    lastMessageId: last.id,
    rangeHash: hashRange(ids.slice(0, ids.indexOf(last.id) + 1)),
    fromPosition: 1,
    toPosition: last.position,
    maxTokens: settings.budgets.summaryTokens,
  };
}

async function extract(parts: EngineParts, plan: SummaryPlan, model: string): Promise<string> {
  const counter = await parts.counters.forModel(model);
  const folded = plan.segment
    .filter((message) => message.provenance !== 'offline' && message.state !== 'failed')
    .map((message) => ({ ...message, speaker: speakerOf(message), tokens: message.tokens ?? 0 }));
  let text = plan.parent?.text ?? null;
  for (const run of splitSegment(folded, extractWindowTokens)) {
    text = extractSummary(text, run, plan.maxTokens, counter);
  }
  // A segment of nothing but offline replies adds nothing; what stood before still holds.
  return text === null || text === '' ? catalogue.main.emptySegment : text;
}

async function commitSummary(parts: EngineParts, input: CommitInput): Promise<Summary | null> {
  if (input.text.trim() === '') {
    throw new AppError('bad-response', catalogue.main.errors.emptySummary, { retryable: true });
  }
  const counter = await parts.counters.forModel(input.settings.model);
  const limit = input.settings.budgets.summaryTokens;
  const text =
    counter.countUpTo(input.text, limit) <= limit ? input.text : counter.truncate(input.text, limit);
  return parts.database.transaction(() => insertSummary(parts, input, text, counter.count(text))).immediate();
}

function insertSummary(parts: EngineParts, input: CommitInput, text: string, tokens: number): Summary | null {
  const { tables } = parts;
  const { userId, plan, origin, model } = input;
  const session = findSession(tables, userId, plan.sessionId);
  const current = currentSummary(tables, userId, session);
  const lastDepth = tables.reader.pathDepth(userId, session.id, plan.lastMessageId);
  if ((current?.summary.id ?? null) !== (plan.parent?.id ?? null) || lastDepth === null) return null;
  const range = tables.reader.idsThrough(userId, session.id, lastDepth);
  if (hashRange(range) !== plan.rangeHash) return null;
  const id = summaryIdSchema.parse(parts.newId());
  const summary = {
    id,
    sessionId: session.id,
    parentId: plan.parent?.id ?? null,
    lastMessageId: plan.lastMessageId,
    fromPosition: 1,
    toPosition: range.length,
    text,
    tokens,
    sourceTokens: tables.reader.totalBetween(userId, session.id, 0, lastDepth + 1).tokens,
    model,
    createdAt: parts.clock.now(),
  };
  const template = origin === 'model' ? summaryTemplateVersion : 0;
  const version = tables.summaries.insert({
    ...summary,
    userId,
    rangeHash: plan.rangeHash,
    origin,
    template,
  });
  tables.sessions.setSummary(session, id);
  // What is still waiting is folded by the next job; its key is this version, so it is enqueued once.
  enqueueJob(parts, { kind: 'summarise', userId, sessionId: session.id, after: id });
  return { ...summary, version, quality: null, current: true };
}

/** The rolling summaries. */
export function createSummaryOperations(parts: EngineParts): SummaryStore {
  const { tables } = parts;
  return {
    planSummary: (input) => planSummary(parts, input),
    extractSummary: ({ plan, model }) => extract(parts, plan, model),
    commitSummary: (input) => commitSummary(parts, input),
    listSummaries: ({ userId, sessionId }) => {
      const current = currentSummary(tables, userId, findSession(tables, userId, sessionId));
      return Promise.resolve(
        tables.summaries
          .list(userId, sessionId)
          .map((summary) => ({ ...summary, current: summary.id === current?.summary.id })),
      );
    },
  };
}
