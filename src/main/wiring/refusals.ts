import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { isLoopback } from '../../shared/loopback';
import type { Provider } from '../../shared/model/provider';
import type { SpendingView } from '../../shared/model/spending';
import type { Settings } from '../../shared/settings';
import type { ChatModel } from '../memory/ports/chat-model';
import type { Clock } from '../memory/ports/clock';
import type { Embedder } from '../memory/ports/embedder';
import { NotNowError } from '../memory/ports/not-now-error';

/** Why nothing is asked of a provider now: to the user who asks, for recall, and for work that can wait. */
export interface Refusal {
  readonly forAnswer: AppError;
  readonly forRecall: AppError;
  readonly forWork: AppError;
}

/** How long work is put off; whether it may go on is then looked at again, without a request. */
const againMs = 5 * 60_000;
const words = catalogue.costs;

/** Tells why a provider is not to be asked now; null where it may be, or where there is none. */
export type RefusalOf = (provider: Provider | null) => Refusal | null;

/** Makes the rule: nobody in offline mode, and past the month's cap nobody but servers on this computer. */
export function createRefusals(options: {
  readonly settings: () => Settings;
  readonly spending: () => SpendingView;
  readonly clock: Pick<Clock, 'now'>;
}): RefusalOf {
  return (provider) => {
    if (provider === null) return null;
    if (options.settings().offlineMode) return offlineRefusal(options.clock.now());
    const { state, capDollars } = options.spending();
    if (state !== 'reached' || capDollars === null || isLoopback(provider.baseUrl)) return null;
    return capRefusal(capDollars, options.clock.now());
  };
}

/** The month's cap is reached. */
function capRefusal(capDollars: number, now: number): Refusal {
  return {
    // To be tried again once the cap is raised.
    forAnswer: new AppError('quota', words.capReached(capDollars), { retryable: true }),
    forRecall: new AppError('quota', words.capKeyword(capDollars)),
    forWork: new NotNowError('quota', words.capPausesWork(capDollars), { until: now + againMs }),
  };
}

/** Offline mode is on. */
function offlineRefusal(now: number): Refusal {
  return {
    forAnswer: new AppError('network', catalogue.provider.offlineMode, { retryable: true }),
    forRecall: new AppError('network', words.offlineKeyword),
    forWork: new NotNowError('network', words.offlinePausesWork, { until: now + againMs }),
  };
}

/** A model that keeps its name and says why it is not asked. */
export function refusingModel(model: ChatModel, error: AppError): ChatModel {
  const refuse = { next: () => Promise.reject(error) };
  return { ...model, stream: () => ({ [Symbol.asyncIterator]: () => refuse }) };
}

/** An embedder that keeps the name of its vectors and asks nobody. */
export function refusingEmbedder(
  { model, dimension }: Pick<Embedder, 'model' | 'dimension'>,
  refusal: Refusal,
): Embedder {
  return {
    model,
    dimension,
    embedQuery: () => Promise.reject(refusal.forRecall),
    embedDocuments: (texts) => (texts.length === 0 ? Promise.resolve([]) : Promise.reject(refusal.forWork)),
  };
}
