import type { RecallReport } from '../../../shared/model/recall';

/** Whether nothing a recall found is above the floor: then memory looks again by itself where no model can say what it lacks. */
export function findsNothing({ candidates, floor }: RecallReport): boolean {
  return !candidates.some(({ verdict, score }) => verdict !== 'below-floor' && score >= floor);
}
