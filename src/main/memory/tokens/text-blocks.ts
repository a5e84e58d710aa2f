import { characterBoundary } from './character-boundary';

/** Longest text given to the encoding's pattern at once, in UTF-16 units. */
const BLOCK_LENGTH = 65_536;

const letterThenSpace = /[\p{L}\p{N}](?= )/gu;
/** How far back from the limit a harmless cut is looked for. */
const LOOK_BACK = 512;

/**
 * Yields the text in blocks of at most 65,536 units, in order and without loss.
 *
 * The pattern's backtracking needs stack for each character of a run, and five million Chinese characters
 * overflow it. A cut between a letter or digit and a space never changes the tokens: both patterns end a piece
 * there. Where there is none near the limit, a cut between characters can add one token a block.
 */
export function* textBlocks(text: string): Generator<string, void, undefined> {
  let start = 0;
  while (text.length - start > BLOCK_LENGTH) {
    const end = cutBefore(text, start + BLOCK_LENGTH);
    yield text.slice(start, end);
    start = end;
  }
  yield start === 0 ? text : text.slice(start);
}

function cutBefore(text: string, limit: number): number {
  const from = characterBoundary(text, limit - LOOK_BACK);
  let last: number | null = null;
  for (const match of text.slice(from, limit).matchAll(letterThenSpace)) {
    last = from + match.index + match[0].length;
  }
  return last ?? characterBoundary(text, limit);
}
