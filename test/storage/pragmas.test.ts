import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './support/temporary-folder';
import { applyPragmas } from '../../src/main/storage/pragmas';

describe('every connection', () => {
  it.each(['linux', 'darwin'] as const)(
    'commits to the disk and wipes what is deleted, on %s',
    (platform) => {
      const database = new SqliteDatabase(join(temporaryFolder(), 'a.db'));
      applyPragmas(database, platform);
      const read = (name: string) => database.pragma(name, { simple: true });
      const names = [
        'journal_mode',
        'foreign_keys',
        'synchronous',
        'secure_delete',
        'trusted_schema',
        'cell_size_check',
      ];
      expect(names.map(read)).toEqual(['wal', 1, 2, 1, 0, 1]);
      expect(read('fullfsync')).toBe(platform === 'darwin' ? 1 : 0);
      database.close();
    },
  );

  it('is refused when a setting does not take', () => {
    const database = new SqliteDatabase(join(temporaryFolder(), 'a.db'));
    database.exec('BEGIN');
    // Inside a transaction SQLite ignores a change of foreign_keys without a word.
    database.pragma('journal_mode');
    expect(() => applyPragmas(database)).toThrow();
    database.close();
  });
});
