import type { RecallReport } from '../../../shared/model/recall';
import { buildContext } from '../../memory/context/build-context';
import type { BuiltContext } from '../../memory/context/built-context';
import type { ContextSettings, QueryVector } from '../../memory/ports/recall';
import { searchAgain } from '../../memory/second-look/merge-looks';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { EngineParts } from '../engine-parts';
import { contextParts, keptQuotes } from './context-operations';
import type { CurrentSummary } from './current-summary';
import { findSession } from './find-session';
import { readPathAnew } from './read-path';
import { recallOnPath } from './recall-operations';

/** A second look goes by words, as that of a turn does. */
const byWords: QueryVector = { kind: 'none', reason: null };

/** What a question would be sent with. */
export interface Replay {
  readonly context: BuiltContext;
  readonly recall: RecallReport;
  readonly summary: CurrentSummary | null;
}

/** With what a question is asked again. */
export interface ReplayInput {
  readonly settings: ContextSettings;
  readonly queryVector: QueryVector;
  /** What memory searches for once more, given what it found first; nothing for no second look. */
  readonly searchesAgain: (first: RecallReport) => readonly string[];
}

/**
 * Asks a question of memory again, as if nothing had been said after it: later messages are left out, and so are summaries that
 * were written later. Recall's indexes are those of now, so what they count of a word may differ from then. Nothing is stored, no
 * model is asked.
 */
export async function replayQuestion(
  parts: EngineParts,
  question: StoredMessage,
  { settings, queryVector, searchesAgain }: ReplayInput,
): Promise<Replay> {
  const { userId, sessionId, depth, createdAt, content } = question;
  const session = findSession(parts.tables, userId, sessionId);
  const summaryThen = (): CurrentSummary | null => summaryBefore(parts, question);
  const path = await readPathAnew(parts, session, settings, depth, summaryThen);
  const recallThen = (query: string, vector: QueryVector): Promise<RecallReport> =>
    recallOnPath(
      parts,
      { userId, sessionId, query, queryVector: vector, settings, userMessageId: question.id },
      {
        session,
        path,
        isLeftOut: (row) => (row.session_id === sessionId ? row.depth >= depth : row.created_at > createdAt),
      },
    );
  const first = await recallThen(content, queryVector);
  const { report: recall } = await searchAgain(first, searchesAgain(first), (query) =>
    recallThen(query, byWords),
  );
  const counter = await parts.counters.forModel(settings.model);
  const recalled = keptQuotes(parts, { userId, recall, settings }, path, counter);
  const context = buildContext(
    contextParts(parts, { path, settings }, recalled, null),
    settings.budgets,
    counter,
  );
  return { context, recall, summary: path.summary };
}

/** The newest version that stood for the shown path before a question was asked. */
function summaryBefore({ tables }: EngineParts, question: StoredMessage): CurrentSummary | null {
  const { userId, sessionId, depth, createdAt } = question;
  const versions = tables.summaries
    .list(userId, sessionId)
    .filter((summary) => summary.createdAt <= createdAt)
    .toSorted((a, b) => b.version - a.version);
  for (const summary of versions) {
    const lastDepth = tables.reader.pathDepth(userId, sessionId, summary.lastMessageId);
    if (lastDepth !== null && lastDepth < depth) return { summary, lastDepth };
  }
  return null;
}
