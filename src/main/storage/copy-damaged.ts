import { closeSync, copyFileSync, existsSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { headerBytes, parseFileHeader, repairFileHeader } from './file-header';
import { readFileStart } from './read-file-start';
import { readFirstPageOfLog } from './wal-first-page';

function overwriteStart(path: string, bytes: Buffer): void {
  const descriptor = openSync(path, existsSync(path) ? 'r+' : 'w');
  try {
    writeSync(descriptor, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Copies a damaged database and its log into a folder to be read there, since opening the original would
 * change it. In the copy the header is put right, and a file that was emptied gets its first page from the
 * log, without which SQLite would throw the log away. Returns the copy's path.
 */
export function copyDamaged(path: string, folder: string): string {
  const copy = join(folder, 'damaged.db');
  if (existsSync(path)) copyFileSync(path, copy);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  const start = readFileStart(copy, headerBytes);
  const logged = readFirstPageOfLog(`${copy}-wal`);
  if (parseFileHeader(start) === null && logged !== null) overwriteStart(copy, logged);
  else if (start.length === headerBytes) overwriteStart(copy, repairFileHeader(start));
  return copy;
}
