import type { Database } from 'better-sqlite3';
import { settingsSchema, type Settings } from '../../../shared/settings';

/** Reads and writes the program's settings; a value that no longer fits falls back to its default. */
export function createSettingTable(database: Database) {
  const selectAll = database.prepare<[string], { key: string; value: string }>(
    'SELECT key, value FROM settings WHERE scope = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO settings (scope, key, value) VALUES (?, ?, ?)
     ON CONFLICT (scope, key) DO UPDATE SET value = excluded.value`,
  );

  return {
    read: (): Settings => {
      const stored = new Map(selectAll.all('app').map((row) => [row.key, JSON.parse(row.value) as unknown]));
      const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
        const parsed = schema.safeParse(stored.get(key));
        return [key, parsed.success ? parsed.data : schema.parse(undefined)];
      });
      return settingsSchema.parse(Object.fromEntries(entries));
    },
    write: (settings: Settings): void => {
      for (const [key, value] of Object.entries(settings)) upsert.run('app', key, JSON.stringify(value));
    },
  };
}
