/** Messages a summary is held against. */
export const drawnMessages = 3;

/**
 * As many of the items as are wanted, in their order: the same for the same seed, each equally likely.
 *
 * @param seed Any whole number; the generator is mulberry32.
 */
export function drawMessages<Item>(items: readonly Item[], seed: number, count: number): readonly Item[] {
  const next = createRandom(seed);
  const open = [...items.keys()];
  const chosen: number[] = [];
  while (chosen.length < count && open.length > 0) {
    const [index] = open.splice(Math.floor(next() * open.length), 1);
    if (index !== undefined) chosen.push(index);
  }
  return chosen.toSorted((a, b) => a - b).flatMap((index) => items.slice(index, index + 1));
}

/** Numbers in [0, 1), the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
