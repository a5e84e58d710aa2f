import { z } from 'zod';
import type { BackupPreview, BackupView, CopyProgress, WrittenArchive } from '../../model/backup';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

const named = z.strictObject({ name: z.string().min(1).max(200) });

/** Copies of all data in the data folder. */
export const backupCalls = {
  /** The newest first. */
  'backups.list': defineCall<readonly BackupView[]>()(nothing),
  /** Makes one now; answers as `backups.list`. Errors: `storage-full`, `storage-read-only`, `storage-damaged`, `conflict`, `cancelled`. */
  'backups.make': defineCall<readonly BackupView[]>()(nothing),
  /** How far the copy is that is being made, by hand or by itself; null while none is. */
  'backups.progress': defineCall<CopyProgress | null>()(nothing),
  /** Ends it: what asked for it is answered with `cancelled`, and nothing of it stays. */
  'backups.cancel': defineCall<null>()(nothing),
  /** Errors: `not-found`. */
  'backups.preview': defineCall<BackupPreview>()(named),
  /** Answers as `backups.list`. Errors: `not-found`. */
  'backups.delete': defineCall<readonly BackupView[]>()(named),
  /** Asks where to, and writes a copy of all data there; null when the user cancels. Errors: as `backups.make`. */
  'backups.saveArchive': defineCall<WrittenArchive | null>()(nothing),
  /** Asks for such a file and takes it among the backups; null when the user cancels. Errors: `conflict`, `storage-full`. */
  'backups.openArchive': defineCall<BackupView | null>()(nothing),
  /** Starts the program again with that backup in the place of the data, which is set aside. Errors: `not-found`, `conflict`. */
  'backups.restore': defineCall<null>()(named),
} as const;
