import { AppError } from '../../shared/errors';
import { readTokens, type ExpressionToken } from './expression-tokens';

type Calculation = (values: readonly number[]) => number;

const of = (calculate: (x: number) => number): Calculation => {
  return ([x = NaN]) => calculate(x);
};
const constants = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);
const functions = new Map<string, Calculation>([
  ['sqrt', of(Math.sqrt)],
  ['abs', of(Math.abs)],
  ['floor', of(Math.floor)],
  ['ceil', of(Math.ceil)],
  ['ln', of(Math.log)],
  ['log', of(Math.log10)],
  ['exp', of(Math.exp)],
  ['sin', of(Math.sin)],
  ['cos', of(Math.cos)],
  ['tan', of(Math.tan)],
  ['round', ([x = NaN, digits = 0]) => Number(x.toFixed(Math.min(15, Math.max(0, Math.trunc(digits)))))],
  ['min', (values) => Math.min(...values)],
  ['max', (values) => Math.max(...values)],
]);

/**
 * The value of an arithmetic expression, by recursive descent; nothing of it is ever run as code. From loose to tight:
 * `+ −`, `* / mod`, a leading sign, `^` (from the right), `%` after a number. Throws `bad-input`.
 */
export function evaluateExpression(expression: string): number {
  const reader = new ExpressionReader(readTokens(expression));
  const value = reader.sum();
  reader.expectEnd();
  return value;
}

class ExpressionReader {
  #next = 0;
  readonly #tokens: readonly ExpressionToken[];
  constructor(tokens: readonly ExpressionToken[]) {
    this.#tokens = tokens;
  }

  sum(): number {
    let value = this.#product();
    for (;;) {
      if (this.#take('+')) value += this.#product();
      else if (this.#take('-')) value -= this.#product();
      else return value;
    }
  }

  expectEnd(): void {
    const token = this.#tokens[this.#next];
    if (token !== undefined) throw unexpected(token);
  }

  #product(): number {
    let value = this.#signed();
    for (;;) {
      if (this.#take('*')) value *= this.#signed();
      else if (this.#take('/')) value /= this.#signed();
      else if (this.#takeName('mod')) value %= this.#signed();
      else return value;
    }
  }

  #signed(): number {
    if (this.#take('-')) return -this.#signed();
    if (this.#take('+')) return this.#signed();
    const base = this.#percent();
    return this.#take('^') ? base ** this.#signed() : base;
  }

  #percent(): number {
    let value = this.#primary();
    while (this.#take('%')) value /= 100;
    return value;
  }

  #primary(): number {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new AppError('bad-input', 'The expression ends too early.');
    this.#next += 1;
    if (token.kind === 'number') return token.value;
    if (token.kind === 'name') return this.#named(token.name);
    if (token.sign !== '(') throw unexpected(token);
    const value = this.sum();
    this.#expect(')');
    return value;
  }

  #named(name: string): number {
    const constant = constants.get(name);
    if (constant !== undefined) return constant;
    const calculate = functions.get(name);
    if (calculate === undefined) throw new AppError('bad-input', `“${name}” is not known.`);
    this.#expect('(');
    const values = [this.sum()];
    while (this.#take(',')) values.push(this.sum());
    this.#expect(')');
    return calculate(values);
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'sign' || token.sign !== sign) return false;
    this.#next += 1;
    return true;
  }

  #takeName(name: string): boolean {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'name' || token.name !== name) return false;
    this.#next += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw new AppError('bad-input', `“${sign}” is missing.`);
  }
}

function unexpected(token: ExpressionToken): AppError {
  const shown =
    token.kind === 'number' ? String(token.value) : token.kind === 'name' ? token.name : token.sign;
  return new AppError('bad-input', `“${shown}” stands where it has no meaning.`);
}
