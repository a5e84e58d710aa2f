import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBudgets, shareFields, tokensLeft } from '../../src/shared/budget-check';
import {
  budgetLimits,
  standardFigures,
  type BudgetField,
  type BudgetFigures,
} from '../../src/shared/budget-limits';
import { budgetsSchema } from '../../src/shared/settings';

const kindsOf = (changes: Partial<BudgetFigures>) =>
  checkBudgets({ ...standardFigures, ...changes }).map(({ kind }) => kind);

describe('a budget', () => {
  it('of a fresh installation is right', () => {
    expect(checkBudgets(standardFigures)).toEqual([]);
    expect(tokensLeft(standardFigures)).toBe(3_500);
  });

  it('whose parts are over the window is an error with the sum, the excess and what would mend it', () => {
    const [problem] = checkBudgets({ ...standardFigures, replyReserveTokens: 4_500 });
    expect(problem).toEqual({
      kind: 'over-window',
      severity: 'error',
      field: 'maxContextTokens',
      sum: 8_256,
      excess: 256,
      fixes: [
        { field: 'maxContextTokens', value: 8_256 },
        { field: 'replyReserveTokens', value: 4_244 },
      ],
    });
  });

  it('warns of a trigger that is unusual, and lets it be saved', () => {
    for (const summaryTrigger of [0.29, 0.51]) {
      const [problem] = checkBudgets({ ...standardFigures, summaryTrigger });
      expect(problem).toMatchObject({ kind: 'unusual-trigger', severity: 'warning' });
    }
    expect(kindsOf({ summaryTrigger: 0.3 })).toEqual([]);
    expect(kindsOf({ summaryTrigger: 0.5 })).toEqual([]);
  });

  it.each(Object.entries(budgetLimits))('holds %s to its limits', (name, [least, most]) => {
    const field = name as BudgetField;
    expect(kindsOf({ [field]: least - 1 })).toContain('out-of-range');
    expect(kindsOf({ [field]: most + 1 })).toContain('out-of-range');
    expect(kindsOf({ [field]: least })).not.toContain('out-of-range');
  });

  it('is right once the first fix of every error has been made, and then fits the schema', () => {
    const figures = fc.record(
      Object.fromEntries(
        Object.entries(budgetLimits).map(([field, [least, most]]) => [
          field,
          field === 'summaryTrigger'
            ? fc.double({ min: 0, max: 1, noNaN: true })
            : fc.integer({ min: least - 9, max: Math.min(most, 20_000) }),
        ]),
      ),
    );
    fc.assert(
      fc.property(figures, (values) => {
        let budgets = values as unknown as BudgetFigures;
        for (let round = 0; round < 3; round += 1) {
          for (const { severity, fixes } of checkBudgets(budgets)) {
            const [fix] = fixes;
            if (severity === 'error' && fix !== undefined) budgets = { ...budgets, [fix.field]: fix.value };
          }
        }
        expect(checkBudgets(budgets).filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(budgetsSchema.safeParse(budgets).success).toBe(true);
      }),
    );
  });

  it('is made of shares that add up to the window', () => {
    const sum = shareFields.reduce(
      (total, field) => total + standardFigures[field],
      tokensLeft(standardFigures),
    );
    expect(sum).toBe(standardFigures.maxContextTokens);
  });
});
