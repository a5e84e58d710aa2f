/** Sentence ends and line breaks, with the spaces after them. */
const sentenceEnd = /(?:[.!?…]["')\]»”’]*\s+|[。！？]\s*|\n+)/gu;
const space = /\s+/gu;
/** A part's share of its limit that a better cut may give up. */
const LEAST_SHARE = 0.5;

/**
 * Where a part of a text ends that begins at `start` and of which `fitting` units fit: at the end of a sentence, else at
 * a space, else where it must. Always behind `start`.
 */
export function endOfPart(text: string, start: number, fitting: number): number {
  // A counter that lets not even one character through must not stop the cutting.
  if (fitting === 0) return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  if (start + fitting >= text.length) return text.length;
  const part = text.slice(start, start + fitting);
  const least = fitting * LEAST_SHARE;
  return start + (lastEnd(part, sentenceEnd, least) ?? lastEnd(part, space, least) ?? fitting);
}

function lastEnd(part: string, pattern: RegExp, least: number): number | null {
  let last: number | null = null;
  for (const match of part.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end >= least) last = end;
  }
  return last;
}
