import { buildSearchText, searchTextVersion } from '../../memory/text/search-text';
import { readMeta, writeMeta } from '../../storage/meta';
import type { SearchTextRow } from '../../storage/tables/search-text-table';
import type { EngineParts } from '../engine-parts';

/** Messages renewed in one operation: some hundredths of a second, between which other calls get their turn. */
const batchSize = 200;

/**
 * Renews a part of what full text indexes, where an earlier version of the program wrote it; says whether more is left.
 * Each part is one transaction with its place in the log, so that a kill repeats one part at most.
 */
export function renewSearchText(parts: EngineParts): boolean {
  const { database, tables } = parts;
  const after = placeReached(readMeta(database, 'search-text'));
  if (after === null) return false;
  const work = database.transaction((): boolean => {
    const rows = tables.searchTexts.after(after, batchSize);
    for (const row of rows) {
      const text = buildSearchText(row);
      if (text !== row.searchText) tables.searchTexts.write(row.seq, text);
    }
    const last = rows.at(-1);
    const isDone = last === undefined || rows.length < batchSize;
    const place = isDone ? '' : `:${String(last.seq)}`;
    writeMeta(database, 'search-text', `${String(searchTextVersion)}${place}`);
    return !isDone;
  });
  return work.immediate();
}

/** The last message that is as this version writes it; null where all are. */
function placeReached(entry: string | null): SearchTextRow['seq'] | null {
  const [version, seq] = (entry ?? '').split(':');
  if (version !== String(searchTextVersion)) return 0;
  return seq === undefined ? null : Number(seq);
}
