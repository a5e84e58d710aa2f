import { expect, it } from 'vitest';
import { createLearnedWindows } from '../../src/main/wiring/learned-windows';
import { standardBudgets } from '../../src/shared/settings';

it('what an answer taught of a model’s window holds for its budgets and its summaries, and for no other model', () => {
  const windows = createLearnedWindows();
  expect(windows.windowOf('small')).toBe(Infinity);
  windows.onWindowLearned('small', 4_000);
  expect(windows.windowOf('small')).toBe(4_000);
  expect(windows.withinWindow(standardBudgets, 'small').maxContextTokens).toBe(4_000);
  expect(windows.withinWindow(standardBudgets, 'other')).toEqual(standardBudgets);
});
