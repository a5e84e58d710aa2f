import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';

/** What an aborted call throws. */
export function cancelledError(): AppError {
  return new AppError('cancelled', catalogue.embeddings.cancelled);
}
