/** The sound marks of Japanese: they make another letter (か → が), unlike accents. */
const VOICED = '\u3099\u309A';
/** Vowel signs of New Tai Lue and Vedic signs that once were marks, and still are to unicode61. */
const FORMER_MARKS = '\u19B0-\u19C9\u1CF2\u1CF3';
const MARKS = new RegExp(`(?![${VOICED}])\\p{M}|[${FORMER_MARKS}]`, 'gu');
const APOSTROPHES = /[’‘ʼ`´＇]/gu;

/** Letters that carry no separable mark but that people write without it too. */
const SPELLED_OUT: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['ς', 'σ'],
]);
const SPELLED_OUT_LETTERS = /[ßæœøłđıς]/gu;

/**
 * Makes spellings of one word equal: lower case, no accents or vowel marks, compatibility forms unified.
 *
 * At least as coarse as `unicode61 remove_diacritics 2`, so that what is equal here is equal to FTS5. Marks of
 * every script go, because unicode61 takes a mark for a separator and would cut the word there. The result
 * depends only on the characters of a word, never on those beyond a space.
 */
export function foldText(text: string): string {
  // Plain ASCII needs no normalisation and is most of what is written.
  // eslint-disable-next-line no-control-regex -- the range is ASCII
  if (/^[\u0000-\u007F]*$/.test(text)) return text.toLowerCase().replaceAll('`', "'");
  return text
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(SPELLED_OUT_LETTERS, (letter) => SPELLED_OUT.get(letter) ?? letter)
    .normalize('NFC');
}
