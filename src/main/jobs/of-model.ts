import { AppError } from '../../shared/errors';

/**
 * Does what needs a model. A model that its server does not know is a `bad-response` here: the runner takes
 * `not-found` for a chat that was deleted, and would count the job as done.
 */
export async function ofModel<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not-found') throw error;
    throw new AppError('bad-response', error.message, { cause: error });
  }
}
