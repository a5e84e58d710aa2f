/** Why a copy of the data was made. */
export type BackupKind = 'scheduled' | 'before-update' | 'set-aside' | 'archive';

/** A copy of all data in the folder of backups. */
export interface BackupView {
  /** Its file's name. */
  readonly name: string;
  readonly kind: BackupKind;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What a database holds, of all users. */
export interface BackupContents {
  readonly users: number;
  readonly chats: number;
  readonly messages: number;
  /** When the newest message was said; null where there is none. */
  readonly newestAt: number | null;
}

/** How far a copy is, in pages of the database; `total` is 0 while what was copied is being checked. */
export interface CopyProgress {
  readonly phase: 'copying' | 'checking';
  readonly done: number;
  readonly total: number;
}

/** An archive that was written. */
export interface WrittenArchive {
  /** Its file's name, without the folder. */
  readonly name: string;
  readonly bytes: number;
}

/** A backup beside what is there now. */
export interface BackupPreview {
  readonly backup: BackupView;
  /** Why it cannot be restored, in words; null where it can. */
  readonly problem: string | null;
  /** Null where it cannot be read. */
  readonly contents: BackupContents | null;
  readonly now: BackupContents;
}
