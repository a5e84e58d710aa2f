import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { assertNever } from '../../shared/assert-never';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { BackupContents, BackupKind, BackupView } from '../../shared/model/backup';
import { inspectFile } from './inspect-file';

const words = catalogue.storage;

const kinds: readonly (readonly [RegExp, BackupKind])[] = [
  [/^engram-backup-[\dTZ-]+\.db$/, 'scheduled'],
  [/^engram-before-v\d+-[\dTZ-]+\.db$/, 'before-update'],
  [/^engram-archive-[\dTZ-]+\.db$/, 'archive'],
  [/^engram-set-aside-[\dTZ-]+\.db$/, 'set-aside'],
];

/** The copies in a folder of backups, the newest first; other files are none. */
export function describeBackups(folder: string): readonly BackupView[] {
  return readdirSync(folder)
    .flatMap((name): readonly BackupView[] => {
      const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
      if (kind === undefined) return [];
      const { size, mtimeMs } = statSync(join(folder, name));
      return [{ name, kind, bytes: size, createdAt: Math.round(mtimeMs) }];
    })
    .sort((a, b) => b.createdAt - a.createdAt || (a.name < b.name ? 1 : -1));
}

/** The copy of that name. Errors: `not-found`, whatever else the name may say. */
export function findBackup(folder: string, name: string): BackupView {
  const found = describeBackups(folder).find((backup) => backup.name === name);
  if (found === undefined) throw new AppError('not-found', words.backupGone);
  return found;
}

/** How much a database holds that counts. */
export function contentsOf(database: Database): BackupContents {
  const one = (sql: string): number => database.prepare<[], number>(sql).pluck().get() ?? 0;
  const live =
    'FROM messages m JOIN sessions s ON s.id = m.session_id WHERE m.deleted_at IS NULL AND s.deleted_at IS NULL';
  return {
    users: one('SELECT count(*) FROM users'),
    chats: one('SELECT count(*) FROM sessions WHERE deleted_at IS NULL'),
    messages: one(`SELECT count(*) ${live}`),
    newestAt: database.prepare<[], number | null>(`SELECT max(m.created_at) ${live}`).pluck().get() ?? null,
  };
}

/** Reads a copy whole: what it holds, or why it cannot be restored by this version. */
export function inspectBackup(
  path: string,
  latest: number,
): { readonly problem: string | null; readonly contents: BackupContents | null } {
  const refused = (problem: string): ReturnType<typeof inspectBackup> => ({ problem, contents: null });
  const state = inspectFile(path);
  switch (state.kind) {
    case 'missing':
    case 'empty':
    case 'blank':
    case 'unreadable':
      return refused(words.backupDamaged);
    case 'foreign':
      return refused(words.backupForeign);
    case 'engram':
      if (state.version > latest) return refused(words.backupNewer);
      return readContents(path);
    default:
      return assertNever(state);
  }
}

function readContents(path: string): ReturnType<typeof inspectBackup> {
  let database: Database | null = null;
  try {
    database = new SqliteDatabase(path, { readonly: true });
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('not whole');
    return { problem: null, contents: contentsOf(database) };
  } catch {
    return { problem: words.backupDamaged, contents: null };
  } finally {
    database?.close();
  }
}
