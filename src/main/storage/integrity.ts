import type { Database } from 'better-sqlite3';
import { isFullTextComplete, rebuildFullText } from './full-text';
import { readMeta, writeMeta } from './meta';
import { isDamage } from './storage-error';

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** What a check found; `problems` is in SQLite's words and empty when `ok`. */
export interface CheckResult {
  readonly ran: boolean;
  readonly ok: boolean;
  readonly problems: readonly string[];
  /** Only the full-text index was damaged, and was filled anew from the log. */
  readonly fullTextRebuilt: boolean;
}

const fullText = 'messages_fts';

/**
 * Reads every page of the database and compares the full text with the log; returns the problems, none for a sound one.
 * Slow: never before first paint.
 */
export function quickCheck(database: Database): readonly string[] {
  try {
    const found = database.prepare<[], string>('PRAGMA quick_check(20)').pluck().all();
    if (found.length !== 1 || found[0] !== 'ok') return found;
    const hasFullText = database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(fullText);
    if (hasFullText === undefined || isFullTextComplete(database)) return [];
    return [`${fullText}: not one entry for each message`];
  } catch (error) {
    if (isDamage(error) && error instanceof Error) return [error.message];
    throw error;
  }
}

function mendFullText(database: Database): readonly string[] {
  try {
    rebuildFullText(database);
    return quickCheck(database);
  } catch (error) {
    if (isDamage(error) && error instanceof Error) return [error.message];
    throw error;
  }
}

/**
 * Checks the database when that is due: after an unclean exit, or a week after the last good check. A damaged
 * full-text index is filled anew; any other damage is reported, for `recoverDatabase` once this is closed. `check` reads
 * every page, elsewhere where that can be.
 */
export async function checkIfDue(
  database: Database,
  options: {
    readonly now: number;
    readonly wasClean: boolean;
    readonly check?: () => Promise<readonly string[]>;
  },
): Promise<CheckResult> {
  const skipped: CheckResult = { ran: false, ok: true, problems: [], fullTextRebuilt: false };
  if (database.memory) return skipped;
  const age = options.now - Number(readMeta(database, 'checked-at') ?? Number.NaN);
  // A last check in the future means that the clock was turned back.
  if (options.wasClean && age >= 0 && age < weekMs) return skipped;

  let problems = await (options.check?.() ?? quickCheck(database));
  let fullTextRebuilt = false;
  // quick_check names the virtual table when nothing but the full-text index is wrong.
  const onlyFullText = problems.every((problem) => problem.includes(fullText));
  if (onlyFullText && problems.length > 0) {
    problems = mendFullText(database);
    fullTextRebuilt = problems.length === 0;
  }
  const ok = problems.length === 0;
  if (ok) writeMeta(database, 'checked-at', String(options.now));
  return { ran: true, ok, problems, fullTextRebuilt };
}
