import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Something that keeps files from growing, as a disk without room does. */
export interface NoRoom {
  /** Where files lie that it concerns; null where it concerns all of this process. */
  readonly folder: string | null;
  /** No file grows from now on; `database` is the one that is written. */
  readonly begin: (database: string) => void;
  readonly end: () => void;
  /** Takes away what was made for it. */
  readonly close: () => void;
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: 'ignore' });
}

/** A disk in memory of eight megabytes, which is filled to its last byte; null where mounting is refused. */
export function mountSmallDisk(): NoRoom | null {
  const folder = mkdtempSync(join(tmpdir(), 'engram-disk-'));
  const filler = join(folder, 'filler');
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder);
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    begin: () => {
      const file = openSync(filler, 'w');
      // Whole blocks first, then byte by byte, until nothing more goes in.
      for (const size of [65_536, 4_096, 1]) {
        try {
          for (;;) writeSync(file, Buffer.alloc(size, 1));
        } catch {
          // Full for this size.
        }
      }
      closeSync(file);
    },
    end: () => rmSync(filler, { force: true }),
    close: () => {
      run('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A limit of the system on the size of every file this process writes; null where it cannot be set. */
export function limitFileSizes(): NoRoom | null {
  const limit = (size: string): void => run('prlimit', '--pid', String(process.pid), `--fsize=${size}:`);
  try {
    limit('unlimited');
  } catch {
    return null;
  }
  return {
    folder: null,
    begin: (database) => limit(String(statSync(`${database}-wal`).size)),
    end: () => limit('unlimited'),
    close: () => limit('unlimited'),
  };
}

/** Makes what lies in a folder visible at another place where nothing can be written; null where mounting is refused. */
export function mountReadOnly(
  folder: string,
): { readonly folder: string; readonly close: () => void } | null {
  const place = mkdtempSync(join(tmpdir(), 'engram-read-only-'));
  try {
    run('mount', '--bind', folder, place);
  } catch {
    rmSync(place, { recursive: true, force: true });
    return null;
  }
  run('mount', '-o', 'remount,ro,bind', place);
  return {
    folder: place,
    close: () => {
      run('umount', '-l', place);
      rmSync(place, { recursive: true, force: true });
    },
  };
}
