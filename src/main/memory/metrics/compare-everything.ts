import type { Comparison, ModelCost, TurnTokens } from '../../../shared/model/health';
import { findPrice, microcentsOf, type ModelPrice } from '../../../shared/model-prices';

type SentTurn = Pick<TurnTokens, 'model' | 'estimated' | 'everything'>;

/**
 * What some turns sent, with the background work of their time, against the same turns had each been sent with its
 * whole path. Both sides by Engram's own count, so that they compare; a local model's turns cost nothing.
 */
export function compareWithEverything(
  turns: readonly SentTurn[],
  background: readonly Pick<ModelCost, 'promptTokens' | 'completionTokens' | 'microcents'>[],
  prices: { readonly own: readonly ModelPrice[]; readonly isFree: (model: string) => boolean },
): Comparison {
  const priced = turns.map((turn) => ({ turn, price: promptPrice(turn.model, prices) }));
  const costOf = (count: (turn: SentTurn) => number): number | null =>
    sumKnown(
      priced.map(({ turn, price }) =>
        price === null
          ? null
          : microcentsOf({ prompt: price, completion: 0 }, { prompt: count(turn), completion: 0 }),
      ),
    );
  const backgroundTokens = sum(background.map((each) => each.promptTokens + each.completionTokens));
  const engram = costOf((turn) => turn.estimated);
  const backgroundCost = sumKnown(background.map(({ microcents }) => microcents));
  const known = new Set(priced.map(({ price }) => price));
  return {
    turns: turns.length,
    everythingTokens: sum(turns.map(({ everything }) => everything)),
    engramTokens: sum(turns.map(({ estimated }) => estimated)) + backgroundTokens,
    backgroundTokens,
    everythingMicrocents: costOf((turn) => turn.everything),
    engramMicrocents: engram === null || backgroundCost === null ? null : engram + backgroundCost,
    promptPrice: known.size === 1 ? ([...known][0] ?? null) : null,
  };
}

function promptPrice(
  model: string,
  { own, isFree }: { readonly own: readonly ModelPrice[]; readonly isFree: (model: string) => boolean },
): number | null {
  return isFree(model) ? 0 : (findPrice(model, own)?.prompt ?? null);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A sum that is not known where one of its parts is not. */
function sumKnown(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );
}
