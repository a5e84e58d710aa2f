import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { quoteName } from './salvage-table';

/** A row that holds something. */
export interface FoundRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const pageSize = 500;
/** Derived from the row's own words, which are searched. */
const derived: ReadonlySet<string> = new Set(['search_text']);

/**
 * Searches the text of every table for what `isIn` knows, whatever tables there are: those of later versions too. Other
 * work goes on between two pages of rows.
 */
export async function searchRows(
  database: Database,
  isIn: (text: string) => boolean,
): Promise<readonly FoundRow[]> {
  const found: FoundRow[] = [];
  for (const table of ownTables(database)) {
    for (let offset = 0; ; offset += pageSize) {
      const rows = readPage(database, table, offset);
      found.push(...rows.filter((row) => holdsText(row, isIn)).map((row) => ({ table, row })));
      if (rows.length < pageSize) break;
      await setImmediate();
    }
  }
  return found;
}

/** Tables of rows of our own; those behind the full text hold single words in an order of their own. */
function ownTables(database: Database): readonly string[] {
  return database
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('vectors', 'sentence_vectors', 'chunks')
       ORDER BY name`,
    )
    .pluck()
    .all();
}

function readPage(
  database: Database,
  table: string,
  offset: number,
): readonly Readonly<Record<string, unknown>>[] {
  return database
    .prepare<[number, number], Record<string, unknown>>(
      `SELECT * FROM ${quoteName(table)} ORDER BY 1 LIMIT ? OFFSET ?`,
    )
    .all(pageSize, offset);
}

function holdsText(row: Readonly<Record<string, unknown>>, isIn: (text: string) => boolean): boolean {
  return Object.entries(row).some(
    ([column, value]) => typeof value === 'string' && !derived.has(column) && isIn(value),
  );
}
