import { clampToWindow } from '../chat/fit-window';
import type { Base } from './base';

/** What was learned of models' windows since the start, in tokens. */
export interface LearnedWindows {
  /** Infinite where not known. */
  readonly windowOf: (model: string) => number;
  readonly onWindowLearned: (model: string, windowTokens: number) => void;
  readonly withinWindow: Base['withinWindow'];
}

/** Keeps it. */
export function createLearnedWindows(): LearnedWindows {
  const windows = new Map<string, number>();
  const windowOf = (model: string): number => windows.get(model) ?? Infinity;
  return {
    windowOf,
    onWindowLearned: (model, windowTokens) => {
      windows.set(model, windowTokens);
    },
    withinWindow: (budgets, model) => clampToWindow(budgets, windowOf(model)),
  };
}
