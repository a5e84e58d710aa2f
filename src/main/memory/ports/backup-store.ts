import type { BackupPreview, BackupView } from '../../../shared/model/backup';

/** Copies of all data, of all users. Keys are in none of them. */
export interface BackupStore {
  /** The newest first. */
  listBackups(input: Record<string, never>): Promise<readonly BackupView[]>;
  /**
   * Makes one and removes the oldest scheduled ones beyond `keep`. With `isDue` only where the last one is a day old, or
   * there is none and the data is older than that; null where it is not. Errors: `storage-full`, `storage-read-only`,
   * `storage-damaged`.
   */
  backUp(input: { readonly keep: number; readonly isDue: boolean }): Promise<BackupView | null>;
  /** What a backup holds beside what is there now; it is read whole. Errors: `not-found`. */
  previewBackup(input: { readonly name: string }): Promise<BackupPreview>;
  /** Errors: `not-found`. */
  deleteBackup(input: { readonly name: string }): Promise<null>;
  /** Has the next start put it in the place of what is there now. Errors: `not-found`, `conflict` where it cannot be. */
  requestRestore(input: { readonly name: string }): Promise<null>;
}
