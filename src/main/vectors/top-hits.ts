import type { VectorHit } from './vector-hit';

/** The best hits seen so far. */
export interface TopHits {
  /** How many are kept. */
  readonly limit: number;
  /** What scores below this is not among the best, and need not be offered; what scores as much may be, by its key. */
  readonly floor: number;
  /** Offers a hit, in numbers: a scan offers thousands, of which a thousand become objects at its end. */
  offer(score: number, key: number, seq: number, start: number): void;
  /** Best first, equal scores by rising key. */
  hits(): readonly VectorHit[];
}

/** Keeps the `k` best of all hits offered, whatever their order. */
export function createTopHits(k: number): TopHits {
  // Twice as many are let in before all but the best are dropped, so that it is seldom done.
  const room = 2 * k;
  const found = createHitColumns(room);
  const scratch = new Float64Array(room);
  let count = 0;
  let floor = k > 0 ? -Infinity : Infinity;
  const sift = (): void => {
    if (count < k || k === 0) return;
    scratch.set(found.scores.subarray(0, count));
    const lowest = selectFrom(scratch.subarray(0, count), count - k);
    const equal: VectorHit[] = [];
    let above = 0;
    for (let place = 0; place < count; place += 1) {
      const score = found.scores[place] as number;
      if (score === lowest) equal.push(found.at(place));
      if (score <= lowest) continue;
      found.move(place, above);
      above += 1;
    }
    equal.sort((left, right) => left.key - right.key);
    equal.slice(0, k - above).forEach(({ score, key, seq, start }, place) => {
      found.put(above + place, score, key, seq, start);
    });
    count = k;
    floor = lowest;
  };
  return {
    limit: k,
    get floor() {
      return floor;
    },
    offer: (score, key, seq, start) => {
      if (score < floor) return;
      found.put(count, score, key, seq, start);
      count += 1;
      if (count === room) sift();
    },
    hits: () => {
      sift();
      return Array.from({ length: count }, (_, place) => found.at(place)).sort(
        (left, right) => right.score - left.score || left.key - right.key,
      );
    },
  };
}

/** Room for hits in numbers. */
function createHitColumns(room: number) {
  const scores = new Float64Array(room);
  const keys = new Float64Array(room);
  const seqs = new Float64Array(room);
  const starts = new Float64Array(room);
  const put = (place: number, score: number, key: number, seq: number, start: number): void => {
    scores[place] = score;
    keys[place] = key;
    seqs[place] = seq;
    starts[place] = start;
  };
  return {
    scores,
    put,
    move: (from: number, to: number): void => {
      put(to, scores[from] as number, keys[from] as number, seqs[from] as number, starts[from] as number);
    },
    at: (place: number): VectorHit => ({
      key: keys[place] as number,
      seq: seqs[place] as number,
      start: starts[place] as number,
      score: scores[place] as number,
    }),
  };
}

/** The number that would stand at a place if they were sorted, lowest first; moves them about. Hoare's selection. */
function selectFrom(numbers: Float64Array, place: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const pivot = numbers[(low + high) >> 1] as number;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((numbers[left] as number) < pivot) left += 1;
      while ((numbers[right] as number) > pivot) right -= 1;
      if (left > right) break;
      const held = numbers[left] as number;
      numbers[left] = numbers[right] as number;
      numbers[right] = held;
      left += 1;
      right -= 1;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return numbers[place] as number;
}
