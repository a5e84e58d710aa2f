import type { ContextSettings } from '../../src/main/memory/ports/recall';
import type { Strategy } from '../../src/shared/model/session';
import { standardBudgets, type Budgets } from '../../src/shared/settings';

/** Settings of a context: the standard tier, counted exactly, with what the test changes. */
export function testSettings(
  budgets: Partial<Budgets> = {},
  { strategy = 'hybrid', model = 'gpt-4o' }: Partial<Omit<ContextSettings, 'budgets'>> = {},
): ContextSettings {
  return { budgets: { ...standardBudgets, ...budgets }, strategy, model };
}

/** Every strategy. */
export const allStrategies: readonly Strategy[] = [
  'buffer',
  'sliding-window',
  'summary',
  'retrieval',
  'hybrid',
];
