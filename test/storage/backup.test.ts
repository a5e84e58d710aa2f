import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { count, fillWithMessages, openAt, testTime } from './support/sample-database';
import { temporaryFolder } from './support/temporary-folder';
import { backupDatabase, listBackups } from '../../src/main/storage/backup';

const hourMs = 3_600_000;

describe('backups', () => {
  it('are whole databases that open by themselves, taken while the log holds changes', async () => {
    const folder = temporaryFolder();
    const { database, close } = await openAt(join(folder, 'engram.db'));
    fillWithMessages(database, 300);
    const path = await backupDatabase(database.name, join(folder, 'backups'), { keep: 3, now: testTime });
    expect(readdirSync(join(folder, 'backups'))).toEqual(['engram-backup-2026-01-02T03-04-05-000Z.db']);
    close();
    const backup = await openAt(path);
    expect(backup).toMatchObject({ notice: null, wasClean: true });
    expect(count(backup.database, 'SELECT count(*) FROM messages')).toBe(300);
    backup.close();
  });

  it('rotate: the oldest go, and only rotating ones', async () => {
    const folder = temporaryFolder();
    const backups = join(folder, 'backups');
    const { database, close } = await openAt(join(folder, 'engram.db'));
    const made: string[] = [];
    for (let hour = 0; hour < 5; hour++) {
      made.push(await backupDatabase(database.name, backups, { keep: 3, now: testTime + hour * hourMs }));
      if (hour === 0) writeFileSync(join(backups, 'engram-before-v2-x.db'), 'not ours to remove');
    }
    expect(listBackups(backups)).toEqual(made.slice(-3));
    expect(readdirSync(backups)).toContain('engram-before-v2-x.db');
    // After the clock was turned back the new copy still stays.
    const early = await backupDatabase(database.name, backups, { keep: 1, now: testTime - hourMs });
    expect(listBackups(backups)).toEqual([early]);
    close();
  });

  it('that fail remove no older one and leave nothing half done', async () => {
    const folder = temporaryFolder();
    const backups = join(folder, 'backups');
    const { database, close } = await openAt(join(folder, 'engram.db'));
    const first = await backupDatabase(database.name, backups, { keep: 1, now: testTime });
    writeFileSync(join(folder, 'file'), '');
    const failing = backupDatabase(database.name, join(folder, 'file', 'backups'), {
      keep: 1,
      now: testTime,
    });
    await expect(failing).rejects.toMatchObject({ kind: 'storage-read-only' });
    close();
    const gone = backupDatabase(join(folder, 'gone.db'), backups, { keep: 1, now: testTime + hourMs });
    await expect(gone).rejects.toMatchObject({ kind: expect.stringMatching(/^storage-/) as string });
    expect(listBackups(backups)).toEqual([first]);
    expect(readdirSync(backups)).toHaveLength(1);
  });
});
