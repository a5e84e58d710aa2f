import type { Database } from 'better-sqlite3';
import type { UserId } from '../../../shared/model/ids';
import type { User } from '../../../shared/model/user';

interface UserRow {
  readonly id: UserId;
  readonly name: string;
  readonly created_at: number;
}

/** Reads and writes the local users. */
export function createUserTable(database: Database) {
  const selectDefault = database.prepare<[], UserRow>(
    'SELECT id, name, created_at FROM users WHERE is_default = 1',
  );
  const select = database.prepare<[UserId], UserRow>('SELECT id, name, created_at FROM users WHERE id = ?');
  const insert = database.prepare('INSERT INTO users (id, name, is_default, created_at) VALUES (?, ?, ?, ?)');

  const orNull = (row: UserRow | undefined): User | null =>
    row === undefined ? null : { id: row.id, name: row.name, createdAt: row.created_at };

  return {
    defaultUser: (): User | null => orNull(selectDefault.get()),
    find: (id: UserId): User | null => orNull(select.get(id)),
    insert(user: User, isDefault: boolean): void {
      insert.run(user.id, user.name, isDefault ? 1 : 0, user.createdAt);
    },
  };
}
