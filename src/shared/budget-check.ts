import { budgetLimits, leastContextTokens, type BudgetField, type BudgetFigures } from './budget-limits';

/** The parts that take their share of the window, in the order they are sent; the reply's reserve last. */
export const shareFields = [
  'systemTokens',
  'profileTokens',
  'summaryTokens',
  'pinnedTokens',
  'recalledTokens',
  'replyReserveTokens',
] as const satisfies readonly BudgetField[];

/** A figure that would put things right. */
export interface BudgetFix {
  readonly field: BudgetField;
  readonly value: number;
}

/** What is wrong with a budget: an error keeps it from being saved, a warning does not. */
export type BudgetProblem = { readonly field: BudgetField; readonly fixes: readonly BudgetFix[] } & (
  | { readonly kind: 'out-of-range'; readonly severity: 'error' }
  /** The shares leave too little for the question and the recent messages: their sum, and how much it is too much. */
  | {
      readonly kind: 'over-window';
      readonly severity: 'error';
      readonly sum: number;
      readonly excess: number;
    }
  | { readonly kind: 'unusual-trigger'; readonly severity: 'warning' }
);

/** Shares of the window within which summarising is usual (DESIGN 4). */
const usualTrigger = [0.3, 0.5] as const;
const fields = Object.keys(budgetLimits) as readonly BudgetField[];

/** All that is wrong with a budget, errors first, each with figures that put it right. */
export function checkBudgets(budgets: BudgetFigures): readonly BudgetProblem[] {
  return [...outOfRange(budgets), ...overWindow(budgets), ...unusualTrigger(budgets)];
}

/** Tokens left for the question and the recent messages once every part has taken its share. */
export function tokensLeft(budgets: BudgetFigures): number {
  return budgets.maxContextTokens - shareFields.reduce((sum, field) => sum + budgets[field], 0);
}

function outOfRange(budgets: BudgetFigures): readonly BudgetProblem[] {
  return fields.flatMap((field): readonly BudgetProblem[] => {
    const [least, most] = budgetLimits[field];
    const value = Math.min(most, Math.max(least, budgets[field]));
    if (value === budgets[field]) return [];
    return [{ kind: 'out-of-range', severity: 'error', field, fixes: [{ field, value }] }];
  });
}

function overWindow(budgets: BudgetFigures): readonly BudgetProblem[] {
  const excess = leastContextTokens - tokensLeft(budgets);
  if (excess <= 0) return [];
  const field = 'maxContextTokens';
  const larger = budgets[field] + excess;
  const [, most] = budgetLimits[field];
  const raise = larger <= most ? [{ field, value: larger } as const] : [];
  const able = shareFields.filter((share) => budgets[share] - excess >= budgetLimits[share][0]);
  const largest = able.toSorted((a, b) => budgets[b] - budgets[a])[0];
  const lower = largest === undefined ? [] : [{ field: largest, value: budgets[largest] - excess }];
  return [
    { kind: 'over-window', severity: 'error', field, sum: larger, excess, fixes: [...raise, ...lower] },
  ];
}

function unusualTrigger({ summaryTrigger }: BudgetFigures): readonly BudgetProblem[] {
  const [least, most] = usualTrigger;
  if (summaryTrigger >= least && summaryTrigger <= most) return [];
  const field = 'summaryTrigger';
  const value = summaryTrigger < least ? least : most;
  return [{ kind: 'unusual-trigger', severity: 'warning', field, fixes: [{ field, value }] }];
}
