import { AppError } from '../../shared/errors';
import type { RecallReport } from '../../shared/model/recall';
import type { SecondLook } from '../../shared/model/second-look';
import type { ContextSettings } from '../memory/ports/recall';
import { entityQueries } from '../memory/second-look/entity-queries';
import { searchAgain } from '../memory/second-look/merge-looks';
import { bufferLimits } from '../memory/path/plan-path';
import type { BegunTurn } from './begun-turn';
import type { TurnPorts } from './turn-ports';

/** Why a second look is taken, and what there was of an answer. */
export type LookCause = Pick<SecondLook, 'reason' | 'sentence' | 'firstReplyId' | 'firstTokens'>;

/**
 * Recalls a second time, keyword-first on the question's dates, names and numbers, and gives back the first recall with
 * what is new in it. Null where there is nothing to look with: the strategy does not recall, or recall fails again.
 */
export async function takeSecondLook(
  { engine, logger }: Pick<TurnPorts, 'engine' | 'logger'>,
  { session, message }: Pick<BegunTurn, 'session' | 'message'>,
  { settings, recall, cause }: { settings: ContextSettings; recall: RecallReport; cause: LookCause },
): Promise<RecallReport | null> {
  if (!bufferLimits(settings.strategy, settings.budgets).recalls) return null;
  const queries = entityQueries(message.content);
  const about = {
    userId: session.userId,
    sessionId: session.id,
    userMessageId: message.id,
    settings,
  };
  const queryVector = { kind: 'none', reason: null } as const;
  try {
    const { report, found } = await searchAgain(recall, queries, (query) =>
      engine.recall({ ...about, query, queryVector }),
    );
    return { ...report, secondLook: { ...cause, queries, found } };
  } catch (error) {
    // The first answer stands: a second look only ever adds.
    if (!(error instanceof AppError)) {
      logger.error('second look failed', { stack: error instanceof Error ? (error.stack ?? '') : '' });
    }
    return null;
  }
}
