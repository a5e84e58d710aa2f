import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { SummaryDiff } from '../../../shared/model/summary';
import type { SummaryStore } from '../../memory/ports/summary-store';
import { diffSentences } from '../../memory/summary/diff-sentences';
import { explainDiff, type SourceMessage } from '../../memory/summary/explain-diff';
import { buildRecallQuery, tellingTerms } from '../../memory/text/fts-query';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';

/** Messages that full text proposes as the source of one sentence. */
const proposed = 6;

/** A version's sentences against those of the version it was made from, each with its source and its fate. */
export async function diffSummary(
  parts: EngineParts,
  { userId, sessionId, summaryId }: Parameters<SummaryStore['diffSummary']>[0],
): Promise<SummaryDiff> {
  const { summaries } = parts.tables;
  findSession(parts.tables, userId, sessionId);
  const summary = summaries.find(userId, summaryId);
  if (summary?.sessionId !== sessionId) {
    throw new AppError('not-found', catalogue.summaries.errors.gone);
  }
  const parent = summary.parentId === null ? null : summaries.find(userId, summary.parentId);
  const lines = diffSentences(parent?.text ?? '', summary.text);
  const sources = new Map<string, readonly SourceMessage[]>();
  for (const { text } of lines) {
    sources.set(text, findSources(parts, userId, sessionId, text));
    // One turn of the event loop a sentence, so that a recall need not wait for all of them.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    summaryId,
    version: summary.version,
    against: parent?.version ?? null,
    lines: explainDiff(lines, (text) => sources.get(text) ?? []),
  };
}

function findSources(
  { tables }: EngineParts,
  userId: UserId,
  sessionId: SessionId,
  text: string,
): readonly SourceMessage[] {
  const match = buildRecallQuery(tellingTerms(text, []), { userId, sessionId, isOnlyUser: false });
  if (match === null) return [];
  const hits = tables.recall.matchRanked(match, proposed).map(({ seq }) => seq);
  return tables.recall.bySeq(userId, hits).flatMap(({ id }) => {
    const message = tables.reader.find(userId, id);
    return message === null ? [] : [message];
  });
}
