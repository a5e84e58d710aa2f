import type { Database } from 'better-sqlite3';
import { catalogue } from '../../shared/catalogue/catalogue';
import { quoteName } from './salvage-table';

const words = catalogue.storage;

interface ReferenceRow {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly on_delete: string;
}

/** Messages whose session or user was lost get new ones, so that every message can still be reached. */
function replaceLostParents(database: Database, now: number): void {
  const users = database.prepare(
    `INSERT OR IGNORE INTO users (id, name, is_default, created_at)
     SELECT DISTINCT user_id, ?, 0, ? FROM (SELECT user_id FROM messages UNION SELECT user_id FROM sessions)
     WHERE user_id NOT IN (SELECT id FROM users)`,
  );
  users.run(words.recoveredUser, now);
  database.exec(
    `UPDATE users SET is_default = 1
     WHERE id = (SELECT id FROM users WHERE deleted_at IS NULL
                 ORDER BY (SELECT count(*) FROM sessions WHERE user_id = users.id) DESC, created_at LIMIT 1)
       AND NOT EXISTS (SELECT 1 FROM users WHERE is_default = 1)`,
  );
  const sessions = database.prepare(
    `INSERT OR IGNORE INTO sessions (id, user_id, title, title_source, created_at, updated_at, recall_scope)
     SELECT session_id, user_id, ?, 'auto', min(created_at), max(created_at), 'session' FROM messages
     WHERE session_id NOT IN (SELECT id FROM sessions) GROUP BY session_id, user_id`,
  );
  sessions.run(words.recoveredSession);
}

/** Joins each chain of messages over its lost links, and derives the active paths from the heads again. */
function joinPaths(database: Database): void {
  database.exec(`
    UPDATE messages SET parent_id = (
      SELECT earlier.id FROM messages AS earlier
      WHERE earlier.session_id = messages.session_id AND earlier.depth < messages.depth
      ORDER BY (earlier.on_path AND messages.on_path) DESC, earlier.depth DESC, earlier.on_path DESC,
        earlier.seq DESC LIMIT 1)
    WHERE parent_id IS NOT NULL AND parent_id NOT IN (SELECT id FROM messages);

    UPDATE sessions SET head_id = (
      SELECT id FROM messages WHERE session_id = sessions.id
      ORDER BY on_path DESC, (deleted_at IS NULL) DESC, depth DESC, seq DESC LIMIT 1)
    WHERE (head_id IS NULL AND EXISTS (SELECT 1 FROM messages WHERE session_id = sessions.id AND deleted_at IS NULL))
      OR (head_id IS NOT NULL AND head_id NOT IN (SELECT id FROM messages WHERE session_id = sessions.id));

    CREATE TEMP TABLE paths (id TEXT PRIMARY KEY);
    WITH RECURSIVE path (id, parent_id) AS (
      SELECT messages.id, messages.parent_id FROM sessions JOIN messages ON messages.id = sessions.head_id
      UNION
      SELECT messages.id, messages.parent_id FROM path JOIN messages ON messages.id = path.parent_id
    )
    INSERT INTO paths SELECT DISTINCT id FROM path;
    UPDATE messages SET on_path = (id IN paths) WHERE on_path <> (id IN paths);
    DROP TABLE paths;

    UPDATE sessions SET message_count = (
      SELECT count(*) FROM messages WHERE session_id = sessions.id AND on_path = 1 AND deleted_at IS NULL);
  `);
}

function referencesOf(database: Database, table: string): readonly (readonly ReferenceRow[])[] {
  const rows = database
    .prepare<[string], ReferenceRow>('SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq')
    .all(table);
  return [...new Set(rows.map((row) => row.id))].map((id) => rows.filter((row) => row.id === id));
}

/** Does to rows whose parent is lost what deleting that parent would have done. */
function applyReference(database: Database, table: string, reference: readonly ReferenceRow[]): void {
  const [first] = reference;
  if (first === undefined) return;
  const child = quoteName(table);
  const columns = reference.map((part) => `${child}.${quoteName(part.from)}`);
  const isSet = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const matches = reference
    .map((part, at) => `parent.${quoteName(part.to)} = ${columns[at] ?? ''}`)
    .join(' AND ');
  const isLost = `${isSet} AND NOT EXISTS (SELECT 1 FROM ${quoteName(first.table)} AS parent WHERE ${matches})`;
  const cleared = reference.map((part) => `${quoteName(part.from)} = NULL`).join(', ');
  database.exec(
    first.on_delete === 'SET NULL'
      ? `UPDATE ${child} SET ${cleared} WHERE ${isLost}`
      : `DELETE FROM ${child} WHERE ${isLost}`,
  );
}

/**
 * Makes a salvaged database whole again: lost sessions and users of surviving messages are replaced, chains
 * of messages joined, and what belonged to lost rows removed as a deletion would have. Expects
 * `foreign_keys` to be off and leaves it on.
 */
export function mendReferences(database: Database, now: number): void {
  const mend = database.transaction(() => {
    replaceLostParents(database, now);
    joinPaths(database);
    // A removed row may have been another's parent, to the depth of the schema's references.
    for (let round = 0; round < 10; round++) {
      const broken = database
        .prepare<[], string>('SELECT DISTINCT "table" FROM pragma_foreign_key_check')
        .pluck();
      const tables = broken.all();
      if (tables.length === 0) return;
      for (const table of tables) {
        for (const reference of referencesOf(database, table)) applyReference(database, table, reference);
      }
    }
  });
  mend.immediate();
  database.pragma('foreign_keys = ON');
}
