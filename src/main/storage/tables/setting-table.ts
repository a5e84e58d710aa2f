import type { Database } from 'better-sqlite3';
import { settingsSchema, type Settings } from '../../../shared/settings';

/** What the engine learned of itself stands beside the user's settings, under a scope of its own. */
const factorPrefix = 'token-factor:';

/** Reads and writes the program's settings; a value that no longer fits falls back to its default. */
export function createSettingTable(database: Database) {
  const selectAll = database.prepare<[string], { key: string; value: string }>(
    'SELECT key, value FROM settings WHERE scope = ?',
  );
  const selectOne = database
    .prepare<[string, string], string>('SELECT value FROM settings WHERE scope = ? AND key = ?')
    .pluck();
  const upsert = database.prepare(
    `INSERT INTO settings (scope, key, value) VALUES (?, ?, ?)
     ON CONFLICT (scope, key) DO UPDATE SET value = excluded.value`,
  );
  const stored = (scope: string): ReadonlyMap<string, unknown> =>
    new Map(selectAll.all(scope).map((row) => [row.key, JSON.parse(row.value) as unknown]));

  return {
    read: (): Settings => {
      const values = stored('app');
      const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
        const parsed = schema.safeParse(values.get(key));
        return [key, parsed.success ? parsed.data : schema.parse(undefined)];
      });
      return settingsSchema.parse(Object.fromEntries(entries));
    },
    /** Whether recall goes by measured floors, read by itself: every recall asks. */
    measuredFloors: (): boolean => selectOne.get('app', 'measuredFloors') !== 'false',
    write: (settings: Settings): void => {
      for (const [key, value] of Object.entries(settings)) upsert.run('app', key, JSON.stringify(value));
    },
    /** What a token counts for in each model whose encoding is not known, as far as usage was reported. */
    tokenFactors: (): readonly (readonly [model: string, factor: number])[] =>
      [...stored('engine')].flatMap(([key, value]) =>
        key.startsWith(factorPrefix) && typeof value === 'number'
          ? [[key.slice(factorPrefix.length), value] as const]
          : [],
      ),
    writeTokenFactor: (model: string, factor: number): void => {
      upsert.run('engine', `${factorPrefix}${model}`, JSON.stringify(factor));
    },
  };
}

/** See {@link createSettingTable}. */
export type SettingTable = ReturnType<typeof createSettingTable>;
