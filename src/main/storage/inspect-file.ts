import { statSync } from 'node:fs';
import { engramApplicationId, headerBytes, isHeaderIntact, parseFileHeader } from './file-header';
import { readFileStart } from './read-file-start';
import { readFirstPageOfLog } from './wal-first-page';

/** What lies at a database's path; `hasLog` says whether a write-ahead log with content lies beside it. */
export type FileState = { readonly hasLog: boolean } & (
  | { readonly kind: 'missing' | 'empty' }
  /** Not a SQLite database: overwritten, truncated into its header, or never one. */
  | { readonly kind: 'unreadable' }
  /** A SQLite database in which no table was ever made: a first start that was interrupted. */
  | { readonly kind: 'blank' }
  /** Another program's SQLite database. */
  | { readonly kind: 'foreign' }
  /** `intact`: the header's unchanging fields are as every version of Engram wrote them. */
  | { readonly kind: 'engram'; readonly version: number; readonly intact: boolean }
);

/**
 * Looks at a database without opening it: nothing in its folder is created or changed.
 *
 * @throws the file system's error when the file cannot be read.
 */
export function inspectFile(path: string): FileState {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  const hasLog = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (size === undefined) return { kind: 'missing', hasLog };
  if (size === 0) return { kind: 'empty', hasLog };
  const start = readFileStart(path, headerBytes);
  const stored = parseFileHeader(start);
  if (stored === null) return { kind: 'unreadable', hasLog };

  const logged = readFirstPageOfLog(`${path}-wal`);
  const header = (logged === null ? null : parseFileHeader(logged)) ?? stored;
  if (header.applicationId === engramApplicationId) {
    return { kind: 'engram', version: header.userVersion, intact: isHeaderIntact(start), hasLog };
  }
  const isBlank = header.applicationId === 0 && header.userVersion === 0 && header.schemaCookie === 0;
  return { kind: isBlank ? 'blank' : 'foreign', hasLog };
}
