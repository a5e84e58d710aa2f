import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { Provenance, Role } from '../../../shared/model/message';

/** A source that recall may find. */
export interface HygieneRow {
  readonly seq: number;
  readonly id: MessageId;
  readonly sessionId: SessionId;
  readonly role: Role;
  readonly content: string;
  readonly createdAt: number;
  readonly provenance: Provenance;
  readonly turnId: TurnId | null;
  /** Whether it was ever recalled for an answer, or is pinned. */
  readonly isUsed: 0 | 1;
}

/** Reads what a look through memory looks at: sources that recall may find, but for copies that a fork made. */
export function createHygieneReader(database: Database) {
  // The end of each chat is what is being talked about: it is left alone.
  const open = `m.user_id = ? AND m.on_path = 1 AND m.deleted_at IS NULL AND m.excluded_at IS NULL
    AND m.search_text IS NOT NULL AND m.origin_id IS NULL AND m.state <> 'streaming'
    AND s.deleted_at IS NULL AND m.depth <= (SELECT h.depth FROM messages h WHERE h.id = s.head_id) - ?`;
  const page = database.prepare<[UserId, number, number, number], HygieneRow>(
    `SELECT m.seq, m.id, m.session_id AS sessionId, m.role, m.content, m.created_at AS createdAt, m.provenance,
       m.turn_id AS turnId, m.pinned_at IS NOT NULL OR EXISTS (
         SELECT 1 FROM snapshot_sources u WHERE u.message_id = m.id AND u.kind = 'recalled') AS isUsed
     FROM messages m JOIN sessions s ON s.id = m.session_id
     WHERE ${open} AND m.seq > ? ORDER BY m.seq LIMIT ?`,
  );
  const count = database
    .prepare<[UserId, number], number>(
      `SELECT count(*) FROM messages m JOIN sessions s ON s.id = m.session_id WHERE ${open}`,
    )
    .pluck();
  const recalledFor = database
    .prepare<[TurnId, UserId], MessageId>(
      `SELECT u.message_id FROM snapshot_sources u JOIN messages m ON m.id = u.message_id
       WHERE u.turn_id = ? AND u.kind = 'recalled' AND m.user_id = ?`,
    )
    .pluck();

  return {
    /** Rows after a row number, `spared` messages at the end of each chat left out. */
    page: (userId: UserId, spared: number, after: number, limit: number): readonly HygieneRow[] =>
      page.all(userId, spared, after, limit),
    count: (userId: UserId, spared: number): number => count.get(userId, spared) ?? 0,
    recalledFor: (userId: UserId, turnId: TurnId): readonly MessageId[] => recalledFor.all(turnId, userId),
  };
}

/** See {@link createHygieneReader}. */
export type HygieneReader = ReturnType<typeof createHygieneReader>;
