import { characterBoundary } from '../tokens/character-boundary';

/** Longest part of a file: about 900 tokens, of which the ranking reads all. UTF-16 units. */
const partCharacters = 3_500;
/** A better cut may give up this share of a part. */
const leastShare = 0.5;
/** Where a part likes to end, the best first: an empty line, a line's end, a sentence's, a word's. */
const ends = [/\n\s*\n/gu, /\n/gu, /[.!?…。！？]["')\]»”’]*\s/gu, /\s/gu];

/** Cuts a text into parts of at most 3,500 units, which joined are the text again, and never within a character. */
export function splitFile(text: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOfPart(text, start);
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

function endOfPart(text: string, start: number): number {
  if (text.length - start <= partCharacters) return text.length;
  const window = text.slice(start, start + partCharacters);
  const least = partCharacters * leastShare;
  for (const end of ends) {
    const found = lastEnd(window, end, least);
    if (found !== null) return start + found;
  }
  const boundary = characterBoundary(text, start + partCharacters);
  return boundary > start ? boundary : start + partCharacters;
}

function lastEnd(window: string, pattern: RegExp, least: number): number | null {
  let last: number | null = null;
  for (const match of window.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end >= least) last = end;
  }
  return last;
}
