import { open, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

const blockBytes = 1 << 20;
/** What is read twice between two blocks, so that nothing is missed at their border. */
const overlapBytes = 256;

/** What a search of a folder found. */
export interface FileScan {
  /** Paths below the folder of the files that hold something. */
  readonly holding: readonly string[];
  readonly searched: number;
}

/** Searches the bytes of every file below a folder, block by block; files that go meanwhile count as searched. */
export async function scanFiles(folder: string, isIn: (bytes: Uint8Array) => boolean): Promise<FileScan> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const holding: string[] = [];
  for (const path of paths) if (await holds(path, isIn)) holding.push(relative(folder, path));
  return { holding, searched: paths.length };
}

async function holds(path: string, isIn: (bytes: Uint8Array) => boolean): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return false;
  try {
    const buffer = Buffer.alloc(blockBytes + overlapBytes);
    let kept = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, blockBytes, null);
      const filled = kept + bytesRead;
      if (bytesRead === 0) return false;
      if (isIn(buffer.subarray(0, filled))) return true;
      kept = Math.min(overlapBytes, filled);
      buffer.copyWithin(0, filled - kept, filled);
    }
  } catch {
    // Another program has locked it, or it went: there is nothing to be read.
    return false;
  } finally {
    await file.close();
  }
}
