/** A formula as remark reads it; a single dollar is money. */
const formula = /\$\$[\s\S]+?\$\$/;
/** Code, in which nothing is a formula; `\[…\]` and `\(…\)`, as models write them. */
const pieces = /(`+)[\s\S]*?\1|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)/g;

/** Whether a block holds formulas between double dollars. */
export function hasMath(block: string): boolean {
  return formula.test(block);
}

/** The block with every formula between double dollars, a displayed one on lines of its own. */
export function withMathMarks(block: string): string {
  return block.replace(pieces, (whole, _code: string | undefined, shown?: string, inLine?: string) => {
    if (shown !== undefined) return `\n$$\n${shown.trim()}\n$$\n`;
    return inLine === undefined ? whole : `$$${inLine.trim()}$$`;
  });
}
