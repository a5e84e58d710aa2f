import type { Verdict } from '../../shared/model/recall';

/** The verdicts in the order they are counted. */
export const verdictOrder: readonly Verdict[] = [
  'kept',
  'in-buffer',
  'pinned',
  'over-budget',
  'below-floor',
  'duplicate',
];

/** The tag's colour of each verdict; the word stands in it, so the colour says nothing new. */
export const verdictTones = {
  kept: 'good',
  'in-buffer': 'info',
  pinned: 'info',
  'over-budget': 'warning',
  'below-floor': 'quiet',
  duplicate: 'quiet',
} as const satisfies Record<Verdict, string>;
