import type { BackupPreview, BackupView, CopyProgress } from '../../../shared/model/backup';

/** A copy that was begun: a backup, or an archive at a path. */
export type UnfinishedCopy =
  { readonly kind: 'backup' } | { readonly kind: 'archive'; readonly path: string };

/** Copies of all data, of all users. Keys are in none of them. */
export interface BackupStore {
  /** The newest first. */
  listBackups(input: Record<string, never>): Promise<readonly BackupView[]>;
  /**
   * Makes one and removes the oldest scheduled ones beyond `keep`. With `isDue` only where the last one is a day old, or
   * there is none and the data is older than that; null where it is not. Errors: `storage-full`, `storage-read-only`,
   * `storage-damaged`, `conflict` while another copy is made, `cancelled`.
   */
  backUp(input: { readonly keep: number; readonly isDue: boolean }): Promise<BackupView | null>;
  /**
   * Writes a copy of all data to a file outside the data folder, to be put back on this or another computer. Returns its
   * size in bytes. Errors: as `backUp`.
   */
  writeArchive(input: { readonly path: string }): Promise<number>;
  /** How far the copy is that is being made; null while none is. */
  copyProgress(input: Record<string, never>): Promise<CopyProgress | null>;
  /** Ends it; what made it is answered with `cancelled`. */
  cancelCopy(input: Record<string, never>): Promise<null>;
  /** The copy that the program ended before, until it is made or begun anew; null where there is none. */
  unfinishedCopy(input: Record<string, never>): Promise<UnfinishedCopy | null>;
  /** Takes a copy of such a file among the backups. Errors: `not-found`, `conflict` where it is none, `storage-full`. */
  bringArchive(input: { readonly path: string }): Promise<BackupView>;
  /** What a backup holds beside what is there now; it is read whole. Errors: `not-found`. */
  previewBackup(input: { readonly name: string }): Promise<BackupPreview>;
  /** Errors: `not-found`. */
  deleteBackup(input: { readonly name: string }): Promise<null>;
  /** Has the next start put it in the place of what is there now. Errors: `not-found`, `conflict` where it cannot be. */
  requestRestore(input: { readonly name: string }): Promise<null>;
}
