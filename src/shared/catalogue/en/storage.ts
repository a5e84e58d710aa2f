const messages = (count: number): string => (count === 1 ? '1 message' : `${String(count)} messages`);
const chats = (count: number): string => (count === 1 ? '1 chat' : `${String(count)} chats`);

/** What storage says when it opens a database, cannot write it, or finds it damaged. */
export const storage = {
  newer: (version: string | null): string =>
    version === null
      ? 'This data was written by a newer version of Engram. Install the newest version to open it. Nothing was changed.'
      : `This data needs Engram ${version} or newer. Install it to open your chats. Nothing was changed.`,
  olderReadOnly:
    'This data was written by an older version of Engram. Start Engram once, so that it is brought up to date.',
  foreign: (path: string): string =>
    `${path} is a database of another program. Choose another data folder, or move that file away. Nothing was changed.`,
  missing: (path: string): string => `There is no database at ${path}.`,
  inUse: 'Another Engram is using this data folder. Close it, or choose another data folder.',
  migrationFailed: (name: string, copy: string | null): string =>
    `Your data could not be brought up to date (${name}), so it was left as it was.` +
    (copy === null ? '' : ` A copy lies at ${copy}.`) +
    ' Go back to the version of Engram you had, and report this.',
  fileWorkLost:
    'The work on the file ended before it was done. Your chats are untouched. Please try once more.',
  copyCancelled: 'The copy was ended. Nothing of it was kept.',
  copyFailed: (path: string): string =>
    `The copy at ${path} did not read back whole, so it was not kept. Check that the disk has room and is sound.`,
  full: 'The disk is full. Nothing more is saved until you free some space.',
  readOnly: 'The data folder cannot be written to. Check its permissions and that its disk is connected.',
  diskFailed: 'The disk could not be read or written. Check that it is connected and sound, then try again.',
  damaged:
    'The database is damaged. Restart Engram: it keeps the damaged file and recovers what can be read.',
  busy: 'Another program is using the database. Close it, then try again.',
  recovered: (found: { sessions: number; messages: number; path: string }): string =>
    `The database was damaged. ${chats(found.sessions)} and ${messages(found.messages)} could be recovered. ` +
    `The damaged file is kept at ${found.path}.`,
  startedEmpty: (backups: string): string =>
    `The database was missing or empty, so a new one was started. Earlier copies of your data lie in ${backups}.`,
  wasEmpty: 'The database file was empty, so a new one was started.',
  logMissing:
    'Engram did not close in order, and the file with the last changes (engram.db-wal) is gone. The newest messages may be missing.',
  backupGone: 'This backup is not there any more.',
  backupDamaged: 'This backup is damaged and cannot be restored. Choose another one.',
  backupForeign: 'This file is no backup of Engram.',
  backupNewer: 'This backup was made by a newer version of Engram. Install that version to restore it.',
  restored: (name: string, setAside: string): string =>
    `The backup ${name} was restored. What you had before is kept as ${setAside} among the backups.`,
  notRestored: (problem: string): string => `Nothing was restored, and nothing changed. ${problem}`,
  badName: (name: string): string => `Not a name that a file may have: ${name}`,
  recoveredUser: 'Recovered',
  recoveredSession: 'Recovered chat',
} as const;
