import type { Database } from 'better-sqlite3';
import type { UserId } from '../../../shared/model/ids';
import type { User } from '../../../shared/model/user';

interface UserRow {
  readonly id: UserId;
  readonly name: string;
  readonly created_at: number;
}

/** Reads and writes the local users. The default one is the active one; hidden ones wait to be erased. */
export function createUserTable(database: Database) {
  const columns = 'id, name, created_at';
  const selectDefault = database.prepare<[], UserRow>(
    `SELECT ${columns} FROM users WHERE is_default = 1 AND deleted_at IS NULL`,
  );
  const select = database.prepare<[UserId], UserRow>(
    `SELECT ${columns} FROM users WHERE id = ? AND deleted_at IS NULL`,
  );
  const selectAll = database.prepare<[], UserRow>(
    `SELECT ${columns} FROM users WHERE deleted_at IS NULL ORDER BY created_at, id`,
  );
  const selectHidden = database.prepare<[], UserRow>(
    `SELECT ${columns} FROM users WHERE deleted_at IS NOT NULL`,
  );
  const insert = database.prepare('INSERT INTO users (id, name, is_default, created_at) VALUES (?, ?, ?, ?)');
  const rename = database.prepare('UPDATE users SET name = ? WHERE id = ? AND deleted_at IS NULL');
  const clearDefault = database.prepare('UPDATE users SET is_default = 0 WHERE is_default = 1');
  const setDefault = database.prepare('UPDATE users SET is_default = 1 WHERE id = ? AND deleted_at IS NULL');
  const hide = database.prepare('UPDATE users SET deleted_at = ?, is_default = 0 WHERE id = ?');
  const show = database.prepare('UPDATE users SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL');
  // What belongs to a user hangs on this row, or on a session that does; only the settings and an import that
  // was not finished name it otherwise.
  const erase = database.prepare('DELETE FROM users WHERE id = ? AND deleted_at IS NOT NULL');
  const eraseImport = database.prepare("DELETE FROM meta WHERE key = 'import-wanted:' || ?");
  const eraseSettings = database.prepare('DELETE FROM settings WHERE scope = ?');

  const toUser = (row: UserRow): User => ({ id: row.id, name: row.name, createdAt: row.created_at });
  const orNull = (row: UserRow | undefined): User | null => (row === undefined ? null : toUser(row));

  return {
    defaultUser: (): User | null => orNull(selectDefault.get()),
    find: (id: UserId): User | null => orNull(select.get(id)),
    all: (): readonly User[] => selectAll.all().map(toUser),
    hidden: (): readonly User[] => selectHidden.all().map(toUser),
    insert(user: User, isDefault: boolean): void {
      insert.run(user.id, user.name, isDefault ? 1 : 0, user.createdAt);
    },
    rename: (id: UserId, name: string): void => {
      rename.run(name, id);
    },
    makeDefault: (id: UserId): void => {
      clearDefault.run();
      setDefault.run(id);
    },
    hide: (id: UserId, deletedAt: number): void => {
      hide.run(deletedAt, id);
    },
    /** Says whether there was one to bring back. */
    show: (id: UserId): boolean => show.run(id).changes > 0,
    /** Deletes a hidden user and all that is that user's. */
    erase: (id: UserId): void => {
      eraseSettings.run(id);
      eraseImport.run(id);
      erase.run(id);
    },
  };
}

/** See {@link createUserTable}. */
export type UserTable = ReturnType<typeof createUserTable>;
