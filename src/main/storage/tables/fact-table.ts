import type { Database } from 'better-sqlite3';
import type { FactId, MessageId, SessionId, UserId } from '../../../shared/model/ids';
import { factAttributes, type Fact, type FactAttribute } from '../../../shared/model/profile';

interface FactRow {
  readonly id: FactId;
  readonly text: string;
  readonly attribute: string | null;
  readonly value: string | null;
  readonly valid_from: number | null;
  readonly valid_to: number | null;
  readonly confidence: number;
  readonly superseded_by: FactId | null;
  readonly origin: Fact['origin'];
  readonly pinned_at: number | null;
  readonly created_at: number;
}

interface EvidenceRow {
  readonly fact_id: FactId;
  readonly message_id: MessageId;
  readonly session_id: SessionId;
  readonly title: string;
  readonly depth: number;
  readonly created_at: number;
}

/** A fact as it lies in the table, without what follows from other rows. */
export type StoredFact = Omit<Fact, 'state' | 'evidence'>;
/** A fact to be added. */
export type NewFact = Omit<StoredFact, 'pinned'>;

const attributes: ReadonlySet<string> = new Set(factAttributes);

function attributeOf(stored: string | null): FactAttribute {
  return factAttributes.find((each) => each === stored && attributes.has(each)) ?? 'other';
}

function toFact(row: FactRow): StoredFact {
  return {
    id: row.id,
    attribute: attributeOf(row.attribute),
    value: row.value ?? row.text,
    text: row.text,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    confidence: row.confidence,
    supersededBy: row.superseded_by,
    origin: row.origin,
    pinned: row.pinned_at !== null,
    createdAt: row.created_at,
  };
}

/** What is seen of a message: live, on its path, not excluded. */
const seen = 'm.on_path = 1 AND m.deleted_at IS NULL AND m.excluded_at IS NULL AND s.deleted_at IS NULL';

/** What is known of users, and what it rests on. A fact is seen while one message it rests on is. */
export function createFactTable(database: Database) {
  const columns =
    'f.id, f.text, f.attribute, f.value, f.valid_from, f.valid_to, f.confidence, f.superseded_by, f.origin, f.pinned_at, f.created_at';
  const selectAll = database.prepare<[UserId], FactRow>(
    `SELECT ${columns} FROM facts f WHERE f.user_id = ? AND f.deleted_at IS NULL AND EXISTS (
       SELECT 1 FROM fact_evidence e JOIN messages m ON m.id = e.message_id JOIN sessions s ON s.id = m.session_id
       WHERE e.fact_id = f.id AND m.user_id = f.user_id AND ${seen})
     ORDER BY f.created_at, f.id`,
  );
  const selectEvidence = database.prepare<[UserId], EvidenceRow>(
    `SELECT e.fact_id, e.message_id, m.session_id, s.title, m.depth, m.created_at FROM facts f
       JOIN fact_evidence e ON e.fact_id = f.id JOIN messages m ON m.id = e.message_id
       JOIN sessions s ON s.id = m.session_id
     WHERE f.user_id = ? AND m.user_id = f.user_id AND f.deleted_at IS NULL AND ${seen} ORDER BY m.created_at, m.seq`,
  );
  const select = database.prepare<[FactId, UserId], FactRow>(
    `SELECT ${columns} FROM facts f WHERE f.id = ? AND f.user_id = ? AND f.deleted_at IS NULL`,
  );
  const insert = database.prepare(
    `INSERT INTO facts (id, user_id, text, attribute, value, valid_from, valid_to, confidence, superseded_by, origin,
       created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addEvidence = database.prepare(
    `INSERT OR IGNORE INTO fact_evidence (fact_id, message_id)
     SELECT ?, m.id FROM messages m WHERE m.id = ? AND m.user_id = ? AND m.role = 'user'`,
  );
  const copyEvidence = database.prepare(
    'INSERT OR IGNORE INTO fact_evidence (fact_id, message_id) SELECT ?, message_id FROM fact_evidence WHERE fact_id = ?',
  );
  const end = database.prepare(
    `UPDATE facts SET valid_to = coalesce(valid_to, ?), superseded_by = coalesce(?, superseded_by)
     WHERE id = ? AND user_id = ?`,
  );
  const reopen = database.prepare(
    'UPDATE facts SET valid_to = NULL, superseded_by = NULL WHERE id = ? AND user_id = ?',
  );
  const confirm = database.prepare('UPDATE facts SET confidence = ? WHERE id = ? AND user_id = ?');
  const pin = database.prepare(
    'UPDATE facts SET pinned_at = ? WHERE id = ? AND user_id = ? AND deleted_at IS NULL',
  );
  const hide = database.prepare(
    'UPDATE facts SET deleted_at = ? WHERE id = ? AND user_id = ? AND deleted_at IS NULL',
  );

  const show = database.prepare(
    'UPDATE facts SET deleted_at = NULL WHERE id = ? AND user_id = ? AND deleted_at IS NOT NULL',
  );

  return {
    /** The user's facts that can be seen, oldest first. */
    list: (userId: UserId): readonly StoredFact[] => selectAll.all(userId).map(toFact),
    /** What they rest on, as far as it can be seen, oldest first. */
    evidence: (userId: UserId): readonly EvidenceRow[] => selectEvidence.all(userId),
    find: (userId: UserId, id: FactId): StoredFact | null => {
      const row = select.get(id, userId);
      return row === undefined ? null : toFact(row);
    },
    insert: (userId: UserId, fact: NewFact): void => {
      insert.run(
        fact.id,
        userId,
        fact.text,
        fact.attribute,
        fact.value,
        fact.validFrom,
        fact.validTo,
        fact.confidence,
        fact.supersededBy,
        fact.origin,
        fact.createdAt,
      );
    },
    /** Lets a fact rest on one of the user's own messages; says whether it did not yet. */
    addEvidence: (userId: UserId, id: FactId, messageId: MessageId): boolean =>
      addEvidence.run(id, messageId, userId).changes > 0,
    copyEvidence: (from: FactId, to: FactId): void => {
      copyEvidence.run(to, from);
    },
    /** Ends a fact, by another where one took its place. */
    end: (userId: UserId, id: FactId, validTo: number, by: FactId | null): void => {
      end.run(validTo, by, id, userId);
    },
    /** Lets a fact hold again. */
    reopen: (userId: UserId, id: FactId): void => {
      reopen.run(id, userId);
    },
    confirm: (userId: UserId, id: FactId, confidence: number): void => {
      confirm.run(confidence, id, userId);
    },
    pin: (userId: UserId, id: FactId, pinnedAt: number | null): boolean =>
      pin.run(pinnedAt, id, userId).changes > 0,
    /** Says whether it was hidden. */
    show: (userId: UserId, id: FactId): boolean => show.run(id, userId).changes > 0,
    hide: (userId: UserId, id: FactId, deletedAt: number): boolean =>
      hide.run(deletedAt, id, userId).changes > 0,
  };
}

/** See {@link createFactTable}. */
export type FactTable = ReturnType<typeof createFactTable>;
