import type { SummaryStore } from '../../src/main/memory/ports/summary-store';
import type { Probe } from './isolation-probes';
import { settings } from './isolation-settings';

/** What one user may try with another's summaries. */
export const summaryProbes: { readonly [Method in Exclude<keyof SummaryStore, 'extractSummary'>]: Probe } = {
  planSummary: (engine, userId, { sessionId }) => [engine.planSummary({ userId, sessionId, settings })],
  commitSummary: (engine, userId, theirs, mine) =>
    [theirs.plan, { ...mine.plan, lastMessageId: theirs.plan.lastMessageId }].map((plan) =>
      engine.commitSummary({ userId, plan, text: 'Mine', origin: 'model', model: 'm', settings }),
    ),
  listSummaries: (engine, userId, { sessionId }) => [engine.listSummaries({ userId, sessionId })],
  previewFold: (engine, userId, { sessionId }) => [
    engine.previewFold({ userId, sessionId, settings, mode: { kind: 'now' } }),
  ],
  readSummaries: (engine, userId, { sessionId }) => [engine.readSummaries({ userId, sessionId, settings })],
  diffSummary: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.diffSummary({ userId, sessionId, summaryId: theirs.summaryId }),
    ),
  editSummary: (engine, userId, theirs) => [
    engine.editSummary({
      userId,
      sessionId: theirs.sessionId,
      summaryId: theirs.summaryId,
      text: 'Mine',
      settings,
    }),
  ],
  rollBackSummary: (engine, userId, theirs, mine) => [
    ...[theirs.summaryId, null].map((summaryId) =>
      engine.rollBackSummary({ userId, sessionId: theirs.sessionId, summaryId }),
    ),
    engine.rollBackSummary({ userId, sessionId: mine.sessionId, summaryId: theirs.summaryId }),
  ],
  planScore: (engine, userId, { sessionId }) => [engine.planScore({ userId, sessionId, seed: 1 })],
  coverSummary: (engine, _me, _theirs, { summaryId }) => [
    engine.coverSummary({ plan: { summaryId, text: 'Mine', seed: 1, drawn: [] } }),
  ],
  storeScore: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.storeScore({
        userId,
        sessionId,
        summaryId: theirs.summaryId,
        quality: 0,
        score: { kind: 'unscored', judge: 'm', seed: 1, drawn: [], reason: 'Mine' },
      }),
    ),
  planRetry: (engine, userId, { sessionId }) => [engine.planRetry({ userId, sessionId, settings })],
};
