import type { Database } from 'better-sqlite3';
import type { StorageKind, StorageReport } from '../../shared/model/health';

/** Measuring reads every page: a larger file would hold up the turns behind it. */
const measuredBytes = 256 * 1024 * 1024;

function kindOf(name: string): StorageKind {
  if (name.startsWith('messages_fts')) return 'words';
  if (/^(?:sqlite_autoindex_)?messages/.test(name)) return 'messages';
  if (/vectors|chunks/.test(name)) return 'vectors';
  if (/summaries|fact/.test(name)) return 'summaries';
  return 'log';
}

/** Bytes of the database, and of its kinds of content as far as it is small enough to be read in passing. */
export function measureStorage(database: Database): Pick<StorageReport, 'bytes' | 'kinds'> {
  const pragma = (name: string): number => Number(database.pragma(name, { simple: true }));
  const pageSize = pragma('page_size');
  const bytes = pragma('page_count') * pageSize;
  if (bytes > measuredBytes) return { bytes, kinds: null };
  const totals = new Map<StorageKind, number>();
  const rows = database
    .prepare<[], { readonly name: string; readonly size: number }>(
      'SELECT name, sum(pgsize) AS size FROM dbstat WHERE aggregate = TRUE GROUP BY name',
    )
    .all();
  for (const { name, size } of rows) totals.set(kindOf(name), (totals.get(kindOf(name)) ?? 0) + size);
  totals.set('free', Math.max(0, bytes - rows.reduce((sum, { size }) => sum + size, 0)));
  return { bytes, kinds: [...totals].map(([kind, size]) => ({ kind, bytes: size })) };
}
