import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  messageIdSchema,
  sessionIdSchema,
  userIdSchema,
  type MessageId,
  type SessionId,
  type UserId,
} from '../../../shared/model/ids';

const rowSchema = z.object({
  id: z.string(),
  user_id: userIdSchema,
  session_id: sessionIdSchema,
  kind: z.enum(['messages', 'session']),
  message_ids: z.string(),
  head_before: messageIdSchema.nullable(),
  step: z.enum(['hidden', 'erased']),
  due_at: z.number(),
  created_at: z.number(),
});
const idsSchema = z.array(messageIdSchema);

/** Something that was deleted and is not gone from every file yet. */
export interface StoredForget {
  readonly id: string;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly kind: 'messages' | 'session';
  /** Empty for a whole session. */
  readonly messageIds: readonly MessageId[];
  /** Where the path led before; null where it was not led elsewhere. */
  readonly headBefore: MessageId | null;
  /** `hidden`: it can be undone. `erased`: its rows are gone, the files are not cleaned yet. */
  readonly step: 'hidden' | 'erased';
  readonly dueAt: number;
  readonly createdAt: number;
}

function toForget(row: unknown): StoredForget {
  const parsed = rowSchema.parse(row);
  return {
    id: parsed.id,
    userId: parsed.user_id,
    sessionId: parsed.session_id,
    kind: parsed.kind,
    messageIds: idsSchema.parse(JSON.parse(parsed.message_ids)),
    headBefore: parsed.head_before,
    step: parsed.step,
    dueAt: parsed.due_at,
    createdAt: parsed.created_at,
  };
}

/** What is deleted and waits to be erased; a row goes when nothing of it is left. */
export function createForgetTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO forgets (id, user_id, session_id, kind, message_ids, head_before, step, due_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 'hidden', ?, ?)`,
  );
  const select = database.prepare<[string, UserId]>('SELECT * FROM forgets WHERE id = ? AND user_id = ?');
  const selectAll = database.prepare<[]>('SELECT * FROM forgets ORDER BY created_at, id');
  const setErased = database.prepare(`UPDATE forgets SET step = 'erased' WHERE id = ?`);
  const remove = database.prepare('DELETE FROM forgets WHERE id = ?');
  const removeSession = database.prepare(
    `DELETE FROM forgets WHERE session_id = ? AND user_id = ? AND kind = 'session' AND step = 'hidden'`,
  );
  const isBeingErased = database.prepare<[SessionId, UserId]>(
    `SELECT 1 FROM forgets WHERE session_id = ? AND user_id = ? AND kind = 'session'`,
  );
  const hide = database.prepare(
    `UPDATE messages SET deleted_at = ? WHERE id IN (SELECT value FROM json_each(?)) AND user_id = ?`,
  );

  return {
    insert: (forget: Omit<StoredForget, 'step'>): void => {
      insert.run(
        forget.id,
        forget.userId,
        forget.sessionId,
        forget.kind,
        JSON.stringify(forget.messageIds),
        forget.headBefore,
        forget.dueAt,
        forget.createdAt,
      );
    },
    find: (userId: UserId, id: string): StoredForget | null => {
      const row = select.get(id, userId);
      return row === undefined ? null : toForget(row);
    },
    /** Of every user, the oldest first. */
    all: (): readonly StoredForget[] => selectAll.all().map(toForget),
    setErased: (id: string): void => {
      setErased.run(id);
    },
    remove: (id: string): void => {
      remove.run(id);
    },
    /** A deleted session is brought back; false where part of it is erased already. */
    removeSession: (userId: UserId, sessionId: SessionId): boolean => {
      removeSession.run(sessionId, userId);
      return isBeingErased.get(sessionId, userId) === undefined;
    },
    /** Hides messages (a time) or shows them again (null). */
    setHidden: (userId: UserId, ids: readonly MessageId[], deletedAt: number | null): void => {
      hide.run(deletedAt, JSON.stringify(ids), userId);
    },
  };
}

/** See {@link createForgetTable}. */
export type ForgetTable = ReturnType<typeof createForgetTable>;
