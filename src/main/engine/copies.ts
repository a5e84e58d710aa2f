import type { Database } from 'better-sqlite3';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { CopyProgress } from '../../shared/model/backup';
import type { UnfinishedCopy } from '../memory/ports/backup-store';
import { readMeta, writeMeta } from '../storage/meta';
import type { FileWatch } from '../storage/copy-database';

/** The one copy of all data that is made at a time. */
export interface Copies {
  /** Makes it; that it is wanted is kept until it is made, fails or is cancelled. Errors: `conflict`, `cancelled`. */
  readonly run: <Made>(wanted: UnfinishedCopy, make: (watch: FileWatch) => Promise<Made>) => Promise<Made>;
  /** How far it is; null while none is made. */
  readonly progress: () => CopyProgress | null;
  readonly cancel: () => void;
  /** What the program ended before; null where it ended before nothing. */
  readonly unfinished: () => UnfinishedCopy | null;
  /** Ends it because the program ends: the next start makes it. */
  readonly close: () => Promise<void>;
}

const archiveMark = 'archive:';

/** Makes the {@link Copies} of one database. */
export function createCopies(database: Database): Copies {
  let running: { readonly abort: AbortController; readonly ended: Promise<unknown> } | null = null;
  let progress: CopyProgress | null = null;
  let isClosing = false;

  const note = (wanted: UnfinishedCopy | null): void => {
    if (isClosing) return;
    const value = wanted?.kind === 'archive' ? `${archiveMark}${wanted.path}` : (wanted?.kind ?? null);
    try {
      writeMeta(database, 'copy-wanted', value);
    } catch {
      // Where nothing can be written any more a copy elsewhere is wanted most.
    }
  };
  return {
    run: async (wanted, make) => {
      if (running !== null) throw new AppError('conflict', catalogue.backups.errors.busy);
      const abort = new AbortController();
      progress = { phase: 'copying', done: 0, total: 0 };
      note(wanted);
      const made = make({ signal: abort.signal, onProgress: (now) => (progress = now) });
      running = { abort, ended: made.catch(() => undefined) };
      try {
        return await made;
      } finally {
        running = null;
        progress = null;
        note(null);
      }
    },
    progress: () => progress,
    cancel: () => running?.abort.abort(),
    unfinished: () => {
      const wanted = running === null ? readMeta(database, 'copy-wanted') : null;
      if (wanted === null) return null;
      if (!wanted.startsWith(archiveMark)) return { kind: 'backup' };
      return { kind: 'archive', path: wanted.slice(archiveMark.length) };
    },
    close: async () => {
      isClosing = true;
      running?.abort.abort();
      await running?.ended;
    },
  };
}
