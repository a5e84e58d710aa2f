import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { JobKind } from '../../../src/main/memory/ports/job-queue';
import { createJobTable } from '../../../src/main/storage/tables/job-table';
import type { JobId } from '../../../src/shared/model/ids';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';

async function openTable() {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const table = createJobTable(disk.database);
  const enqueue = (key: string, runAfter = 0, kind: JobKind = 'embed'): boolean =>
    table.enqueue({
      id: uuidv7() as JobId,
      kind,
      userId: disk.userId,
      sessionId,
      idempotencyKey: key,
      runAfter,
      createdAt: runAfter,
    });
  return { disk, table, enqueue };
}

describe('the job table', () => {
  it('takes a key once, for as long as it is known, also when its job is done', async () => {
    const { table, enqueue } = await openTable();
    expect([enqueue('a'), enqueue('a'), enqueue('b')]).toEqual([true, false, true]);
    const job = table.claim(0)!;
    table.complete(job.id, 10);
    expect(enqueue('a') || enqueue('b')).toBe(false);
    table.prune(10);
    expect(enqueue('a')).toBe(false);
    table.prune(11);
    expect(enqueue('a') !== enqueue('b')).toBe(true);
  });

  it('hands out a job once, the earliest due first, and none before its time', async () => {
    const { table, enqueue } = await openTable();
    enqueue('late', 300);
    enqueue('early', 100);
    expect(table.claim(99)).toBeNull();
    expect(table.nextAt()).toBe(100);
    expect(table.claim(500)).not.toBeNull();
    expect(table.nextAt()).toBe(300);
    expect(table.claim(500)).not.toBeNull();
    expect(table.claim(500)).toBeNull();
    expect(table.nextAt()).toBeNull();
  });

  it('hands out the last kind when nothing else is due, and lists it so', async () => {
    const { disk, table, enqueue } = await openTable();
    enqueue('sentences', 100, 'embed-sentences');
    enqueue('summary', 300, 'summarise');
    enqueue('whole', 200);
    expect(table.list(disk.userId).map(({ kind }) => kind)).toEqual([
      'embed',
      'summarise',
      'embed-sentences',
    ]);
    expect(table.claim(250)?.kind).toBe('embed');
    expect(table.claim(250)?.kind).toBe('embed-sentences');
    expect(table.claim(300)?.kind).toBe('summarise');
  });

  it('revives only what is dead', async () => {
    const { disk, table, enqueue } = await openTable();
    enqueue('a');
    const job = table.claim(0)!;
    expect(table.retry(disk.userId, job.id, 5)).toBe(false);
    table.bury(job.id, { kind: 'server', message: 'No.', retryable: false }, 1);
    expect(table.claim(10)).toBeNull();
    expect(table.retry(disk.userId, job.id, 5)).toBe(true);
    expect(table.claim(5)).toMatchObject({ id: job.id, attempts: 0 });
  });

  it('finds what may run next by indexes, however many wait', async () => {
    const { disk } = await openTable();
    const asked: string[] = [];
    const listening = new Proxy(disk.database, {
      get: (database, name) =>
        name === 'prepare'
          ? (sql: string) => {
              asked.push(sql);
              return database.prepare(sql);
            }
          : (Reflect.get(database, name) as unknown),
    });
    createJobTable(listening);
    const queries = asked.filter(
      (sql) => sql.includes('run_after, j.created_at') || sql.startsWith('SELECT j.run_after'),
    );
    expect(queries).toHaveLength(3);
    for (const sql of queries) {
      const parameters = sql.includes('?') ? [0] : [];
      const plan = disk.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
        detail: string;
      }[];
      const details = plan.map(({ detail }) => detail).join('\n');
      expect(details).toMatch(/j USING INDEX jobs_due/);
      expect(details).toMatch(/f USING INDEX jobs_stuck/);
      expect(details).not.toMatch(/SCAN f|USE TEMP B-TREE FOR ORDER BY/);
    }
  });

  it('lists what runs first, then what failed, then what waits as it will run, then what was done last; and counts them', async () => {
    const { disk, table, enqueue } = await openTable();
    for (const runAfter of [30, 10, 20, 40]) enqueue(String(runAfter), runAfter);
    const done = table.claim(10)!;
    table.complete(done.id, 100);
    const dead = table.claim(20)!;
    table.bury(dead.id, { kind: 'server', message: 'No.', retryable: false }, 101);
    const running = table.claim(30)!;
    const listed = table.list(disk.userId);
    expect(listed.map(({ state }) => state)).toEqual(['running', 'dead', 'waiting', 'done']);
    expect([listed[0]!.id, listed[1]!.id, listed[3]!.id]).toEqual([running.id, dead.id, done.id]);
    expect(table.countOpen(disk.userId)).toEqual({ running: 1, waiting: 1, dead: 1 });
    expect(table.countOpen(disk.addUser('Bo'))).toEqual({ running: 0, waiting: 0, dead: 0 });
  });
});
