import type { Database } from 'better-sqlite3';
import { isDamage } from './storage-error';
import { quoteName, salvageTable } from './salvage-table';
import type { SalvageTable } from './salvage-table';

interface ColumnRow {
  readonly name: string;
  readonly pk: number;
}

interface TableRow {
  readonly name: string;
  readonly wr: number;
}

function columnsOf(database: Database, table: string): readonly ColumnRow[] {
  return database.prepare<[string], ColumnRow>('SELECT name, pk FROM pragma_table_info(?)').all(table);
}

/** The real tables of a sound database: neither virtual, nor their shadows, nor SQLite's own. */
function tablesOf(database: Database): readonly TableRow[] {
  return database
    .prepare<[], TableRow>(
      `SELECT name, wr FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'meta'`,
    )
    .all();
}

function sharedTable(source: Database, target: Database, table: TableRow): SalvageTable | null {
  const wanted = columnsOf(target, table.name);
  const present = new Set(columnsOf(source, table.name).map((column) => column.name));
  const columns = wanted.map((column) => column.name).filter((name) => present.has(name));
  if (columns.length === 0) return null;
  const primaryKey = wanted.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  return {
    name: table.name,
    columns,
    primaryKey: primaryKey.map((column) => column.name),
    hasRowid: table.wr === 0,
  };
}

/**
 * Copies what can be read of a damaged database into a sound one with the same schema, table by table; the
 * sound one's triggers and indexes fill its full text and its indexes. Returns the names of the tables of
 * which a part could not be read.
 *
 * @throws SQLite's error when the sound database cannot be written.
 */
export function salvageDatabase(source: Database, target: Database): readonly string[] {
  // A damaged schema or a file shorter than its header says would otherwise refuse every statement.
  source.unsafeMode(true);
  source.pragma('writable_schema = ON');
  source.pragma('cell_size_check = ON');
  const incomplete: string[] = [];
  for (const table of tablesOf(target)) {
    const copyTable = target.transaction(() => {
      const shared = sharedTable(source, target, table);
      return shared !== null && salvageTable(source, target, shared).complete;
    });
    try {
      if (!copyTable()) incomplete.push(table.name);
    } catch (error) {
      // What cannot even be prepared on the damaged side has no readable row; the other tables may.
      if (!isDamage(error)) throw error;
      incomplete.push(table.name);
    }
  }
  return incomplete;
}

/** How many rows a table of a sound database has. */
export function countRows(database: Database, table: string): number {
  return Number(
    database
      .prepare(`SELECT count(*) FROM ${quoteName(table)}`)
      .pluck()
      .get(),
  );
}
