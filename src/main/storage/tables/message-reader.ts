import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { Message } from '../../../shared/model/message';
import { messageColumns, toMessage, versionedColumns, type MessageRow } from './message-row';

/** What the thread shows; positions count these. */
const shownPath = 'm.session_id = ? AND m.user_id = ? AND m.on_path = 1 AND m.deleted_at IS NULL';
/** What memory sees: an excluded message keeps its position and nothing else. */
const livePath = `${shownPath} AND m.excluded_at IS NULL`;

/** How many messages of a session are shown: counted in an index, without a look at the messages. */
export const countShownQuery = `SELECT count(*) FROM messages m WHERE ${shownPath}`;

/** The questions of a session up to a depth: its turns. Without being told, SQLite takes the index of the whole path and reads each. */
export const countTurnsQuery = `SELECT count(*) FROM messages m INDEXED BY messages_turns WHERE ${shownPath} AND m.depth <= ? AND m.role = 'user'
         AND m.metadata ->> '$.attachment.fileId' IS NULL`;

/** The pinned messages of a session up to a depth. */
export const pinnedQuery = `SELECT ${messageColumns} FROM messages m WHERE ${livePath} AND m.pinned_at IS NOT NULL AND m.depth <= ?
     ORDER BY m.depth LIMIT ?`;

/** The reply of a session that is being written. The plus keeps SQLite from going through all the session's messages for it. */
export const streamingQuery = `SELECT ${messageColumns} FROM messages m
  WHERE m.state = 'streaming' AND +m.session_id = ? AND +m.user_id = ?`;

/** A message with what only the engine needs: row number, place in the tree, encoding of its token count. */
export interface StoredMessage extends Message {
  readonly seq: number;
  readonly depth: number;
  readonly onPath: boolean;
  readonly encoding: string | null;
  /** When it gave way to a second answer; null for what still holds. */
  readonly supersededAt: number | null;
}

function toStored(row: MessageRow, position: number): StoredMessage {
  const { seq, depth, encoding, superseded_at: supersededAt } = row;
  // Written into the message just made: hundreds are read at a time.
  return Object.assign(toMessage(row, position), {
    seq,
    depth,
    encoding,
    onPath: row.on_path === 1,
    supersededAt,
  });
}

/** Where on their path messages stand. */
function createPositions(database: Database) {
  const countUpTo = database
    .prepare<[SessionId, UserId, number], number>(
      `SELECT count(*) FROM messages m WHERE ${shownPath} AND m.depth <= ?`,
    )
    .pluck();
  // Where nothing on the path was deleted, depths are positions, and nothing has to be counted.
  const isDense = database
    .prepare<[SessionId, UserId], number>(
      `SELECT s.message_count = h.depth FROM sessions s JOIN messages h ON h.id = s.head_id
       WHERE s.id = ? AND s.user_id = ?`,
    )
    .pluck();
  const messageCount = database
    .prepare<[SessionId, UserId], number>('SELECT message_count FROM sessions WHERE id = ? AND user_id = ?')
    .pluck();
  const positions = (userId: UserId) => {
    const dense = new Map<SessionId, boolean>();
    return (sessionId: SessionId, depth: number): number => {
      const isKnown = dense.get(sessionId) ?? isDense.get(sessionId, userId) === 1;
      dense.set(sessionId, isKnown);
      return isKnown ? depth : (countUpTo.get(sessionId, userId, depth) ?? 0);
    };
  };
  return {
    positions,
    positionOf: (userId: UserId, sessionId: SessionId, depth: number): number =>
      positions(userId)(sessionId, depth),
    countBefore: (userId: UserId, sessionId: SessionId, depth: number): number =>
      isDense.get(sessionId, userId) === 1
        ? Math.min(messageCount.get(sessionId, userId) ?? 0, depth - 1)
        : (countUpTo.get(sessionId, userId, depth - 1) ?? 0),
  };
}

/** Reads the active path of sessions; every statement names the user. */
export function createMessageReader(database: Database) {
  const countShown = database.prepare<[SessionId, UserId], number>(countShownQuery).pluck();
  const countTurnsUpTo = database.prepare<[SessionId, UserId, number], number>(countTurnsQuery).pluck();
  const selectSlice = database.prepare<[SessionId, UserId, number, number], MessageRow>(
    `SELECT ${versionedColumns} FROM messages m WHERE ${shownPath} ORDER BY m.depth LIMIT ? OFFSET ?`,
  );
  const selectAfterDepth = database.prepare<[SessionId, UserId, number, number], MessageRow>(
    `SELECT ${messageColumns} FROM messages m WHERE ${shownPath} AND m.depth > ? ORDER BY m.depth LIMIT ?`,
  );
  const selectNewestAfterDepth = database.prepare<[SessionId, UserId, number, number, number], MessageRow>(
    `SELECT ${messageColumns} FROM messages m WHERE ${shownPath} AND m.depth > ? AND m.depth < ?
     ORDER BY m.depth DESC LIMIT ?`,
  );
  const selectPinned = database.prepare<[SessionId, UserId, number, number], MessageRow>(pinnedQuery);
  const sumTokens = database.prepare<[SessionId, UserId, number, number], { count: number; tokens: number }>(
    // Four characters a token, roughly, where nobody has counted yet. Lengths and tokens stand in the index of the path.
    `SELECT count(*) FILTER (WHERE length(m.content) > 0) AS count, coalesce(sum(coalesce(m.tokens, (length(m.content) + 3) / 4)), 0) AS tokens FROM messages m
     WHERE ${livePath} AND m.depth > ? AND m.depth < ?`,
  );
  const selectHeadDepth = database
    .prepare<[SessionId, UserId], number>(
      'SELECT h.depth FROM sessions s JOIN messages h ON h.id = s.head_id WHERE s.id = ? AND s.user_id = ?',
    )
    .pluck();
  const selectPathDepth = database
    .prepare<[SessionId, UserId, MessageId], number>(
      `SELECT m.depth FROM messages m WHERE ${livePath} AND m.id = ?`,
    )
    .pluck();
  const selectOne = database.prepare<[MessageId, UserId], MessageRow>(
    `SELECT ${versionedColumns} FROM messages m JOIN sessions s ON s.id = m.session_id
     WHERE m.id = ? AND m.user_id = ? AND m.deleted_at IS NULL AND s.deleted_at IS NULL`,
  );
  const selectIds = database
    .prepare<[SessionId, UserId, number], MessageId>(
      `SELECT m.id FROM messages m WHERE ${livePath} AND m.depth <= ? ORDER BY m.depth`,
    )
    .pluck();
  const selectInLog = database.prepare<[MessageId, UserId], MessageRow>(
    `SELECT ${messageColumns} FROM messages m WHERE m.id = ? AND m.user_id = ?`,
  );
  const selectModel = database
    .prepare<[MessageId, UserId], string | null>('SELECT model FROM messages WHERE id = ? AND user_id = ?')
    .pluck();
  const selectStreaming = database.prepare<[SessionId, UserId], MessageRow>(streamingQuery);
  const selectAllStreaming = database.prepare<[], MessageRow>(
    `SELECT ${messageColumns} FROM messages m WHERE m.state = 'streaming'`,
  );
  const selectSuperseded = database.prepare<[TurnId, UserId, SessionId], MessageRow>(
    `SELECT ${messageColumns} FROM messages m WHERE m.turn_id = ? AND m.user_id = ? AND m.session_id = ?
       AND m.superseded_at IS NOT NULL AND m.deleted_at IS NULL AND m.content <> '' ORDER BY m.seq LIMIT 1`,
  );

  const { positionOf, positions, countBefore } = createPositions(database);
  const positionAt = (row: MessageRow): number => positionOf(row.user_id, row.session_id, row.depth);

  const placed = (row: MessageRow | undefined): StoredMessage | null =>
    row === undefined ? null : toStored(row, positionAt(row));
  return {
    count: (userId: UserId, sessionId: SessionId): number => countShown.get(sessionId, userId) ?? 0,
    /** User messages on the path up to a depth: the turn's number. */
    countTurns: (userId: UserId, sessionId: SessionId, depth: number): number =>
      countTurnsUpTo.get(sessionId, userId, depth) ?? 0,
    /** Messages at positions `from` … `from + limit − 1`. */
    slice: (userId: UserId, sessionId: SessionId, from: number, limit: number): readonly StoredMessage[] =>
      selectSlice.all(sessionId, userId, limit, from - 1).map((row, index) => toStored(row, from + index)),
    /** The first messages below a depth (0: from the beginning), excluded ones too, with their positions. */
    afterDepth: (
      userId: UserId,
      sessionId: SessionId,
      depth: number,
      limit: number,
    ): readonly StoredMessage[] => {
      const before = depth === 0 ? 0 : positionOf(userId, sessionId, depth);
      return selectAfterDepth
        .all(sessionId, userId, depth, limit)
        .map((row, index) => toStored(row, before + index + 1));
    },
    /** The newest messages between two depths (both exclusive), excluded ones too; positions are left at 0. */
    newestBetween: (
      userId: UserId,
      sessionId: SessionId,
      afterDepth: number,
      beforeDepth: number,
      limit: number,
    ): readonly StoredMessage[] =>
      selectNewestAfterDepth
        .all(sessionId, userId, afterDepth, beforeDepth, limit)
        .map((row) => toStored(row, 0)),
    /** The live pinned messages down to a depth, in path order, with their positions. */
    pinnedThrough: (
      userId: UserId,
      sessionId: SessionId,
      depth: number,
      limit: number,
    ): readonly StoredMessage[] =>
      selectPinned.all(sessionId, userId, depth, limit).map((row) => toStored(row, positionAt(row))),
    /** How many live messages with words lie between two depths (both exclusive), and their counted tokens. */
    totalBetween: (
      userId: UserId,
      sessionId: SessionId,
      afterDepth: number,
      beforeDepth: number,
    ): { readonly count: number; readonly tokens: number } =>
      sumTokens.get(sessionId, userId, afterDepth, beforeDepth) ?? { count: 0, tokens: 0 },
    /** The depth of the last message of a session; 0 where there is none. */
    depthOf: (userId: UserId, sessionId: SessionId): number => selectHeadDepth.get(sessionId, userId) ?? 0,
    /** Messages shown on the path above a depth. */
    countBefore,
    /** The position on the path of whatever shown message lies at a depth. */
    positionOf,
    /** The same for many messages of few sessions, while nothing changes. */
    positions,
    /** The depth of a message that is live on the session's active path; null for any other. */
    pathDepth: (userId: UserId, sessionId: SessionId, id: MessageId): number | null =>
      selectPathDepth.get(sessionId, userId, id) ?? null,
    find: (userId: UserId, id: MessageId): StoredMessage | null => placed(selectOne.get(id, userId)),
    /** The path's live messages down to a depth, by id. */
    idsThrough: (userId: UserId, sessionId: SessionId, depth: number): readonly MessageId[] =>
      selectIds.all(sessionId, userId, depth),
    /** A message whether or not it is still live, for records of what was sent; its position is left at 0. */
    findInLog: (userId: UserId, id: MessageId): StoredMessage | null => {
      const row = selectInLog.get(id, userId);
      return row === undefined ? null : toStored(row, 0);
    },
    /** The model that wrote a message; null where none did. */
    modelOf: (userId: UserId, id: MessageId): string | null => selectModel.get(id, userId) ?? null,
    findStreaming: (userId: UserId, sessionId: SessionId): StoredMessage | null =>
      placed(selectStreaming.get(sessionId, userId)),
    /** Every reply, of any user, that is marked as streaming: for settling what a killed process left. */
    allStreaming: (): readonly StoredMessage[] => selectAllStreaming.all().map((row) => toStored(row, 0)),
    /** The answer of a turn that gave way to a second one, which stands in its place. */
    findSuperseded: (userId: UserId, sessionId: SessionId, turnId: TurnId): StoredMessage | null =>
      placed(selectSuperseded.get(turnId, userId, sessionId)),
  };
}

/** See {@link createMessageReader}. */
export type MessageReader = ReturnType<typeof createMessageReader>;
