import { z } from 'zod';
import { AppError } from '../../shared/errors';
import { defineTool } from './define-tool';
import { evaluateExpression } from './evaluate-expression';

/** Works out an expression. */
export const calculateTool = defineTool({
  name: 'calculate',
  description:
    'Work out an arithmetic expression exactly. Knows + - * / ^ % (percent after a number), mod, parentheses, pi, e, sqrt, abs, round, floor, ceil, ln, log (base 10), exp, sin, cos, tan (radians), min, max.',
  input: z.object({
    expression: z.string().trim().min(1).max(500).describe('Such as (17.5 % * 240) + sqrt(2)'),
  }),
  hasEffect: false,
  repeatsMemory: false,
  run: ({ expression }) => {
    const value = evaluateExpression(expression);
    if (!Number.isFinite(value)) throw new AppError('bad-input', 'The result is not a finite number.');
    return `${expression} = ${String(Number(value.toPrecision(15)))}`;
  },
});
