import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, SummaryId, UserId } from '../../../shared/model/ids';
import type { Summary } from '../../../shared/model/summary';

interface SummaryRow {
  readonly id: SummaryId;
  readonly session_id: SessionId;
  readonly parent_id: SummaryId | null;
  readonly version: number;
  readonly last_message_id: MessageId;
  readonly from_position: number;
  readonly to_position: number;
  readonly text: string;
  readonly tokens: number;
  readonly source_tokens: number;
  readonly model: string;
  readonly created_at: number;
  readonly quality: number | null;
}

/** What a new version needs. */
export interface NewSummary extends Omit<Summary, 'quality' | 'current' | 'version'> {
  readonly userId: UserId;
  readonly rangeHash: string;
  readonly origin: 'extractive' | 'model' | 'user';
  readonly template: number;
}

/** What a version stands for: the path up to a message, and a hash of all that were live up to there. */
export interface SummaryRange {
  readonly id: SummaryId;
  readonly lastMessageId: MessageId;
  readonly rangeHash: string;
}

const columns =
  'id, session_id, parent_id, version, last_message_id, from_position, to_position, text, tokens, source_tokens, model, created_at, quality';

function toSummary(row: SummaryRow): Omit<Summary, 'current'> {
  return {
    id: row.id,
    sessionId: row.session_id,
    parentId: row.parent_id,
    version: row.version,
    lastMessageId: row.last_message_id,
    fromPosition: row.from_position,
    toPosition: row.to_position,
    text: row.text,
    tokens: row.tokens,
    sourceTokens: row.source_tokens,
    model: row.model,
    createdAt: row.created_at,
    quality: row.quality,
  };
}

/** Versions of summaries; nothing here is ever changed or removed but by forgetting. */
export function createSummaryTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO summaries (id, user_id, session_id, parent_id, version, last_message_id, from_position, to_position,
       range_hash, text, tokens, source_tokens, origin, model, template, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const nextVersion = database
    .prepare<[SessionId], number>('SELECT coalesce(max(version), 0) + 1 FROM summaries WHERE session_id = ?')
    .pluck();
  const select = database.prepare<[SummaryId, UserId], SummaryRow>(
    `SELECT ${columns} FROM summaries WHERE id = ? AND user_id = ?`,
  );
  const selectAll = database.prepare<[SessionId, UserId], SummaryRow>(
    `SELECT ${columns} FROM summaries WHERE session_id = ? AND user_id = ? ORDER BY version DESC`,
  );

  const selectRanges = database.prepare<[SessionId, UserId], SummaryRange>(
    `SELECT id, last_message_id AS lastMessageId, range_hash AS rangeHash FROM summaries
     WHERE session_id = ? AND user_id = ? ORDER BY version DESC`,
  );

  return {
    insert: (summary: NewSummary): number => {
      const version = nextVersion.get(summary.sessionId) ?? 1;
      insert.run(
        summary.id,
        summary.userId,
        summary.sessionId,
        summary.parentId,
        version,
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
        summary.createdAt,
      );
      return version;
    },
    find: (userId: UserId, id: SummaryId): Omit<Summary, 'current'> | null => {
      const row = select.get(id, userId);
      return row === undefined ? null : toSummary(row);
    },
    /** What each version stands for, the newest first. */
    ranges: (userId: UserId, sessionId: SessionId): readonly SummaryRange[] =>
      selectRanges.all(sessionId, userId),
    list: (userId: UserId, sessionId: SessionId): readonly Omit<Summary, 'current'>[] =>
      selectAll.all(sessionId, userId).map(toSummary),
  };
}

/** See {@link createSummaryTable}. */
export type SummaryTable = ReturnType<typeof createSummaryTable>;
