import type { Database } from 'better-sqlite3';
import type { JobCounts, JobView } from '../../../shared/contract/calls/memory-calls';
import { appErrorShapeSchema } from '../../../shared/error-shape-schema';
import type { AppErrorShape } from '../../../shared/errors';
import type { JobId, SessionId, UserId } from '../../../shared/model/ids';
import type { StoppedWork } from '../../../shared/model/summary';
import {
  lastKind,
  stoppingKinds,
  type Job,
  type JobKind,
  type StoppingKind,
} from '../../memory/ports/job-queue';

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
  readonly run_after: number;
  readonly finished_at: number | null;
}

interface StoppedRow {
  readonly id: JobId;
  readonly attempts: number;
  /** Null once what it quoted was forgotten. */
  readonly last_error: string | null;
}

/** A job as the list has it; how far it is is known elsewhere. */
export type ListedJob = Omit<JobView, 'progress'> & { readonly sessionId: SessionId };

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
  const stopping = stoppingKinds.map((kind) => `'${kind}'`).join(', ');
  // Of a kind that stops as a whole one that failed is tried again before any other, and none while one is dead.
  // Words that are too long for a model are so in their own session alone.
  const mayRun = `j.state = 'waiting' AND NOT (j.kind IN (${stopping}) AND EXISTS (
    SELECT 1 FROM jobs f WHERE f.kind = j.kind AND f.user_id = j.user_id AND f.id <> j.id
      AND (f.state = 'dead' OR f.attempts > 0)
      AND (f.state = 'waiting' AND f.attempts > 0 AND (j.attempts = 0 OR f.id < j.id)
        OR f.state = 'dead' AND (f.session_id = j.session_id OR f.last_error ->> 'kind' <> 'context-overflow'))))`;
  const claimWhere = (condition: string) =>
    database.prepare<[number], JobRow>(
      `UPDATE jobs SET state = 'running' WHERE id = (
         SELECT j.id FROM jobs j INDEXED BY jobs_due WHERE ${mayRun} AND ${condition} AND j.run_after <= ?
         ORDER BY j.run_after, j.created_at, j.id LIMIT 1
       ) RETURNING id, kind, user_id, session_id, attempts`,
    );
  const claim = claimWhere(`j.kind <> '${lastKind}'`);
  const claimLast = claimWhere(`j.kind = '${lastKind}'`);
  const complete = database.prepare(
    `UPDATE jobs SET state = 'done', last_error = NULL, finished_at = ? WHERE id = ? AND state = 'running'`,
  );
  const putBack = database.prepare(
    `UPDATE jobs SET state = 'waiting', attempts = attempts + 1, run_after = ?, last_error = ? WHERE id = ?`,
  );
  const postpone = database.prepare(
    `UPDATE jobs SET state = 'waiting', run_after = ?, last_error = ? WHERE id = ?`,
  );
  const bury = database.prepare(
    `UPDATE jobs SET state = 'dead', attempts = attempts + 1, last_error = ?, finished_at = ? WHERE id = ?`,
  );
  const release = database.prepare(`UPDATE jobs SET state = 'waiting' WHERE id = ? AND state = 'running'`);
  const releaseAll = database.prepare(`UPDATE jobs SET state = 'waiting' WHERE state = 'running'`);
  const nextAt = database
    .prepare<[], number | null>(
      `SELECT j.run_after FROM jobs j INDEXED BY jobs_due WHERE ${mayRun} ORDER BY j.run_after LIMIT 1`,
    )
    .pluck();
  const retry = database.prepare(
    `UPDATE jobs SET state = 'waiting', attempts = 0, run_after = ? WHERE user_id = ? AND state = 'dead'
       AND (id = ? OR kind IN (${stopping}) AND kind = (SELECT kind FROM jobs WHERE id = ? AND user_id = ?))`,
  );
  const retryStopped = database.prepare(
    `UPDATE jobs SET state = 'waiting', attempts = 0, run_after = ? WHERE state = 'dead' AND kind IN (${stopping})`,
  );
  const selectStopped = database.prepare<[UserId, StoppingKind, SessionId], StoppedRow>(
    `SELECT id, attempts, last_error FROM jobs WHERE user_id = ? AND kind = ? AND state = 'dead'
       AND (session_id = ? OR last_error ->> 'kind' <> 'context-overflow') ORDER BY finished_at DESC LIMIT 1`,
  );
  const prune = database.prepare(`DELETE FROM jobs WHERE state = 'done' AND finished_at < ?`);
  const list = database.prepare<[UserId], JobViewRow>(
    `SELECT j.id, j.kind, j.user_id, j.session_id, j.attempts, j.state, j.last_error, s.title, j.run_after, j.finished_at
     FROM jobs j LEFT JOIN sessions s ON s.id = j.session_id
     WHERE j.user_id = ?
     ORDER BY CASE j.state WHEN 'running' THEN 0 WHEN 'dead' THEN 1 WHEN 'waiting' THEN 2 ELSE 3 END,
       j.state = 'waiting' AND j.kind = '${lastKind}',
       CASE j.state WHEN 'waiting' THEN j.run_after ELSE -coalesce(j.finished_at, 0) END, j.created_at, j.id
     LIMIT 100`,
  );
  const selectOpen = database.prepare<[UserId, JobKind]>(
    `SELECT 1 FROM jobs WHERE user_id = ? AND kind = ? AND state IN ('waiting', 'running') LIMIT 1`,
  );
  const countOpen = database.prepare<[UserId], { readonly state: JobView['state']; readonly count: number }>(
    `SELECT state, count(*) AS count FROM jobs WHERE user_id = ? AND state <> 'done' GROUP BY state`,
  );
  const toView = (row: JobViewRow): ListedJob => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    lastError: row.last_error === null ? null : appErrorShapeSchema.parse(JSON.parse(row.last_error)).message,
    sessionTitle: row.title,
    sessionId: row.session_id,
    runAfter: row.run_after,
    finishedAt: row.finished_at,
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
      const row = claim.get(now) ?? claimLast.get(now);
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
    /** The same without counting a try. */
    postpone: (id: JobId, error: AppErrorShape, runAfter: number): void => {
      postpone.run(runAfter, JSON.stringify(error), id);
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
    retry: (userId: UserId, id: JobId, now: number): boolean =>
      retry.run(now, userId, id, id, userId).changes > 0,
    retryStopped: (now: number): void => {
      retryStopped.run(now);
    },
    /** The dead job for which a session's work of a kind stands still. */
    findStopped: (userId: UserId, sessionId: SessionId, kind: StoppingKind): StoppedWork | null => {
      const row = selectStopped.get(userId, kind, sessionId);
      if (row === undefined) return null;
      const error = row.last_error === null ? null : appErrorShapeSchema.parse(JSON.parse(row.last_error));
      return { jobId: row.id, message: error?.message ?? '', attempts: row.attempts };
    },
    /** Forgets finished jobs; their effects carry keys of their own. */
    prune: (finishedBefore: number): void => {
      prune.run(finishedBefore);
    },
    /** What runs, what failed, what waits in the order in which it will run, what was done last; 100 at most. */
    list: (userId: UserId): readonly ListedJob[] => list.all(userId).map(toView),
    /** Whether work of a kind waits or runs. */
    isOpen: (userId: UserId, kind: JobKind): boolean => selectOpen.get(userId, kind) !== undefined,
    countOpen: (userId: UserId): JobCounts => {
      const counts = new Map(countOpen.all(userId).map(({ state, count }) => [state, count]));
      const of = (state: JobView['state']): number => counts.get(state) ?? 0;
      return { running: of('running'), waiting: of('waiting'), dead: of('dead') };
    },
  };
}

/** See {@link createJobTable}. */
export type JobTable = ReturnType<typeof createJobTable>;
