import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLong, pageSize, stamp } from './support/damaged-database';
import { count, openAt, testTime } from './support/sample-database';
import { folderContent, temporaryFolder } from './support/temporary-folder';
import { AppError } from '../../src/shared/errors';
import { checkIfDue, quickCheck } from '../../src/main/storage/integrity';
import { allMigrations } from '../../src/main/storage/migrations/all-migrations';
import { recoverDatabase } from '../../src/main/storage/recover';

describe('a recovery interrupted by a crash', () => {
  it.each(['before anything moved', 'after the log moved', 'after the file moved'])(
    'ends on the next opening: %s',
    async (moment) => {
      const { folder, path } = await buildLong(30);
      const damaged = join(folder, `engram-damaged-${stamp}.db`);
      copyFileSync(path, join(folder, 'sound'));
      recoverDatabase({ path, now: testTime, migrations: allMigrations });
      // Back to the moment: the result lies under its waiting name, the damaged file not yet, or half, aside.
      renameSync(path, join(folder, `engram-recovered-${stamp}.db`));
      writeFileSync(`${moment === 'before anything moved' ? path : damaged}-wal`, 'the log');
      if (moment !== 'after the file moved') renameSync(damaged, path);

      const { database, notice, close } = await openAt(path);
      expect(notice).toMatchObject({ kind: 'recovered', recovery: { messages: 30 } });
      expect(count(database, 'SELECT count(*) FROM messages')).toBe(30);
      close();
      expect(readFileSync(`${damaged}-wal`, 'utf8')).toBe('the log');
      expect(readFileSync(damaged).equals(readFileSync(join(folder, 'sound')))).toBe(true);
      expect(readdirSync(folder).filter((name) => name.includes('recover'))).toEqual([]);
    },
  );
});

describe('whatever bytes are flipped', () => {
  it('opening and checking end in a sound database or a refusal that touches nothing', async () => {
    const { path: sound } = await buildLong(60);
    const original = readFileSync(sound);
    const damage = fc.record({
      at: fc.oneof(fc.nat(100), fc.nat(pageSize), fc.nat(original.length - 1)),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const folder = temporaryFolder();
        const path = join(folder, 'engram.db');
        const content = Buffer.from(original);
        for (const { at, bytes } of damages) content.set(bytes.subarray(0, content.length - at), at);
        writeFileSync(path, content);
        const before = folderContent(folder);
        try {
          let opened = await openAt(path);
          if (!(await checkIfDue(opened.database, { now: testTime, wasClean: false })).ok) {
            opened.close();
            recoverDatabase({ path, now: testTime + 1, migrations: allMigrations });
            opened = await openAt(path);
            expect(opened.notice?.kind).toBe('recovered');
          }
          expect(quickCheck(opened.database)).toEqual([]);
          opened.close();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(['conflict', 'storage-newer']).toContain(error.kind);
          expect(folderContent(folder)).toEqual(before);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 60_000);
});
