import type { Database } from 'better-sqlite3';
import type { AppErrorShape } from '../../../shared/errors';
import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { MessageMetadata } from '../../../shared/model/message-metadata';
import type { MessageState, Provenance, Role } from '../../../shared/model/message';

/** What a new row of the log needs; it joins the active path at `depth`. */
export interface NewMessage {
  readonly id: MessageId;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly parentId: MessageId | null;
  readonly depth: number;
  readonly turnId: TurnId | null;
  readonly role: Role;
  readonly author: string | null;
  readonly content: string;
  readonly state: MessageState;
  readonly provenance: Provenance;
  readonly model: string | null;
  readonly createdAt: number;
  readonly searchText: string | null;
  readonly metadata?: MessageMetadata | undefined;
}

/** How a streamed reply ends. */
export interface ReplyEnding {
  readonly content: string;
  readonly state: Exclude<MessageState, 'streaming'>;
  readonly error: AppErrorShape | null;
  readonly searchText: string | null;
}

/** Writes the log. The schema's triggers refuse whatever would rewrite it. */
export function createMessageWriter(database: Database) {
  const insert = database.prepare(
    `INSERT INTO messages (id, user_id, session_id, parent_id, depth, turn_id, role, author, content, state,
       provenance, model, created_at, search_text, metadata, on_path)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const grow = database.prepare(
    `UPDATE messages SET content = ? WHERE id = ? AND user_id = ? AND state = 'streaming'`,
  );
  const finish = database.prepare(
    `UPDATE messages SET content = ?, state = ?, error = ?, search_text = ?
     WHERE id = ? AND user_id = ? AND state = 'streaming'`,
  );
  const setPinned = database.prepare('UPDATE messages SET pinned_at = ? WHERE id = ? AND user_id = ?');
  const setExcluded = database.prepare('UPDATE messages SET excluded_at = ? WHERE id = ? AND user_id = ?');
  const supersede = database.prepare(
    'UPDATE messages SET on_path = 0, superseded_at = ? WHERE id = ? AND user_id = ?',
  );
  const restore = database.prepare(
    'UPDATE messages SET on_path = 1, superseded_at = NULL, search_text = ? WHERE id = ? AND user_id = ?',
  );
  const setMetadata = database.prepare('UPDATE messages SET metadata = ? WHERE id = ? AND user_id = ?');
  const setTokens = database.prepare('UPDATE messages SET tokens = ?, encoding = ? WHERE seq = ?');

  return {
    insert: (message: NewMessage): void => {
      insert.run(
        message.id,
        message.userId,
        message.sessionId,
        message.parentId,
        message.depth,
        message.turnId,
        message.role,
        message.author,
        message.content,
        message.state,
        message.provenance,
        message.model,
        message.createdAt,
        message.searchText,
        message.metadata === undefined ? null : JSON.stringify(message.metadata),
      );
    },
    /** Stores the text streamed so far; says whether the reply was still streaming. */
    grow: (userId: UserId, id: MessageId, content: string): boolean =>
      grow.run(content, id, userId).changes > 0,
    finish: (userId: UserId, id: MessageId, ending: ReplyEnding): boolean => {
      const error = ending.error === null ? null : JSON.stringify(ending.error);
      return finish.run(ending.content, ending.state, error, ending.searchText, id, userId).changes > 0;
    },
    /** Null takes the pin away. */
    setPinned: (userId: UserId, id: MessageId, pinnedAt: number | null): void => {
      setPinned.run(pinnedAt, id, userId);
    },
    /** Null lets it into memory again. */
    setExcluded: (userId: UserId, id: MessageId, excludedAt: number | null): void => {
      setExcluded.run(excludedAt, id, userId);
    },
    /** Takes an answer off the path that gave way to a second one. */
    supersede: (userId: UserId, id: MessageId, at: number): void => {
      supersede.run(at, id, userId);
    },
    /** Puts an answer back on the path that gave way to one which never came. */
    restore: (userId: UserId, id: MessageId, searchText: string | null): void => {
      restore.run(searchText, id, userId);
    },
    setMetadata: (userId: UserId, id: MessageId, metadata: MessageMetadata): void => {
      setMetadata.run(JSON.stringify(metadata), id, userId);
    },
    setTokens: (seq: number, tokens: number, encoding: string): void => {
      setTokens.run(tokens, encoding, seq);
    },
  };
}

/** See {@link createMessageWriter}. */
export type MessageWriter = ReturnType<typeof createMessageWriter>;
