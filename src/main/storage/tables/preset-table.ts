import type { Database } from 'better-sqlite3';
import type { UserId } from '../../../shared/model/ids';
import type { Preset } from '../../../shared/model/preset';

/** The presets of users; every statement names the user. */
export function createPresetTable(database: Database) {
  const list = database.prepare<[UserId], Preset>(
    'SELECT id, name, text FROM presets WHERE user_id = ? ORDER BY name COLLATE NOCASE, id',
  );
  const insert = database.prepare(
    'INSERT INTO presets (id, user_id, name, text, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  const update = database.prepare('UPDATE presets SET name = ?, text = ? WHERE id = ? AND user_id = ?');
  const remove = database.prepare('DELETE FROM presets WHERE id = ? AND user_id = ?');

  return {
    /** By name. */
    list: (userId: UserId): readonly Preset[] => list.all(userId),
    insert: (userId: UserId, { id, name, text }: Preset, createdAt: number): void => {
      insert.run(id, userId, name, text, createdAt);
    },
    /** Says whether there was one. */
    update: (userId: UserId, { id, name, text }: Preset): boolean =>
      update.run(name, text, id, userId).changes > 0,
    /** Says whether there was one. */
    remove: (userId: UserId, id: string): boolean => remove.run(id, userId).changes > 0,
  };
}

/** See {@link createPresetTable}. */
export type PresetTable = ReturnType<typeof createPresetTable>;
