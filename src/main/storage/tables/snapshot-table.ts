import type { Database } from 'better-sqlite3';
import type { SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { BlockKind, TurnSnapshot } from '../../../shared/model/snapshot';
import { readSnapshot, writeSnapshot } from './snapshot-body';

interface SnapshotRow {
  readonly body: string;
  readonly tokens_prompt: number | null;
  readonly tokens_completion: number | null;
}

function toSnapshot(row: SnapshotRow): TurnSnapshot {
  const { tokens_prompt: prompt, tokens_completion: completion } = row;
  return {
    ...readSnapshot(row.body),
    tokensReported: prompt === null || completion === null ? null : { prompt, completion },
  };
}

/** Records of what each turn sent. */
export function createSnapshotTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO snapshots (turn_id, user_id, session_id, user_message_id, reply_id, turn_number, model, strategy,
       body, tokens_estimated, created_at, buffer_first, buffer_last) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const rowsOf = database.prepare<[string], { readonly first: number | null; readonly last: number | null }>(
    'SELECT min(seq) AS first, max(seq) AS last FROM messages WHERE id IN (SELECT value FROM json_each(?))',
  );
  const remove = database.prepare('DELETE FROM snapshots WHERE turn_id = ? AND user_id = ?');
  const insertSource = database.prepare(
    'INSERT OR IGNORE INTO snapshot_sources (turn_id, message_id, kind) VALUES (?, ?, ?)',
  );
  const update = database.prepare(
    'UPDATE snapshots SET body = ?, tokens_prompt = ?, tokens_completion = ? WHERE turn_id = ? AND user_id = ?',
  );
  const fields = 'body, tokens_prompt, tokens_completion';
  const select = database.prepare<[TurnId, UserId, SessionId], SnapshotRow>(
    `SELECT ${fields} FROM snapshots WHERE turn_id = ? AND user_id = ? AND session_id = ?`,
  );
  const selectByTurn = database.prepare<[TurnId, UserId], SnapshotRow>(
    `SELECT ${fields} FROM snapshots WHERE turn_id = ? AND user_id = ?`,
  );
  const selectLast = database.prepare<[SessionId, UserId], SnapshotRow>(
    `SELECT ${fields} FROM snapshots n WHERE session_id = ? AND user_id = ? AND EXISTS (
       SELECT 1 FROM messages m WHERE m.id = n.reply_id AND m.on_path = 1 AND m.deleted_at IS NULL)
     ORDER BY turn_number DESC, created_at DESC LIMIT 1`,
  );
  const selectNewest = database.prepare<[UserId, SessionId | null, SessionId | null, number], SnapshotRow>(
    `SELECT ${fields} FROM snapshots n WHERE user_id = ? AND (? IS NULL OR session_id = ?) AND EXISTS (
       SELECT 1 FROM messages m JOIN sessions s ON s.id = m.session_id
       WHERE m.id = n.user_message_id AND m.on_path = 1 AND m.deleted_at IS NULL AND s.deleted_at IS NULL)
     ORDER BY n.created_at DESC, n.turn_number DESC LIMIT ?`,
  );
  const orNull = (row: SnapshotRow | undefined): TurnSnapshot | null =>
    row === undefined ? null : toSnapshot(row);

  return {
    /** Writes a turn's snapshot; one it has already, of a context that proved too long, goes. */
    replace: (userId: UserId, snapshot: TurnSnapshot): void => {
      const { turnId, sessionId, userMessageId, replyId, turnNumber, model, strategy } = snapshot;
      const buffer = snapshot.blocks.flatMap(({ kind, sources }) => (kind === 'buffer' ? sources : []));
      const { first, last } = rowsOf.get(JSON.stringify(buffer)) ?? { first: null, last: null };
      remove.run(turnId, userId);
      insert.run(
        turnId,
        userId,
        sessionId,
        userMessageId,
        replyId,
        turnNumber,
        model,
        strategy,
        writeSnapshot(snapshot),
        snapshot.tokensEstimated,
        snapshot.createdAt,
        first,
        last,
      );
      const noteSource = (id: string, kind: BlockKind | 'considered'): void => {
        insertSource.run(turnId, id, kind);
      };
      for (const { messageId } of snapshot.recall?.candidates ?? []) noteSource(messageId, 'considered');
      for (const { kind, sources } of snapshot.blocks) {
        // Of the buffer the two ends tell.
        if (kind !== 'buffer') for (const id of sources) noteSource(id, kind);
      }
    },
    remove: (userId: UserId, turnId: TurnId): void => {
      remove.run(turnId, userId);
    },
    update: (userId: UserId, snapshot: TurnSnapshot): void => {
      const { prompt, completion } = snapshot.tokensReported ?? { prompt: null, completion: null };
      update.run(writeSnapshot(snapshot), prompt, completion, snapshot.turnId, userId);
    },
    find: (userId: UserId, sessionId: SessionId, turnId: TurnId): TurnSnapshot | null =>
      orNull(select.get(turnId, userId, sessionId)),
    findByTurn: (userId: UserId, turnId: TurnId): TurnSnapshot | null =>
      orNull(selectByTurn.get(turnId, userId)),
    /** Of the last turns on shown paths, of one session or of all, the newest first. */
    newest: (userId: UserId, sessionId: SessionId | null, limit: number): readonly TurnSnapshot[] =>
      selectNewest.all(userId, sessionId, sessionId, limit).map(toSnapshot),
    /** Of the last answer that is shown. */
    last: (userId: UserId, sessionId: SessionId): TurnSnapshot | null =>
      orNull(selectLast.get(sessionId, userId)),
  };
}

/** See {@link createSnapshotTable}. */
export type SnapshotTable = ReturnType<typeof createSnapshotTable>;
