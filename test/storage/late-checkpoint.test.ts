import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLateCheckpoint } from '../../src/main/storage/late-checkpoint';
import { createFakeClock } from '../fakes/fake-clock';
import { fillWithMessages, openAt } from './support/sample-database';
import { temporaryFolder } from './support/temporary-folder';

describe('the write-ahead log', () => {
  it('is moved into the database once nobody has asked for anything for a while, and not before', async () => {
    const path = `${temporaryFolder()}/engram.db`;
    const clock = createFakeClock();
    const { database, close } = await openAt(path);
    const later = createLateCheckpoint(database, clock);
    const sizeBefore = statSync(path).size;
    fillWithMessages(database, 100);
    later();
    clock.advance(200);
    later();
    clock.advance(200);
    expect(statSync(path).size).toBe(sizeBefore);
    clock.advance(200);
    expect(statSync(path).size).toBeGreaterThan(sizeBefore);
    later();
    close();
    // A database that was closed meanwhile is left alone.
    clock.advance(1_000);
  });

  it('of a database in memory is none', async () => {
    const clock = createFakeClock();
    const { database, close } = await openAt(':memory:');
    createLateCheckpoint(database, clock)();
    expect(clock.waiting).toBe(0);
    close();
  });
});
