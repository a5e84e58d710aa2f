/** Characters that mostly bind Chinese words together or ask for them. */
const CHINESE_FUNCTION =
  /[的了吗呢吧啊是在我你他她它们这那哪个什么怎谁几多和就不也都要会说到从给把被让很太]/u;
const HIRAGANA_ONLY = /^\p{Script=Hiragana}+$/u;
const HIRAGANA = /\p{Script=Hiragana}/u;

/** How much a pair counts that is mostly grammar; a pair of an ending and a character of a word; any word. */
const GRAMMAR = 0.2;
const MIXED = 0.5;
const WORD = 1;

/**
 * How much of a word a term of a query counts. Where a script has no spaces, terms are pairs of characters, and many
 * of them are no words but particles, endings and the seams between words.
 */
export function termWeight(term: string): number {
  if (HIRAGANA_ONLY.test(term)) return GRAMMAR;
  if (HIRAGANA.test(term)) return MIXED;
  return CHINESE_FUNCTION.test(term) ? GRAMMAR : WORD;
}
