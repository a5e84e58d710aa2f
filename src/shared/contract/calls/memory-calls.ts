import { z } from 'zod';
import { sessionIdSchema, turnIdSchema } from '../../model/ids';
import type { RecallReport } from '../../model/recall';
import type { TurnSnapshot } from '../../model/snapshot';
import type { Summary } from '../../model/summary';
import { defineCall } from '../define-call';
import { nothing, text, ofSession } from './common-inputs';

/** One unit of background work as the Health tab shows it. */
export interface JobView {
  readonly id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'running' | 'done' | 'dead';
  readonly attempts: number;
  readonly lastError: string | null;
  readonly sessionTitle: string | null;
  /** How far it is, where that is known; only of work that runs. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Milliseconds since 1970 before which it does not run. */
  readonly runAfter: number;
  /** Null while it waits or runs. */
  readonly finishedAt: number | null;
}

/** Units of background work that are not done. */
export interface JobCounts {
  readonly running: number;
  readonly waiting: number;
  /** Failed, and not tried again by themselves. */
  readonly dead: number;
}

/** What memory did and would do. */
export const memoryCalls = {
  /** The snapshot of one turn; with `turnId` null of the session's last turn; null when there is none yet. */
  'memory.snapshot': defineCall<TurnSnapshot | null>()(
    z.strictObject({ sessionId: sessionIdSchema, turnId: turnIdSchema.nullable() }),
  ),
  /** The recalls of the turns whose replies stand on one page of the thread, for the chips under them. */
  'memory.snapshots': defineCall<readonly TurnSnapshot[]>()(
    z.strictObject({ sessionId: sessionIdSchema, turnIds: z.array(turnIdSchema).max(500) }),
  ),
  'memory.tryRecall': defineCall<RecallReport>()(
    z.strictObject({ sessionId: sessionIdSchema, query: text.min(1) }),
  ),
  'memory.summaries': defineCall<readonly Summary[]>()(ofSession),
  'memory.jobs': defineCall<readonly JobView[]>()(nothing),
  /** Stops background work and lets it go on; the next start lets it go on anyway. */
  'memory.pauseJobs': defineCall<null>()(z.strictObject({ paused: z.boolean() })),
  'memory.jobsState': defineCall<{ readonly paused: boolean; readonly counts: JobCounts }>()(nothing),
  'memory.retryJob': defineCall<null>()(z.strictObject({ jobId: z.uuid() })),
} as const;
