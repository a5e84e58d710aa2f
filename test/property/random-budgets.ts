import fc from 'fast-check';
import type { ContextSettings } from '../../src/main/memory/ports/recall';
import { budgetsSchema, type Budgets } from '../../src/shared/settings';
import { allStrategies } from '../fakes/test-settings';

/** Budgets a user may set, from the smallest to generous ones. */
export const randomBudgets: fc.Arbitrary<Budgets> = fc
  .record({
    maxContextTokens: fc.oneof(
      fc.integer({ min: 1_000, max: 3_000 }),
      fc.integer({ min: 3_000, max: 20_000 }),
    ),
    reserveShare: fc.double({ min: 0, max: 1, noNaN: true }),
    systemTokens: fc.integer({ min: 0, max: 1_500 }),
    profileTokens: fc.integer({ min: 0, max: 500 }),
    summaryTokens: fc.integer({ min: 50, max: 1_200 }),
    pinnedTokens: fc.integer({ min: 0, max: 500 }),
    recalledTokens: fc.integer({ min: 0, max: 3_000 }),
    bufferMessageLimit: fc.integer({ min: 2, max: 30 }),
    summaryTrigger: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    retrievalTopK: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ reserveShare, ...budgets }) => {
    const widest = budgets.maxContextTokens - 256;
    const replyReserveTokens = 64 + Math.floor((widest - 64) * reserveShare ** 2);
    return budgetsSchema.parse({ ...budgets, replyReserveTokens });
  });

/** System prompts: the program's own, one of a line, one over any share. */
export const randomPrompt: fc.Arbitrary<string> = fc.constantFrom(
  '',
  'Answer in short sentences.',
  'Be kind. '.repeat(400),
);

/** Settings of one turn under any strategy; the model's encoding is exact, so that counts can be compared. */
export const randomSettings: fc.Arbitrary<ContextSettings> = fc.record({
  budgets: randomBudgets,
  strategy: fc.constantFrom(...allStrategies),
  model: fc.constant('gpt-4o'),
});
