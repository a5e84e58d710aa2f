import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';
import type { MessageRow } from './message-row';

/**
 * A message that full text or vectors found, re-read from the log but for its id and its text: a thousand are read at a time, and
 * reading the ids alone would take a tenth of a recall.
 */
export type FoundRow = Pick<MessageRow, 'seq' | 'session_id' | 'depth' | 'role' | 'author' | 'created_at'>;

/** The same with its id and its text. */
export type FoundMessage = FoundRow & Pick<MessageRow, 'id' | 'content'>;

/** The same with the title of its session. */
export interface TitledRow extends FoundMessage {
  readonly session_title: string;
}

/** Where a message lies. */
export type FoundPlace = Pick<FoundRow, 'session_id' | 'depth'>;

/** Some matches, and the rows from the first to the last of them, matching or not. */
export interface MatchSpan {
  readonly count: number;
  readonly span: number;
}

const liveInSession =
  'm.on_path = 1 AND m.deleted_at IS NULL AND m.excluded_at IS NULL AND m.search_text IS NOT NULL';
const live = `${liveInSession} AND s.deleted_at IS NULL`;
const withSession = 'FROM messages m JOIN sessions s ON s.id = m.session_id';

/** Joined in this order, so that full text sorts by rank itself; what is deleted takes no place of what is not. */
const liveMatches = `FROM messages_fts CROSS JOIN messages m ON m.seq = messages_fts.rowid
  CROSS JOIN sessions s ON s.id = m.session_id WHERE messages_fts MATCH ? AND ${live}`;

/** Finds messages by words, and re-reads whatever any index found: live, on the path, and the user's own. */
export function createRecallReader(database: Database) {
  const matchRanked = database.prepare<[string, number], { seq: number; bm25: number }>(
    `SELECT m.seq, -bm25(messages_fts) AS bm25 ${liveMatches} ORDER BY rank LIMIT ?`,
  );
  const matchNewest = database.prepare<[string, number], { seq: number; bm25: number }>(
    `SELECT m.seq, 0 AS bm25 ${liveMatches} ORDER BY messages_fts.rowid DESC LIMIT ?`,
  );
  // Without a look at the messages, which would be most of the cost; what is not live is dropped when it is re-read.
  const propose = database
    .prepare<[string, number], number>(
      'SELECT rowid FROM messages_fts WHERE messages_fts MATCH ? ORDER BY rank LIMIT ?',
    )
    .pluck();
  const proposeNewest = database
    .prepare<[string, number], number>(
      'SELECT rowid FROM messages_fts WHERE messages_fts MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck();
  const newestMatches = database.prepare<[string, number], MatchSpan>(
    `SELECT count(*) AS count, coalesce(max(rowid) - min(rowid) + 1, 0) AS span
     FROM (SELECT rowid FROM messages_fts WHERE messages_fts MATCH ? ORDER BY rowid DESC LIMIT ?)`,
  );
  const hasOthers = database
    .prepare<[UserId], number>('SELECT EXISTS (SELECT 1 FROM users WHERE id <> ?)')
    .pluck();
  const selectPlaces = database.prepare<[string, UserId], FoundPlace>(
    `SELECT m.session_id, m.depth FROM messages m
     WHERE m.seq IN (SELECT value FROM json_each(?)) AND m.user_id = ? AND ${liveInSession}`,
  );
  const selectBySeq = database.prepare<[string, UserId], TitledRow>(
    `SELECT m.seq, m.id, m.session_id, m.depth, m.role, m.author, m.created_at, m.content,
       s.title AS session_title ${withSession}
     WHERE m.seq IN (SELECT value FROM json_each(?)) AND m.user_id = ? AND ${live}`,
  );
  // As arrays: an object with six names takes longer to make than to read.
  const selectAround = database
    .prepare<
      [string, UserId],
      readonly [window: number, number, number, FoundRow['role'], string | null, number]
    >(
      `SELECT w.key, m.seq, m.depth, m.role, m.author, m.created_at FROM json_each(?) w CROSS JOIN messages m
         ON m.session_id = w.value ->> 0 AND m.depth BETWEEN w.value ->> 1 AND w.value ->> 2
       WHERE m.user_id = ? AND ${liveInSession}`,
    )
    .raw();
  const selectIds = database.prepare<[string, UserId], Pick<MessageRow, 'seq' | 'id'>>(
    'SELECT seq, id FROM messages WHERE seq IN (SELECT value FROM json_each(?)) AND user_id = ?',
  );
  const selectSeqs = database
    .prepare<[string, UserId], number>(
      'SELECT seq FROM messages WHERE id IN (SELECT value FROM json_each(?)) AND user_id = ?',
    )
    .pluck();
  const selectLiveSessions = database
    .prepare<[string, UserId], SessionId>(
      'SELECT id FROM sessions WHERE id IN (SELECT value FROM json_each(?)) AND user_id = ? AND deleted_at IS NULL',
    )
    .pluck();
  const selectTexts = database.prepare<[string, UserId], Pick<MessageRow, 'seq' | 'content'>>(
    'SELECT seq, content FROM messages WHERE seq IN (SELECT value FROM json_each(?)) AND user_id = ?',
  );
  const selectBeginnings = database.prepare<[number, string, UserId], Pick<MessageRow, 'seq' | 'content'>>(
    `SELECT m.seq, substr(m.content, 1, ?) AS content FROM messages m
     WHERE m.seq IN (SELECT value FROM json_each(?)) AND m.user_id = ? AND ${liveInSession}`,
  );
  const selectTitle = database
    .prepare<[SessionId, UserId], string>('SELECT title FROM sessions WHERE id = ? AND user_id = ?')
    .pluck();
  const sumMessages = database
    .prepare<[UserId, SessionId | null, SessionId | null], number>(
      `SELECT coalesce(sum(message_count), 0) FROM sessions
       WHERE user_id = ? AND (? IS NULL OR id = ?) AND deleted_at IS NULL`,
    )
    .pluck();
  // The name of a file stands as the author of its parts, but nobody speaks by it.
  const speaks = `metadata ->> '$.attachment.fileId' IS NULL`;
  // One step of the index a name, however many messages each has.
  const selectAuthors = database
    .prepare<[UserId, UserId, number], string>(
      `WITH RECURSIVE names (name) AS (
         SELECT min(author) FROM messages WHERE user_id = ? AND author IS NOT NULL AND ${speaks}
         UNION ALL
         SELECT (SELECT min(author) FROM messages WHERE user_id = ? AND author > name AND ${speaks})
         FROM names WHERE name IS NOT NULL)
       SELECT name FROM names WHERE name IS NOT NULL LIMIT ?`,
    )
    .pluck();
  const sessionsOf = database
    .prepare<[UserId], SessionId>(
      'SELECT id FROM sessions WHERE user_id = ? AND deleted_at IS NULL ORDER BY updated_at DESC',
    )
    .pluck();

  return {
    /** The best matches of an FTS5 query, best first; `bm25` grows with relevance. */
    matchRanked: (query: string, limit: number) => matchRanked.all(query, limit),
    /** The newest matches, for queries too short to rank. */
    matchNewest: (query: string, limit: number) => matchNewest.all(query, limit),
    /** Row numbers of the best matches, live or not, best first. */
    propose: (query: string, limit: number): readonly number[] => propose.all(query, limit),
    /** Row numbers of the newest matches, live or not. */
    proposeNewest: (query: string, limit: number): readonly number[] => proposeNewest.all(query, limit),
    /** How many match, counted from the newest up to a limit, and over how many rows these are spread. */
    countNewest: (query: string, limit: number): MatchSpan =>
      newestMatches.get(query, limit) ?? { count: 0, span: 0 },
    /** Whether the database holds other users than this one. */
    hasOtherUsers: (userId: UserId): boolean => hasOthers.get(userId) === 1,
    /** The rows of these numbers that are the user's and live, in no order. */
    bySeq: (userId: UserId, seqs: readonly number[]): readonly TitledRow[] =>
      selectBySeq.all(JSON.stringify(seqs), userId),
    /** Where the rows of these numbers lie, those that are the user's and live in their sessions, in no order. */
    placesOf: (userId: UserId, seqs: readonly number[]): readonly FoundPlace[] =>
      selectPlaces.all(JSON.stringify(seqs), userId),
    /** Those of some sessions that are the user's and not deleted. Looked up once each, not once for each message. */
    liveSessions: (userId: UserId, sessions: Iterable<SessionId>): ReadonlySet<SessionId> =>
      new Set(selectLiveSessions.all(JSON.stringify([...sessions]), userId)),
    /** The live rows of the user between two depths of sessions that are not deleted: `[session, from, to]`. */
    around: (
      userId: UserId,
      windows: readonly (readonly [SessionId, number, number])[],
    ): readonly FoundRow[] =>
      selectAround
        .all(JSON.stringify(windows), userId)
        .map(([window, seq, depth, role, author, created_at]) => {
          const session_id = windows[window]?.[0] as SessionId;
          return { seq, session_id, depth, role, author, created_at };
        }),
    /** The ids of rows that were read as the user's own. */
    idsOf: (userId: UserId, seqs: readonly number[]): ReadonlyMap<number, MessageId> =>
      new Map(selectIds.all(JSON.stringify(seqs), userId).map(({ seq, id }) => [seq, id])),
    /** The row numbers of the user's own messages, in no order. */
    seqsOf: (userId: UserId, ids: readonly MessageId[]): readonly number[] =>
      selectSeqs.all(JSON.stringify(ids), userId),
    /** The texts of rows that were read as the user's own, in no order. */
    textsOf: (userId: UserId, seqs: readonly number[]): readonly Pick<MessageRow, 'seq' | 'content'>[] =>
      selectTexts.all(JSON.stringify(seqs), userId),
    /** How those rows begin, in so many characters, that are the user's and live in their sessions; in no order. */
    beginnings: (userId: UserId, seqs: readonly number[], characters: number) =>
      selectBeginnings.all(characters, JSON.stringify(seqs), userId),
    /** The titles of a user's sessions, each read once. */
    titles: (userId: UserId): ((sessionId: SessionId) => string) => {
      const known = new Map<SessionId, string>();
      return (sessionId) => {
        const title = known.get(sessionId) ?? selectTitle.get(sessionId, userId) ?? '';
        known.set(sessionId, title);
        return title;
      };
    },
    /** Messages of one session, or of all the user's: how many documents the scope has, closely enough. */
    countMessages: (userId: UserId, sessionId: SessionId | null): number =>
      sumMessages.get(userId, sessionId, sessionId) ?? 0,
    /** The names of the authors whom a user's messages have, those of files aside. */
    authorsOf: (userId: UserId, limit: number): readonly string[] => selectAuthors.all(userId, userId, limit),
    /** A user's sessions, the last used first. */
    sessionsOf: (userId: UserId): readonly SessionId[] => sessionsOf.all(userId),
  };
}

/** See {@link createRecallReader}. */
export type RecallReader = ReturnType<typeof createRecallReader>;
