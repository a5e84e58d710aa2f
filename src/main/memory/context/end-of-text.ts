import { characterBoundary } from '../tokens/character-boundary';
import type { TokenCounter } from '../tokens/token-counter';

/** Characters by which the end that is kept may be shorter than the longest that fits. */
const slack = 16;

/** Where the longest end of `text` (to within a few characters) begins that counts at most `maxTokens`. */
export function startOfEnd(text: string, maxTokens: number, counter: TokenCounter): number {
  const fits = (start: number): boolean => counter.countUpTo(text.slice(start), maxTokens) <= maxTokens;
  if (maxTokens > 0 && fits(0)) return 0;
  let tooLong = 0;
  let fitting = text.length;
  while (fitting - tooLong > slack) {
    const middle = characterBoundary(text, Math.floor((tooLong + fitting) / 2));
    if (middle <= tooLong) break;
    if (fits(middle)) fitting = middle;
    else tooLong = middle;
  }
  return fitting;
}
