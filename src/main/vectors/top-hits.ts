import type { VectorHit } from './vector-hit';

/** The best hits seen so far. */
export interface TopHits {
  /** How many are kept. */
  readonly limit: number;
  offer(key: number, score: number): void;
  /** Best first, equal scores by rising key. */
  hits(): readonly VectorHit[];
}

/** Keeps the `k` best of all hits offered, whatever their order. */
export function createTopHits(k: number): TopHits {
  const best: VectorHit[] = [];
  /** A score below this is not among the best; an equal one may be, by its key. */
  let floor = k > 0 ? -Infinity : Infinity;
  return {
    limit: k,
    offer(key, score) {
      if (score < floor) return;
      const hit = { key, score };
      let place = best.length;
      while (place > 0 && isBefore(hit, best[place - 1])) place -= 1;
      if (place >= k) return;
      best.splice(place, 0, hit);
      if (best.length > k) best.pop();
      if (best.length === k) floor = best[k - 1]?.score ?? floor;
    },
    hits: () => best,
  };
}

function isBefore(left: VectorHit, right: VectorHit | undefined): boolean {
  if (right === undefined) return true;
  return left.score === right.score ? left.key < right.key : left.score > right.score;
}
