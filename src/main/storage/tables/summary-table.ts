import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, SummaryId, UserId } from '../../../shared/model/ids';
import { summaryScoreSchema, type Summary, type SummaryScore } from '../../../shared/model/summary';

interface SummaryRow {
  readonly id: SummaryId;
  readonly session_id: SessionId;
  readonly parent_id: SummaryId | null;
  readonly version: number;
  readonly number: number;
  readonly retry_of: SummaryId | null;
  readonly origin: Summary['origin'];
  readonly last_message_id: MessageId;
  readonly from_position: number;
  readonly to_position: number;
  readonly range_hash: string;
  readonly text: string;
  readonly tokens: number;
  readonly source_tokens: number;
  readonly model: string;
  readonly cost_microcents: number | null;
  readonly created_at: number;
  readonly quality: number | null;
  readonly quality_detail: string | null;
}

/** A version with what only the engine needs. */
export interface StoredSummary extends Omit<Summary, 'current'> {
  /** SHA-256 of the ids it stands for, as they were when it was written. */
  readonly rangeHash: string;
}

/** What a version stands for: the path up to a message, and a hash of all that were live up to there. */
export interface SummaryRange {
  readonly id: SummaryId;
  readonly lastMessageId: MessageId;
  readonly rangeHash: string;
}

/** What a new version needs. */
export interface NewSummary extends Omit<StoredSummary, 'quality' | 'score' | 'version' | 'order'> {
  readonly userId: UserId;
  readonly template: number;
}

const columns =
  'id, session_id, parent_id, version, number, retry_of, origin, last_message_id, from_position, to_position, range_hash, text, tokens, source_tokens, model, cost_microcents, created_at, quality, quality_detail';

function toSummary(row: SummaryRow): StoredSummary {
  return {
    id: row.id,
    sessionId: row.session_id,
    parentId: row.parent_id,
    version: row.number,
    order: row.version,
    retryOf: row.retry_of,
    origin: row.origin,
    lastMessageId: row.last_message_id,
    fromPosition: row.from_position,
    toPosition: row.to_position,
    rangeHash: row.range_hash,
    text: row.text,
    tokens: row.tokens,
    sourceTokens: row.source_tokens,
    model: row.model,
    costMicrocents: row.cost_microcents,
    createdAt: row.created_at,
    quality: row.quality,
    score: row.quality_detail === null ? null : summaryScoreSchema.parse(JSON.parse(row.quality_detail)),
  };
}

/** Versions of summaries; but for their score, which comes later, they never change and go only by forgetting. */
export function createSummaryTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO summaries (id, user_id, session_id, parent_id, version, number, retry_of, last_message_id,
       from_position, to_position, range_hash, text, tokens, source_tokens, origin, model, template, cost_microcents,
       created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const newest = database.prepare<[SessionId], { version: number; number: number }>(
    `SELECT coalesce(max(version), 0) AS version, coalesce(max(number), 0) AS number
     FROM summaries WHERE session_id = ?`,
  );
  const select = database.prepare<[SummaryId, UserId], SummaryRow>(
    `SELECT ${columns} FROM summaries WHERE id = ? AND user_id = ?`,
  );
  const selectAll = database.prepare<[SessionId, UserId], SummaryRow>(
    `SELECT ${columns} FROM summaries WHERE session_id = ? AND user_id = ? ORDER BY version DESC`,
  );
  const selectRanges = database.prepare<[SessionId, UserId], SummaryRange>(
    `SELECT id, last_message_id AS lastMessageId, range_hash AS rangeHash FROM summaries
     WHERE session_id = ? AND user_id = ? AND withdrawn = 0 ORDER BY version DESC`,
  );
  const withdraw = database.prepare<[SummaryId | null, SessionId, UserId]>(
    `UPDATE summaries SET withdrawn = version > coalesce((SELECT version FROM summaries WHERE id = ?), 0)
     WHERE session_id = ? AND user_id = ?`,
  );
  const selectUnjudged = database.prepare<[SessionId, UserId], SummaryRow>(
    `SELECT ${columns} FROM summaries
     WHERE session_id = ? AND user_id = ? AND quality_detail IS NULL AND quality IS NULL AND origin <> 'user'
     ORDER BY version LIMIT 1`,
  );
  const selectRetry = database.prepare<[SummaryId, UserId], SummaryRow>(
    `SELECT ${columns} FROM summaries WHERE retry_of = ? AND user_id = ? LIMIT 1`,
  );
  const setScore = database.prepare(
    `UPDATE summaries SET quality = ?, quality_detail = ?
     WHERE id = ? AND user_id = ? AND quality_detail IS NULL AND quality IS NULL`,
  );
  const one = (row: SummaryRow | undefined): StoredSummary | null =>
    row === undefined ? null : toSummary(row);
  const find = (userId: UserId, id: SummaryId): StoredSummary | null => one(select.get(id, userId));

  return {
    /** Adds a version; a second try has the number of the first. */
    insert: (summary: NewSummary): Pick<Summary, 'version' | 'order'> => {
      const last = newest.get(summary.sessionId) ?? { version: 0, number: 0 };
      const first = summary.retryOf === null ? null : find(summary.userId, summary.retryOf);
      const number = first?.version ?? last.number + 1;
      insert.run(
        summary.id,
        summary.userId,
        summary.sessionId,
        summary.parentId,
        last.version + 1,
        number,
        summary.retryOf,
        summary.lastMessageId,
        summary.fromPosition,
        summary.toPosition,
        summary.rangeHash,
        summary.text,
        summary.tokens,
        summary.sourceTokens,
        summary.origin,
        summary.model,
        summary.template,
        summary.costMicrocents,
        summary.createdAt,
      );
      return { version: number, order: last.version + 1 };
    },
    find,
    list: (userId: UserId, sessionId: SessionId): readonly StoredSummary[] =>
      selectAll.all(sessionId, userId).map(toSummary),
    /** What each version stands for that was not taken back, the newest first. */
    ranges: (userId: UserId, sessionId: SessionId): readonly SummaryRange[] =>
      selectRanges.all(sessionId, userId),
    /** Takes back every version that came after one; all of them with null. */
    withdrawAfter: (userId: UserId, sessionId: SessionId, id: SummaryId | null): void => {
      withdraw.run(id, sessionId, userId);
    },
    /** The number a new version would have. */
    nextNumber: (sessionId: SessionId): number => (newest.get(sessionId)?.number ?? 0) + 1,
    /** The oldest version of a session that nobody has judged; the user's own words are not judged. */
    findUnjudged: (userId: UserId, sessionId: SessionId): StoredSummary | null =>
      one(selectUnjudged.get(sessionId, userId)),
    /** The second try at a version. */
    findRetry: (userId: UserId, id: SummaryId): StoredSummary | null => one(selectRetry.get(id, userId)),
    /** Stores a score once; says whether it was the first. */
    setScore: (userId: UserId, id: SummaryId, quality: number | null, score: SummaryScore): boolean =>
      setScore.run(quality, JSON.stringify(score), id, userId).changes > 0,
  };
}

/** See {@link createSummaryTable}. */
export type SummaryTable = ReturnType<typeof createSummaryTable>;
