import type { Database } from 'better-sqlite3';
import type { ExportedMessage } from '../../../shared/model/export';
import type { SessionId, UserId } from '../../../shared/model/ids';
import { messageColumns, toMessage, type MessageRow } from './message-row';

type ExportRow = MessageRow & { readonly model: string | null };

function toExported(row: ExportRow): ExportedMessage {
  const { id, parentId, role, author, content, state, provenance, error, createdAt, pinned, excluded } =
    toMessage(row, 0);
  return {
    id,
    parentId,
    role,
    author,
    content,
    // Streaming ones are not read.
    state: state === 'streaming' ? 'stopped' : state,
    provenance,
    error,
    metadata: row.metadata === null ? null : (JSON.parse(row.metadata) as Record<string, unknown>),
    model: row.model,
    createdAt,
    pinned,
    excluded,
    superseded: row.superseded_at !== null,
    onPath: row.on_path === 1,
  };
}

/** Reads chats to be given out. */
export function createExportReader(database: Database) {
  const selectSessions = database
    .prepare<[UserId], SessionId>(
      'SELECT id FROM sessions WHERE user_id = ? AND deleted_at IS NULL ORDER BY created_at, id',
    )
    .pluck();
  const select = database.prepare<[SessionId, UserId, number, number], ExportRow>(
    `SELECT ${messageColumns}, m.model FROM messages m
     WHERE m.session_id = ? AND m.user_id = ? AND m.seq > ? AND m.deleted_at IS NULL AND m.state <> 'streaming'
     ORDER BY m.seq LIMIT ?`,
  );
  return {
    sessions: (userId: UserId): readonly SessionId[] => selectSessions.all(userId),
    /** A part of a chat's messages; `next` is where the following part begins. */
    messages: (
      userId: UserId,
      sessionId: SessionId,
      after: number,
      limit: number,
    ): { readonly messages: readonly ExportedMessage[]; readonly next: number | null } => {
      const rows = select.all(sessionId, userId, after, limit);
      const last = rows.at(-1);
      return {
        messages: rows.map(toExported),
        next: last === undefined || rows.length < limit ? null : last.seq,
      };
    },
  };
}

/** See {@link createExportReader}. */
export type ExportReader = ReturnType<typeof createExportReader>;
