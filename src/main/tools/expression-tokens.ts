import { AppError } from '../../shared/errors';

/** One piece of an expression. */
export type ExpressionToken =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: string };

const piece =
  /\s*(?:(?<number>(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)|(?<name>[a-z]\w*)|(?<sign>\*\*|[-+*/^%(),]))/iy;
const spellings: Readonly<Record<string, string>> = { '×': '*', '·': '*', '÷': '/', '−': '-', '–': '-' };

/** Cuts an expression into its pieces. Throws `bad-input` at anything else. */
export function readTokens(expression: string): readonly ExpressionToken[] {
  const text = expression.replaceAll(/[×·÷−–]/gu, (sign) => spellings[sign] ?? sign).trimEnd();
  const tokens: ExpressionToken[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex;
    const groups = piece.exec(text)?.groups;
    if (groups === undefined) {
      throw new AppError('bad-input', `“${text.slice(at, at + 10).trim()}” is not understood.`);
    }
    const { number, name, sign } = groups;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number.replaceAll('_', '')) });
    else if (name !== undefined) tokens.push({ kind: 'name', name: name.toLowerCase() });
    else tokens.push({ kind: 'sign', sign: sign === '**' ? '^' : (sign ?? '') });
  }
  return tokens;
}
