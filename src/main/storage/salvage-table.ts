import type { Database } from 'better-sqlite3';
import { isConstraint, isDamage } from './storage-error';

/** One table to read from a damaged database; `columns` are those that both sides have. */
export interface SalvageTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
  readonly hasRowid: boolean;
}

/** What came of one table; `complete` is false when some part of it could not be read. */
export interface TableSalvage {
  readonly rows: number;
  readonly complete: boolean;
}

interface Gap {
  readonly low: number;
  readonly high: number;
}

type Row = readonly unknown[];
type Write = (row: Row) => void;

// A probe that meets damage costs some 0.1 ms. After so many in a row without a row the rest is given up; much
// sooner when the table has given nothing at all, since then its root is gone.
const maxVainProbes = 4000;
const maxVainProbesFromNothing = 300;
// How far past the last readable row to look when the table's end is damaged.
const guessedTail = 1_000_000;

/** Double quotes an SQL name. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Reads rows until the end (true) or until damage (false). What `write` throws is passed on. */
function readUntilDamage(rows: () => Iterator<Row>, take: (row: Row) => boolean): boolean {
  let iterator: Iterator<Row> | null = null;
  try {
    for (;;) {
      let step: IteratorResult<Row>;
      try {
        iterator ??= rows();
        step = iterator.next();
      } catch (error) {
        if (isDamage(error)) return false;
        throw error;
      }
      if (step.done === true) return true;
      if (!take(step.value)) return false;
    }
  } finally {
    iterator?.return?.();
  }
}

/** Reads a rowid table in ranges: from both ends towards each damaged place, then halves what lies between. */
function salvageByRowid(source: Database, table: SalvageTable, write: Write): boolean {
  const columns = ['rowid', ...table.columns.map(quoteName)].join(', ');
  const select = (order: 'ASC' | 'DESC') =>
    source
      .prepare<[number, number], Row>(
        `SELECT ${columns} FROM ${quoteName(table.name)} NOT INDEXED
         WHERE rowid BETWEEN ? AND ? ORDER BY rowid ${order}`,
      )
      .raw()
      .safeIntegers();
  const [ascending, descending] = [select('ASC'), select('DESC')];

  /** Returns the last rowid read, and whether the range was read to its end. */
  const readRange = (gap: Gap, isUp: boolean): { readonly last: number; readonly whole: boolean } => {
    let last = isUp ? gap.low - 1 : gap.high + 1;
    const statement = isUp ? ascending : descending;
    const whole = readUntilDamage(
      () => statement.iterate(gap.low, gap.high),
      ([rowid, ...values]) => {
        const at = Number(rowid);
        // A page that points back would go round for ever.
        if (isUp ? at <= last || at > gap.high : at >= last || at < gap.low) return false;
        write(values);
        last = at;
        return true;
      },
    );
    return { last, whole };
  };

  const first = readRange({ low: 1, high: Number.MAX_SAFE_INTEGER }, true);
  if (first.whole) return true;
  const gaps: Gap[] = [{ low: first.last + 1, high: highestRowid(source, table, first.last) }];
  let hasRows = first.last > 0;
  let vain = 0;
  while (gaps.length > 0 && vain < (hasRows ? maxVainProbes : maxVainProbesFromNothing)) {
    const gap = gaps.shift();
    if (gap === undefined || gap.low > gap.high) continue;
    const up = readRange(gap, true);
    if (up.whole) continue;
    const down = readRange({ low: up.last + 1, high: gap.high }, false);
    const [low, high] = [up.last + 1, down.last - 1];
    const found = low > gap.low || high < gap.high;
    hasRows ||= found;
    vain = found ? 0 : vain + 1;
    if (down.whole || low >= high) continue;
    const middle = Math.floor((low + high) / 2);
    // First in, first out: the widest gaps are looked at first.
    gaps.push({ low, high: middle }, { low: middle + 1, high });
  }
  return false;
}

function highestRowid(source: Database, table: SalvageTable, lastRead: number): number {
  const questions = [
    `SELECT max(rowid) FROM ${quoteName(table.name)} NOT INDEXED`,
    `SELECT seq FROM sqlite_sequence WHERE name = '${table.name.replaceAll("'", "''")}'`,
  ];
  for (const question of questions) {
    try {
      const answer: unknown = source.prepare(question).pluck().get();
      if (typeof answer === 'number' && answer >= lastRead && Number.isSafeInteger(answer)) return answer;
    } catch (error) {
      // The next question may be answered from a sound page; a missing sqlite_sequence is no matter either.
      if (!(error instanceof Error)) throw error;
    }
  }
  return lastRead + guessedTail;
}

/** Reads a table without rowid from both ends towards the damage. */
function salvageByKey(source: Database, table: SalvageTable, write: Write): boolean {
  const columns = table.columns.map(quoteName).join(', ');
  return ['ASC', 'DESC'].some((order) => {
    const key = table.primaryKey.map((name) => `${quoteName(name)} ${order}`).join(', ');
    const sql = `SELECT ${columns} FROM ${quoteName(table.name)} ORDER BY ${key}`;
    return readUntilDamage(
      () => source.prepare<[], Row>(sql).raw().safeIntegers().iterate(),
      (row) => {
        write(row);
        return true;
      },
    );
  });
}

/**
 * Copies every readable row of one table of a damaged database into the same table of a sound one. Rows that
 * break a rule of the schema are left out: their page was overwritten.
 *
 * @throws SQLite's error when the sound database cannot be written.
 */
export function salvageTable(source: Database, target: Database, table: SalvageTable): TableSalvage {
  const names = table.columns.map(quoteName).join(', ');
  const marks = table.columns.map(() => '?').join(', ');
  // The log's own id is kept when it collides, and a fresh database's few rows give way to the salvaged ones.
  const insert = target.prepare(
    `INSERT OR IGNORE INTO ${quoteName(table.name)} (${names}) VALUES (${marks})`,
  );
  let rows = 0;
  let refused = 0;
  const write: Write = (row) => {
    try {
      rows += insert.run(...row).changes;
    } catch (error) {
      if (!isConstraint(error)) throw error;
      refused++;
    }
  };
  const readWhole = (table.hasRowid ? salvageByRowid : salvageByKey)(source, table, write);
  return { rows, complete: readWhole && refused === 0 };
}
