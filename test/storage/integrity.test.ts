import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { count, fillWithMessages, openAt, testTime } from './support/sample-database';
import { temporaryFolder } from './support/temporary-folder';
import { checkIfDue } from '../../src/main/storage/integrity';

const dayMs = 24 * 3_600_000;

describe('the check of the database', () => {
  it('runs at first, after a week, after an unclean exit and after the clock was turned back', async () => {
    const { database, close } = await openAt(join(temporaryFolder(), 'engram.db'));
    const ran = async (now: number, wasClean = true) => (await checkIfDue(database, { now, wasClean })).ran;
    expect(await ran(testTime)).toBe(true);
    expect(await ran(testTime + 6 * dayMs)).toBe(false);
    expect(await ran(testTime + 6 * dayMs, false)).toBe(true);
    expect(await ran(testTime + 8 * dayMs)).toBe(false);
    expect(await ran(testTime + 13 * dayMs)).toBe(true);
    expect(await ran(testTime)).toBe(true);
    close();
  });

  it('has nothing to do for a temporary chat', async () => {
    const { database, close } = await openAt(':memory:');
    expect((await checkIfDue(database, { now: testTime, wasClean: false })).ran).toBe(false);
    close();
  });

  it.each([
    ['an index page is overwritten', `UPDATE messages_fts_data SET block = x'00112233445566' WHERE id > 10`],
    ['entries are missing', `INSERT INTO messages_fts (messages_fts) VALUES ('delete-all')`],
    ['an entry has lost its size', 'DELETE FROM messages_fts_docsize WHERE id = 7'],
  ])('fills the full text anew when only that is damaged: %s', async (_, damage) => {
    const path = join(temporaryFolder(), 'engram.db');
    const { database, close } = await openAt(path);
    fillWithMessages(database, 40);
    database.unsafeMode(true);
    database.exec(damage);
    database.unsafeMode(false);
    close();
    const opened = await openAt(path);
    const result = await checkIfDue(opened.database, { now: testTime, wasClean: false });
    expect(result).toEqual({ ran: true, ok: true, problems: [], fullTextRebuilt: true });
    const found = `SELECT count(*) FROM (SELECT rank FROM messages_fts WHERE messages_fts MATCH 'word7' ORDER BY rank)`;
    expect(count(opened.database, found)).toBe(1);
    const again = await checkIfDue(opened.database, { now: testTime, wasClean: false });
    expect(again.fullTextRebuilt).toBe(false);
    opened.close();
  });
});
