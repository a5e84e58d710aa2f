import fc from 'fast-check';

const words =
  'river bridge market winter garden letter Nadia Tomas Berlin Porto 1987 42 the a of and went bought green quiet music train coffee mountain question answer maybe tomorrow yesterday'.split(
    ' ',
  );

/** Texts of plain words, of `min` to `max` of them. */
export function randomText(min: number, max: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min, max }), fc.integer({ min: 0, max: 1_000_000 }))
    .map(([count, seed]) => manyWords(count, seed));
}

/** As many words, the same for the same seed. */
export function manyWords(count: number, seed = 1): string {
  let state = seed + 1;
  const chosen: string[] = [];
  for (let index = 0; index < count; index += 1) {
    // A linear congruence: cheap, and the same everywhere.
    state = (state * 48_271) % 2_147_483_647;
    chosen.push(words[state % words.length] ?? '');
  }
  return chosen.join(' ');
}

/** A word that stands in no other text. */
export function distinctWord(index: number): string {
  const letters = Array.from(index.toString(26), (digit) =>
    String.fromCharCode(97 + Number.parseInt(digit, 26)),
  );
  return `zq${letters.join('')}kx`;
}
