import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, SummaryId, TurnId, UserId } from '../../../shared/model/ids';
import type { SearchFilters } from '../../../shared/model/search';

/** Matches counted at most: beyond that a number says nothing more. */
const counted = 5_000;

const matches = `FROM messages_fts CROSS JOIN messages m ON m.seq = messages_fts.rowid
  CROSS JOIN sessions s ON s.id = m.session_id
  WHERE messages_fts MATCH @match AND m.user_id = @userId AND m.on_path = 1 AND m.deleted_at IS NULL
    AND s.deleted_at IS NULL AND (@role IS NULL OR m.role = @role) AND m.created_at >= @since`;

/** A full-text query with what narrows it; the chat is part of the query itself. */
export interface FilteredMatch extends Pick<SearchFilters, 'role' | 'since'> {
  readonly match: string;
  readonly userId: UserId;
}

/** A turn that was sent a message as a quote. */
export interface RecallUseRow {
  readonly turn_id: TurnId;
  readonly session_id: SessionId;
  readonly title: string;
  readonly turn_number: number;
}

/** Finds what the user searches for; every statement names the user. */
export function createSearchReader(database: Database) {
  const ranked = database
    .prepare<[FilteredMatch & { limit: number }], number>(
      `SELECT m.seq ${matches} ORDER BY rank LIMIT @limit`,
    )
    .pluck();
  const newest = database
    .prepare<[FilteredMatch & { limit: number }], number>(
      `SELECT m.seq ${matches} ORDER BY messages_fts.rowid DESC LIMIT @limit`,
    )
    .pluck();
  const perChat = database.prepare<[FilteredMatch], { sessionId: SessionId; count: number }>(
    `SELECT session_id AS sessionId, count(*) AS count
     FROM (SELECT m.session_id ${matches} LIMIT ${String(counted)}) GROUP BY session_id`,
  );
  const summaries = database.prepare<
    [UserId],
    { id: SummaryId; sessionId: SessionId; title: string; text: string }
  >(
    `SELECT c.id, s.id AS sessionId, s.title, c.text FROM sessions s JOIN summaries c ON c.session_id = s.id
     WHERE s.user_id = ? AND c.user_id = s.user_id AND s.deleted_at IS NULL ORDER BY s.updated_at DESC, c.version DESC`,
  );
  const uses = database.prepare<[MessageId, UserId, number], RecallUseRow>(
    `SELECT n.turn_id, n.session_id, s.title, n.turn_number FROM snapshot_sources u
     JOIN snapshots n ON n.turn_id = u.turn_id JOIN sessions s ON s.id = n.session_id
     WHERE u.message_id = ? AND u.kind = 'recalled' AND n.user_id = ? AND s.deleted_at IS NULL
     ORDER BY n.created_at DESC LIMIT ?`,
  );

  return {
    /** Row numbers of the best matches, best first. */
    ranked: (query: FilteredMatch, limit: number): readonly number[] => ranked.all({ ...query, limit }),
    /** Row numbers of the newest matches, for queries too short to rank. */
    newest: (query: FilteredMatch, limit: number): readonly number[] => newest.all({ ...query, limit }),
    /** Matches of each chat; `isMore` where not all were counted. */
    perChat: (query: FilteredMatch) => {
      const counts = perChat.all(query);
      return { counts, isMore: counts.reduce((sum, { count }) => sum + count, 0) >= counted };
    },
    /** The summaries of a user's live chats, those of the last used chat first, read as they are asked for. */
    summaries: (userId: UserId) => summaries.iterate(userId),
    /** The last turns that were sent a message as a quote, the newest first. */
    uses: (userId: UserId, messageId: MessageId, limit: number): readonly RecallUseRow[] =>
      uses.all(messageId, userId, limit),
  };
}

/** See {@link createSearchReader}. */
export type SearchReader = ReturnType<typeof createSearchReader>;
