const fence = /^ {0,3}(`{3,}|~{3,})/;
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const definition = /^ {0,3}\[[^\]]+\]:/m;

/**
 * Cuts markdown into blocks that can be drawn one by one: at blank lines outside of code fences, and not before what
 * may go on with a list (an item, an indented line). Joined they are the text; text added at its end changes the last
 * block only, or adds to them. A text with link definitions or footnotes stays whole, since they reach across blocks.
 */
export function splitBlocks(text: string): readonly string[] {
  if (text === '') return [];
  if (definition.test(text)) return [text];
  const blocks: string[] = [];
  let lines: string[] = [];
  let open: string | null = null;
  let isList = false;
  let wasBlank = false;
  for (const line of text.split(/(?<=\n)/)) {
    const isBlank = line.trim() === '';
    const startsAnew = wasBlank && !isBlank && open === null && !goesOn(line, isList);
    if (startsAnew && lines.length > 0) {
      blocks.push(lines.join(''));
      lines = [];
      isList = false;
    }
    if (lines.length === 0) isList = listItem.test(line);
    lines.push(line);
    open = fenceAfter(line, open);
    wasBlank = isBlank;
  }
  if (lines.length > 0) blocks.push(lines.join(''));
  return blocks;
}

/** Whether a line after a blank one may belong to the block before it. */
function goesOn(line: string, isList: boolean): boolean {
  return /^(?: {2,}|\t)/.test(line) || (isList && listItem.test(line));
}

/** The mark of the fence that is open after a line; null where none is. */
function fenceAfter(line: string, open: string | null): string | null {
  const mark = fence.exec(line)?.[1] ?? null;
  if (open === null) return mark;
  const closes = mark !== null && mark.startsWith(open) && line.trim() === mark;
  return closes ? null : open;
}
