import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampToWindow, withinWindow } from '../../src/main/chat/fit-window';
import { budgetsSchema, standardBudgets } from '../../src/shared/settings';

describe('budgets for a smaller window', () => {
  it('stay as they are where the window is large enough', () => {
    expect(clampToWindow(standardBudgets, 8_000)).toBe(standardBudgets);
    expect(clampToWindow(standardBudgets, Infinity)).toBe(standardBudgets);
  });

  it('take the window the server named, and at most a quarter of it for the reply', () => {
    expect(withinWindow(standardBudgets, 6_500, 2_048)).toMatchObject({
      maxContextTokens: 2_048,
      replyReserveTokens: 512,
    });
  });

  it('take six tenths of what was sent where the server named none', () => {
    expect(withinWindow(standardBudgets, 4_000, null).maxContextTokens).toBe(3_000);
  });

  it('always leave room for a question, and never grow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 8_000 }), (window, sent) => {
        for (const budgets of [
          clampToWindow(standardBudgets, window),
          withinWindow(standardBudgets, sent, null),
        ]) {
          expect(budgets.maxContextTokens).toBeLessThanOrEqual(standardBudgets.maxContextTokens);
          expect(budgets.maxContextTokens - budgets.replyReserveTokens).toBeGreaterThanOrEqual(240);
          expect(budgetsSchema.shape.replyReserveTokens.safeParse(budgets.replyReserveTokens).success).toBe(
            true,
          );
        }
      }),
    );
  });
});
