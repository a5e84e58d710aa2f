import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { RecallReport } from '../../shared/model/recall';
import type { Engine } from '../memory/ports/engine';
import type { Logger } from '../../shared/logger';

/**
 * Step 3 of a turn. A turn never dies of recall: where it fails, buffer and summary go on, and the report says
 * why nothing was recalled.
 */
export async function recallOrDegrade(
  engine: Engine,
  input: Parameters<Engine['recall']>[0],
  logger: Logger,
): Promise<RecallReport> {
  try {
    return await engine.recall(input);
  } catch (error) {
    const reason = error instanceof AppError ? error.message : catalogue.main.turn.recallFailed;
    if (!(error instanceof AppError)) {
      logger.error('recall failed', { stack: error instanceof Error ? (error.stack ?? '') : '' });
    }
    const { retrievalTopK: topK, recalledTokens: tokenBudget } = input.settings.budgets;
    return {
      query: input.query,
      candidates: [],
      floor: 0,
      topK,
      tokenBudget,
      mode: 'keyword',
      degraded: reason,
    };
  }
}
