import { copyFileSync, existsSync, readdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupDatabase } from '../../src/main/storage/backup';
import { ensureDataFolder, type DataFolder } from '../../src/main/storage/data-folder';
import { describeBackups, inspectBackup } from '../../src/main/storage/describe-backups';
import { latestVersion } from '../../src/main/storage/migrate';
import { allMigrations } from '../../src/main/storage/migrations/all-migrations';
import { applyRestore, requestRestore } from '../../src/main/storage/restore-backup';
import { buildDatabaseOfVersion, count, fillWithMessages, openAt, testTime } from './support/sample-database';
import { temporaryFolder } from './support/temporary-folder';

const latest = latestVersion(allMigrations);
const messagesIn = async (path: string): Promise<number> => {
  const { database, close } = await openAt(path);
  const found = count(database, 'SELECT count(*) FROM messages');
  close();
  return found;
};

/** A data folder with a backup of 30 messages and a database of 50. */
async function openWithBackup(): Promise<{ folder: DataFolder; name: string }> {
  const folder = ensureDataFolder(temporaryFolder());
  const { database, close } = await openAt(folder.database);
  fillWithMessages(database, 30);
  const name = basename(await backupDatabase(database.name, folder.backups, { keep: 3, now: testTime }));
  fillWithMessages(database, 20, 'more');
  close();
  return { folder, name };
}

const setAsideOf = (folder: DataFolder): string => {
  const found = describeBackups(folder.backups).find(({ kind }) => kind === 'set-aside');
  return join(folder.backups, found!.name);
};

describe('a restore', () => {
  it('puts the backup in the place of the database, which is set aside and can be restored itself', async () => {
    const { folder, name } = await openWithBackup();
    expect(applyRestore(folder)).toBeNull();
    requestRestore(folder, name, testTime);
    expect(applyRestore(folder)).toMatchObject({ kind: 'restored', severity: 'info' });
    expect(await messagesIn(folder.database)).toBe(30);
    expect(applyRestore(folder)).toBeNull();
    requestRestore(folder, basename(setAsideOf(folder)), testTime + 1);
    applyRestore(folder);
    expect(await messagesIn(folder.database)).toBe(50);
    expect(
      describeBackups(folder.backups)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['scheduled', 'set-aside', 'set-aside']);
  });

  it('goes on where a kill ended it, at any of its steps', async () => {
    const { folder, name } = await openWithBackup();
    const backup = join(folder.backups, name);
    const steps: readonly ((aside: string) => void)[] = [
      () => writeFileSync(`${folder.database}.restoring`, 'half a copy'),
      (aside) => renameSync(folder.database, aside),
      (aside) => {
        renameSync(folder.database, aside);
        copyFileSync(backup, folder.database);
      },
    ];
    for (const [index, kill] of steps.entries()) {
      const now = testTime + index * 1_000;
      requestRestore(folder, name, now);
      const { database, close } = await openAt(folder.database);
      if (index > 0) fillWithMessages(database, 20, `again${String(index)}`);
      close();
      const stamp = new Date(now).toISOString().replaceAll(':', '-').replace('.', '-');
      const aside = join(folder.backups, `engram-set-aside-${stamp}.db`);
      kill(aside);
      expect(applyRestore(folder)).toMatchObject({ kind: 'restored' });
      expect(await messagesIn(folder.database)).toBe(30);
      expect(await messagesIn(aside)).toBe(50);
      expect(readdirSync(folder.root).some((file) => file.includes('restor'))).toBe(false);
    }
  });

  it('of a damaged backup changes nothing and says so', async () => {
    const { folder, name } = await openWithBackup();
    requestRestore(folder, name, testTime);
    truncateSync(join(folder.backups, name), 5_000);
    expect(applyRestore(folder)).toMatchObject({ kind: 'not-restored', severity: 'warning' });
    expect(await messagesIn(folder.database)).toBe(50);
    expect(applyRestore(folder)).toBeNull();
  });

  it('of a database that is damaged or gone brings the backup back', async () => {
    const { folder, name } = await openWithBackup();
    writeFileSync(folder.database, 'not a database any more');
    requestRestore(folder, name, testTime);
    applyRestore(folder);
    expect(await messagesIn(folder.database)).toBe(30);
  });

  it('is of a backup in the folder alone, and a mark that says nothing is no request', async () => {
    const { folder } = await openWithBackup();
    for (const name of ['../engram.db', 'engram.db', '/etc/passwd', 'engram-backup-.db']) {
      expect(() => requestRestore(folder, name, testTime)).toThrow(
        expect.objectContaining({ kind: 'not-found' }),
      );
    }
    writeFileSync(join(folder.root, 'restore.json'), '{"name":7}');
    expect(applyRestore(folder)).toBeNull();
    expect(await messagesIn(folder.database)).toBe(50);
  });
});

describe('a look into a backup', () => {
  it('counts what it holds, of whatever version, and names what cannot be restored', async () => {
    const { folder, name } = await openWithBackup();
    const whole = inspectBackup(join(folder.backups, name), latest);
    expect(whole).toMatchObject({ problem: null, contents: { users: 1, chats: 1, messages: 30 } });
    for (let version = 1; version <= latest; version += 1) {
      const path = join(temporaryFolder(), 'old.db');
      buildDatabaseOfVersion(path, version);
      expect(inspectBackup(path, latest).problem).toBeNull();
    }
    expect(inspectBackup(join(folder.backups, name), latest - 1).problem).toContain('newer version');
    const other = join(folder.backups, 'engram-backup-2020.db');
    const foreign = new SqliteDatabase(other);
    foreign.exec('CREATE TABLE things (x)');
    foreign.close();
    expect(inspectBackup(other, latest).problem).toContain('no backup of Engram');
    expect(inspectBackup(join(folder.backups, 'gone.db'), latest).problem).toContain('damaged');
    expect(existsSync(join(folder.backups, 'gone.db'))).toBe(false);
  });
});
