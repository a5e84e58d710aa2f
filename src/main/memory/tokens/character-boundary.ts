import { once } from '../../../shared/once';

/** Longest character looked for, in UTF-16 units; longer piles of combining marks are cut between code points. */
const REACH = 32;

const segmenter = once(() => new Intl.Segmenter('und', { granularity: 'grapheme' }));

/**
 * The last index at or before `index` that lies between two characters as a reader sees them.
 *
 * A surrogate pair is never split. An emoji sequence or a letter with its marks is kept whole when it is at most
 * 32 units long.
 */
export function characterBoundary(text: string, index: number): number {
  if (index <= 0) return 0;
  if (index >= text.length) return text.length;
  if (isPlain(text.charCodeAt(index - 1)) && isPlain(text.charCodeAt(index))) return index;
  const from = codePointBoundary(text, Math.max(0, index - REACH));
  const around = text.slice(from, index + 2);
  const start =
    segmenter()
      .segment(around)
      .containing(index - from)?.index ?? 0;
  const boundary = from + start;
  return start > 0 || from === 0 ? boundary : codePointBoundary(text, index);
}

/** ASCII apart from the carriage return, which belongs with the line feed after it. */
function isPlain(unit: number): boolean {
  return unit < 0x80 && unit !== 0x0d;
}

function codePointBoundary(text: string, index: number): number {
  const isPairSplit = isHighSurrogate(text.charCodeAt(index - 1)) && isLowSurrogate(text.charCodeAt(index));
  return isPairSplit ? index - 1 : index;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
