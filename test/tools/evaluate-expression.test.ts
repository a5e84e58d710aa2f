import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../../src/main/tools/evaluate-expression';
import { AppError } from '../../src/shared/errors';

describe('an expression', () => {
  it.each<[string, number]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-2 ^ 2', -4],
    ['2 ^ -1', 0.5],
    ['2 ^ 3 ^ 2', 512],
    ['2 ** 10', 1_024],
    ['17.5% * 240', 42],
    ['10 mod 4', 2],
    ['8 ÷ 4 × 3 − 1', 5],
    ['1_000_000 / 1e3', 1_000],
    ['.5 + 5.', 5.5],
    ['sqrt(16) + abs(-3)', 7],
    ['max(1, 2, 3) - min(4, 5)', -1],
    ['round(2.345, 1)', 2.3],
    ['ROUND(PI, 2)', 3.14],
    ['log(1000) + ln(e)', 4],
    ['--3', 3],
  ])('%s is %d', (expression, value) => {
    expect(evaluateExpression(expression)).toBeCloseTo(value, 10);
  });

  it.each([
    '',
    '1 +',
    '(1',
    '1)',
    '2 3',
    '10 % 3',
    'foo',
    'sqrt 4',
    'sqrt()',
    'a.b',
    '1;2',
    'process',
    '"1"',
    '1,2',
  ])('that makes no sense is refused: %j', (expression) => {
    expect(() => evaluateExpression(expression)).toThrow(AppError);
  });

  it('that is a sum of products has the value of that sum', () => {
    const product = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 8 }), (products) => {
        const text = products.map((factors) => factors.join(' * ')).join(' - ');
        const [first = 0, ...others] = products.map((factors) => factors.reduce((all, one) => all * one, 1));
        expect(evaluateExpression(text)).toBe(others.reduce((all, one) => all - one, first));
      }),
    );
  });

  it('that is anything at all gives a number or is refused', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        try {
          expect(evaluateExpression(text)).toBeTypeOf('number');
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});
