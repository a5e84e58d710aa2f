import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';
import type { CopiedMessage } from '../../memory/ports/branch-store';
import { toMessage, messageColumns, type MessageRow } from './message-row';

type CopyRow = MessageRow & {
  readonly originId: MessageId;
  readonly model: string | null;
  readonly metadata: string | null;
};

/** A copied message and its place in the new session. */
interface NewCopy extends Omit<CopiedMessage, 'originId'> {
  /** Null for what was never said in another chat here. */
  readonly originId: MessageId | null;
  readonly id: MessageId;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly parentId: MessageId | null;
  readonly depth: number;
  readonly searchText: string | null;
  /** When the copy was made, for its pins and exclusions. */
  readonly now: number;
}

function toCopied(row: CopyRow): CopiedMessage {
  const { role, author, content, state, provenance, error, createdAt, pinned, excluded } = toMessage(row, 0);
  const { originId, model, metadata } = row;
  return {
    role,
    author,
    content,
    state,
    provenance,
    error,
    createdAt,
    pinned,
    excluded,
    originId,
    model,
    metadata,
  };
}

/** Reads paths to be copied, and writes the copies; each knows the message it was first said as. */
export function createCopyTable(database: Database) {
  const select = database.prepare<[SessionId, UserId, number], CopyRow>(
    `SELECT ${messageColumns}, coalesce(m.origin_id, m.id) AS originId, m.model, m.metadata FROM messages m
     WHERE m.session_id = ? AND m.user_id = ? AND m.on_path = 1 AND m.deleted_at IS NULL AND m.depth <= ?
     ORDER BY m.depth`,
  );
  const insert = database.prepare(
    `INSERT INTO messages (id, user_id, session_id, parent_id, depth, role, author, content, state, provenance, error,
       metadata, model, created_at, search_text, on_path, pinned_at, excluded_at, origin_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)`,
  );
  const origins = database.prepare<
    [string, UserId],
    { readonly id: MessageId; readonly originId: MessageId }
  >(
    `SELECT id, coalesce(origin_id, id) AS originId FROM messages
     WHERE id IN (SELECT value FROM json_each(?)) AND user_id = ?`,
  );

  return {
    /** The shown messages of a path down to a depth. */
    read: (userId: UserId, sessionId: SessionId, depth: number): readonly CopiedMessage[] =>
      select.all(sessionId, userId, depth).map(toCopied),
    insert: (copy: NewCopy): void => {
      insert.run(
        copy.id,
        copy.userId,
        copy.sessionId,
        copy.parentId,
        copy.depth,
        copy.role,
        copy.author,
        copy.content,
        copy.state,
        copy.provenance,
        copy.error === null ? null : JSON.stringify(copy.error),
        copy.metadata,
        copy.model,
        copy.createdAt,
        copy.searchText,
        copy.pinned ? copy.now : null,
        copy.excluded ? copy.now : null,
        copy.originId,
      );
    },
    /** What each of these messages was first said as: itself where it is no copy. */
    originsOf: (userId: UserId, ids: readonly MessageId[]): ReadonlyMap<MessageId, MessageId> =>
      new Map(origins.all(JSON.stringify(ids), userId).map(({ id, originId }) => [id, originId])),
  };
}

/** See {@link createCopyTable}. */
export type CopyTable = ReturnType<typeof createCopyTable>;
