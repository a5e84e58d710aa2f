const ARABIC = /^\p{Script=Arabic}{3,32}$/u;
const TATWEEL = /\u0640/g;
/** Article and the particles that are written with it; the longest first. */
const PREFIXES = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال', 'و'];
/** Possessives and endings of number and gender, as `foldText` leaves them. */
const SUFFIXES = ['ها', 'هم', 'كم', 'نا', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي', 'ك'];
const SHORTEST = 3;

/** Whether a word is written in Arabic letters. */
export function isArabic(word: string): boolean {
  return ARABIC.test(word);
}

/**
 * A light stem of an Arabic word (after Larkey's light10): without article, particle and possessive, so that
 * "السيارة", "سيارة" and "سيارتي" meet. A ta marbuta, which turns into ta before a possessive, goes too.
 */
export function arabicStem(word: string): string {
  const spelled = word.replace(TATWEEL, '').replaceAll('ى', 'ي').replaceAll('ة', 'ه');
  const prefix = PREFIXES.find(
    (each) => spelled.startsWith(each) && spelled.length - each.length >= SHORTEST,
  );
  const bare = spelled.slice(prefix?.length ?? 0);
  const suffix = SUFFIXES.find((each) => bare.endsWith(each) && bare.length - each.length >= SHORTEST);
  if (suffix === undefined) return bare;
  const stem = bare.slice(0, -suffix.length);
  return stem.endsWith('ت') && stem.length > SHORTEST ? stem.slice(0, -1) : stem;
}
