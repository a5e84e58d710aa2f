import type { TurnSnapshot } from '../../../shared/model/snapshot';
import type { TokenCounters } from '../../memory/tokens/token-counters';
import type { SettingTable } from '../../storage/tables/setting-table';

/** Where a factor is in force, and where it is kept. */
interface FactorPlaces {
  readonly counters: TokenCounters;
  readonly tables: { readonly settings: SettingTable };
}

/**
 * Corrects what a token counts for in the model of a turn by what its server reported, and keeps it over a restart;
 * a model whose own encoding is known has nothing to learn. A temporary chat teaches the running program only.
 */
export function learnTokenFactor(
  { counters, tables }: FactorPlaces,
  {
    model,
    tokensEstimated,
    tokensReported,
  }: Pick<TurnSnapshot, 'model' | 'tokensEstimated' | 'tokensReported'>,
): void {
  if (tokensReported === null) return;
  const before = counters.factorOf(model);
  const usage = { estimated: tokensEstimated, reported: tokensReported.prompt };
  const after = counters.reportUsage(model, usage);
  if (after !== before) tables.settings.writeTokenFactor(model, after);
}
