import type { Database } from 'better-sqlite3';
import type { JobView } from '../../../shared/contract/calls/memory-calls';
import { appErrorShapeSchema } from '../../../shared/error-shape-schema';
import type { AppErrorShape } from '../../../shared/errors';
import type { JobId, SessionId, UserId } from '../../../shared/model/ids';
import type { Job, JobKind } from '../../memory/ports/job-queue';

interface JobRow {
  readonly id: JobId;
  readonly kind: JobKind;
  readonly user_id: UserId;
  readonly session_id: SessionId;
  readonly attempts: number;
}

interface JobViewRow extends JobRow {
  readonly state: JobView['state'];
  readonly last_error: string | null;
  readonly title: string | null;
}

/** What a new job needs; the same key is enqueued once for as long as it is known. */
export interface NewJob {
  readonly id: JobId;
  readonly kind: JobKind;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly idempotencyKey: string;
  readonly runAfter: number;
  readonly createdAt: number;
}

/** The durable queue's rows. */
export function createJobTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO jobs (id, kind, user_id, session_id, payload, idempotency_key, state, run_after, created_at)
     VALUES (?, ?, ?, ?, '{}', ?, 'waiting', ?, ?) ON CONFLICT (idempotency_key) DO NOTHING`,
  );
  const revive = database.prepare(
    `UPDATE jobs SET state = 'waiting', attempts = 0, run_after = ?, last_error = NULL, finished_at = NULL
     WHERE idempotency_key = ? AND state IN ('done', 'dead')`,
  );
  const claim = database.prepare<[number], JobRow>(
    `UPDATE jobs SET state = 'running' WHERE id = (
       SELECT id FROM jobs WHERE state = 'waiting' AND run_after <= ? ORDER BY run_after, created_at, id LIMIT 1
     ) RETURNING id, kind, user_id, session_id, attempts`,
  );
  const complete = database.prepare(
    `UPDATE jobs SET state = 'done', last_error = NULL, finished_at = ? WHERE id = ? AND state = 'running'`,
  );
  const putBack = database.prepare(
    `UPDATE jobs SET state = 'waiting', attempts = attempts + 1, run_after = ?, last_error = ? WHERE id = ?`,
  );
  const bury = database.prepare(
    `UPDATE jobs SET state = 'dead', attempts = attempts + 1, last_error = ?, finished_at = ? WHERE id = ?`,
  );
  const release = database.prepare(`UPDATE jobs SET state = 'waiting' WHERE id = ? AND state = 'running'`);
  const releaseAll = database.prepare(`UPDATE jobs SET state = 'waiting' WHERE state = 'running'`);
  const nextAt = database
    .prepare<[], number | null>(`SELECT min(run_after) FROM jobs WHERE state = 'waiting'`)
    .pluck();
  const retry = database.prepare(
    `UPDATE jobs SET state = 'waiting', attempts = 0, run_after = ? WHERE id = ? AND user_id = ? AND state = 'dead'`,
  );
  const prune = database.prepare(`DELETE FROM jobs WHERE state = 'done' AND finished_at < ?`);
  const list = database.prepare<[UserId], JobViewRow>(
    `SELECT j.id, j.kind, j.user_id, j.session_id, j.attempts, j.state, j.last_error, s.title
     FROM jobs j LEFT JOIN sessions s ON s.id = j.session_id
     WHERE j.user_id = ? ORDER BY j.state = 'done', j.created_at DESC LIMIT 100`,
  );
  const toView = (row: JobViewRow): JobView => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    lastError: row.last_error === null ? null : appErrorShapeSchema.parse(JSON.parse(row.last_error)).message,
    sessionTitle: row.title,
  });

  return {
    /** Says whether the job is new. */
    enqueue: (job: NewJob): boolean =>
      insert.run(job.id, job.kind, job.userId, job.sessionId, job.idempotencyKey, job.runAfter, job.createdAt)
        .changes > 0,
    /** Runs a job that has ended once more, because what it made is missing again. */
    revive: (idempotencyKey: string, runAfter: number): void => {
      revive.run(runAfter, idempotencyKey);
    },
    claim: (now: number): Job | null => {
      const row = claim.get(now);
      if (row === undefined) return null;
      const { id, kind, attempts } = row;
      return { id, kind, userId: row.user_id, sessionId: row.session_id, attempts };
    },
    complete: (id: JobId, now: number): void => {
      complete.run(now, id);
    },
    putBack: (id: JobId, error: AppErrorShape, runAfter: number): void => {
      putBack.run(runAfter, JSON.stringify(error), id);
    },
    bury: (id: JobId, error: AppErrorShape, now: number): void => {
      bury.run(JSON.stringify(error), now, id);
    },
    release: (id: JobId): void => {
      release.run(id);
    },
    /** After a restart: whatever was running runs again. */
    releaseAll: (): number => releaseAll.run().changes,
    nextAt: (): number | null => nextAt.get() ?? null,
    retry: (userId: UserId, id: JobId, now: number): boolean => retry.run(now, id, userId).changes > 0,
    /** Forgets finished jobs; their effects carry keys of their own. */
    prune: (finishedBefore: number): void => {
      prune.run(finishedBefore);
    },
    list: (userId: UserId): readonly JobView[] => list.all(userId).map(toView),
  };
}

/** See {@link createJobTable}. */
export type JobTable = ReturnType<typeof createJobTable>;
