import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { Summary } from '../../../shared/model/summary';
import type { SummaryStore } from '../../memory/ports/summary-store';
import type { EngineParts } from '../engine-parts';
import { insertSummary } from './commit-summary';
import { currentSummary } from './current-summary';
import { findSession } from './find-session';
import { hashRange } from './settle-path';

const { errors, byUser } = catalogue.summaries;

/** The user's own words as a new version that ends where the old one does. */
export async function editSummary(
  parts: EngineParts,
  input: Parameters<SummaryStore['editSummary']>[0],
): Promise<Summary> {
  const { userId, sessionId, summaryId, settings } = input;
  const text = input.text.trim();
  if (text === '') throw new AppError('bad-input', errors.empty);
  const counter = await parts.counters.forModel(settings.model);
  const limit = settings.budgets.summaryTokens;
  const tokens = counter.count(text);
  if (tokens > limit) throw new AppError('bad-input', errors.tooLong(tokens - limit, limit));
  const edit = parts.database.transaction((): Summary | null => {
    const current = currentSummary(parts.tables, userId, findSession(parts.tables, userId, sessionId));
    if (current?.summary.id !== summaryId) return null;
    const { id, text: old, lastMessageId, rangeHash } = current.summary;
    const parent = { id, text: old };
    const plan = { sessionId, parent, replaces: id, retryOf: null, lastMessageId, rangeHash };
    return insertSummary(parts, { userId, plan, text, tokens, origin: 'user', model: byUser });
  });
  const edited = edit.immediate();
  if (edited === null) throw new AppError('conflict', errors.movedOn);
  return edited;
}

/** Puts a version in force again; none at all leaves every message to the buffer or waiting. */
export function rollBackSummary(
  parts: EngineParts,
  { userId, sessionId, summaryId }: Parameters<SummaryStore['rollBackSummary']>[0],
): null {
  const { tables, database } = parts;
  const rollBack = database.transaction(() => {
    const session = findSession(tables, userId, sessionId);
    if (summaryId !== null) {
      const summary = tables.summaries.find(userId, summaryId);
      if (summary?.sessionId !== sessionId) throw new AppError('not-found', errors.gone);
      const depth = tables.reader.pathDepth(userId, sessionId, summary.lastMessageId);
      const range = depth === null ? [] : tables.reader.idsThrough(userId, sessionId, depth);
      if (hashRange(range) !== summary.rangeHash) throw new AppError('conflict', errors.otherPath);
    }
    tables.sessions.setSummary(session, summaryId);
    tables.summaries.withdrawAfter(userId, sessionId, summaryId);
  });
  rollBack.immediate();
  return null;
}
