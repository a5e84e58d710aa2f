import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { SessionId, UserId } from '../../shared/model/ids';
import type { FoldMode, Summary } from '../../shared/model/summary';
import type { SummariseOptions } from './summarise-job';
import { writeSummary } from './write-summary';

/** Folds at once, because the user asked for it. */
export type FoldNow = (
  input: { readonly userId: UserId; readonly sessionId: SessionId; readonly mode: FoldMode },
  signal: AbortSignal,
) => Promise<Summary>;

/**
 * Makes it. Errors: `bad-input` where there is nothing to fold, `conflict` where another version came in meanwhile,
 * and whatever the summariser throws.
 */
export function createFoldNow(options: SummariseOptions): FoldNow {
  return async ({ userId, sessionId, mode }, signal) => {
    const { errors } = catalogue.summaries;
    const settings = await options.settingsFor(userId, sessionId);
    const plan = await options.store.planSummary({ userId, sessionId, settings, mode });
    if (plan === null) throw new AppError('bad-input', errors.nothingToFold);
    const summary = await writeSummary(options, { userId, plan, settings, signal });
    if (summary === null) throw new AppError('conflict', errors.movedOn);
    return summary;
  };
}
