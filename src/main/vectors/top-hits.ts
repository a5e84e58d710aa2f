import type { VectorHit } from './vector-hit';

/** The best hits seen so far. */
export interface TopHits {
  /** How many are kept. */
  readonly limit: number;
  /** What scores below this is not among the best, and need not be offered; what scores as much may be, by its key. */
  readonly floor: number;
  offer(hit: VectorHit): void;
  /** Best first, equal scores by rising key. */
  hits(): readonly VectorHit[];
}

/** Keeps the `k` best of all hits offered, whatever their order. */
export function createTopHits(k: number): TopHits {
  let found: VectorHit[] = [];
  let floor = k > 0 ? -Infinity : Infinity;
  /** Drops all but the best. Twice as many are let in before, so that sorting is seldom. */
  const sift = (): void => {
    if (found.length < k) return;
    // Numbers alone are sorted many times faster than hits.
    const scores = Float64Array.from(found, ({ score }) => score).sort();
    const lowest = scores[scores.length - k] ?? floor;
    const above = found.filter(({ score }) => score > lowest);
    const equal = found.filter(({ score }) => score === lowest).sort(bestFirst);
    found = [...above, ...equal.slice(0, k - above.length)];
    floor = lowest;
  };
  return {
    limit: k,
    get floor() {
      return floor;
    },
    offer(hit) {
      if (hit.score < floor) return;
      found.push(hit);
      if (found.length >= 2 * k) sift();
    },
    hits() {
      sift();
      return found.sort(bestFirst);
    },
  };
}

function bestFirst(left: VectorHit, right: VectorHit): number {
  return right.score - left.score || left.key - right.key;
}
