import { isLoopback } from '../../../shared/loopback';
import type { ModelCost } from '../../../shared/model/health';
import { findPrice, microcentsOf } from '../../../shared/model-prices';
import type { Settings } from '../../../shared/settings';

/**
 * Whether a model ran on this computer. The account names no server: only a server of this computer answers for
 * nothing although no price of 0 stands for its model. Where that cannot be told it is not claimed.
 */
export function ranHere(
  {
    model,
    promptTokens: prompt,
    completionTokens: completion,
    microcents,
  }: Pick<ModelCost, 'model' | 'promptTokens' | 'completionTokens' | 'microcents'>,
  { modelPrices, providers }: Pick<Settings, 'modelPrices' | 'providers'>,
): boolean {
  if (microcents !== 0 || !providers.some(({ baseUrl }) => isLoopback(baseUrl))) return false;
  const price = findPrice(model, modelPrices);
  return price === null || microcentsOf(price, { prompt, completion }) > 0;
}
