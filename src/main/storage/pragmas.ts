import type { Database } from 'better-sqlite3';

interface Setting {
  readonly name: string;
  readonly value: string | number;
  /** What reading it back must give. */
  readonly expected: string | number;
}

const busyTimeoutMs = 5000;

function settingsFor(database: Database, platform: NodeJS.Platform): readonly Setting[] {
  const settings: Setting[] = [
    { name: 'busy_timeout', value: busyTimeoutMs, expected: busyTimeoutMs },
    { name: 'foreign_keys', value: 'ON', expected: 1 },
    // FULL: a commit has reached the disk before the request is sent.
    { name: 'synchronous', value: 'FULL', expected: 2 },
    { name: 'secure_delete', value: 'ON', expected: 1 },
    { name: 'wal_autocheckpoint', value: 1000, expected: 1000 },
    // Negative: kibibytes. 32 MiB.
    { name: 'cache_size', value: -32_768, expected: -32_768 },
    // Sorting must not leave message text in temporary files.
    { name: 'temp_store', value: 'MEMORY', expected: 2 },
    { name: 'trusted_schema', value: 'OFF', expected: 0 },
    { name: 'cell_size_check', value: 'ON', expected: 1 },
  ];
  if (!database.readonly) {
    const journal = database.memory ? 'memory' : 'wal';
    settings.unshift({ name: 'journal_mode', value: journal, expected: journal });
  }
  if (platform === 'darwin') {
    // fsync on macOS does not reach the disk itself.
    settings.push({ name: 'fullfsync', value: 'ON', expected: 1 });
    settings.push({ name: 'checkpoint_fullfsync', value: 'ON', expected: 1 });
  }
  return settings;
}

/**
 * Sets what DESIGN 6 demands of a connection and reads every value back, since SQLite ignores what it does
 * not know or cannot do.
 *
 * @throws Error when a value did not take; SQLite's error when the file is damaged.
 */
export function applyPragmas(database: Database, platform: NodeJS.Platform = process.platform): void {
  for (const { name, value, expected } of settingsFor(database, platform)) {
    database.pragma(`${name} = ${String(value)}`);
    const actual = database.pragma(name, { simple: true });
    if (actual !== expected) {
      throw new Error(`SQLite did not accept ${name} = ${String(value)}: it is ${String(actual)}`);
    }
  }
}
