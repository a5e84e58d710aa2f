import type { SessionId, UserId } from '../../shared/model/ids';
import type { ContextSettings } from '../memory/ports/recall';
import type { SummaryStore } from '../memory/ports/summary-store';
import type { JobHandler } from './job-handler';
import { writeSummary, type WriteOptions } from './write-summary';

/** What the job needs. */
export interface SummariseOptions extends WriteOptions {
  readonly store: SummaryStore & WriteOptions['store'];
  readonly settingsFor: (userId: UserId, sessionId: SessionId) => Promise<ContextSettings>;
}

/**
 * Folds the older half of what is due into one new version. The commit enqueues the judge of that version and then the
 * next fold, so that a chat that was imported whole is folded version by version, each on a judged one.
 */
export function createSummariseJob(options: SummariseOptions): JobHandler {
  return async ({ userId, sessionId }, signal) => {
    const settings = await options.settingsFor(userId, sessionId);
    const plan = await options.store.planSummary({ userId, sessionId, settings });
    if (plan !== null) await writeSummary(options, { userId, plan, settings, signal });
  };
}
