import type { TokenCounter } from './token-counter';

const LATIN_COST = 0.25;
const OTHER_COST = 1;

/**
 * Tokens without tables, for cutting texts: a quarter for each character of basic Latin, one for each other.
 *
 * Within a third of o200k_base on English, high elsewhere, as a limit wants it.
 */
export const approximateCounter: Pick<TokenCounter, 'count' | 'truncate'> = {
  count: (text) => Math.ceil(readUpTo(text, Infinity).cost),
  truncate: (text, maxTokens) => text.slice(0, readUpTo(text, maxTokens).length),
};

function readUpTo(text: string, maxTokens: number): { readonly cost: number; readonly length: number } {
  let cost = 0;
  let length = 0;
  for (const character of text) {
    const next = cost + (character < '\u0250' ? LATIN_COST : OTHER_COST);
    if (next > maxTokens) break;
    cost = next;
    length += character.length;
  }
  return { cost, length };
}
