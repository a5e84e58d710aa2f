import { describe, expect, it } from 'vitest';
import { checkBudgets } from '../../src/shared/budget-check';
import { budgetsSchema, defaultSettings } from '../../src/shared/settings';
import { tierNames, tierOf, tiers } from '../../src/shared/tiers';

describe('a tier', () => {
  it('is 4,000 tokens and the buffer, 8,000 and hybrid, or 16,000, hybrid and recall across chats', () => {
    const shapes = tierNames.map((name) => {
      const { budgets, strategy, recallScope } = tiers[name];
      return [name, budgets.maxContextTokens, strategy, recallScope];
    });
    expect(shapes).toEqual([
      ['free', 4_000, 'buffer', 'session'],
      ['standard', 8_000, 'hybrid', 'session'],
      ['pro', 16_000, 'hybrid', 'user'],
    ]);
  });

  it.each(tierNames)('%s has figures that can be saved, without a warning', (name) => {
    expect(budgetsSchema.safeParse(tiers[name].budgets).success).toBe(true);
    expect(checkBudgets(tiers[name].budgets)).toEqual([]);
  });

  it.each(tierNames)('%s is known again, and is one’s own once anything of it was edited', (name) => {
    const tier = tiers[name];
    expect(tierOf(tier)).toBe(name);
    expect(tierOf({ ...tier, budgets: { ...tier.budgets, summaryTokens: 350 } })).toBe('own');
    expect(tierOf({ ...tier, strategy: 'summary' })).toBe('own');
    expect(tierOf({ ...tier, recallScope: tier.recallScope === 'user' ? 'session' : 'user' })).toBe('own');
  });

  it('of a fresh installation is standard', () => {
    expect(tierOf(defaultSettings)).toBe('standard');
  });
});
