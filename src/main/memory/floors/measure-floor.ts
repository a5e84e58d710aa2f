import { floorBins, floorBinWidth } from '../../../shared/model/floor';
import type { FloorProbe } from '../ports/floor-store';

/** Fewer say nothing. */
export const leastProbes = 20;
/**
 * The floor lies at this share of the median of what a query with no answer brings. On the development conversations
 * that is where the fitted floors lie: 0.6 of 0.9 with the bundled embedder, 0.4 of 0.54 by keyword.
 */
const shareOfMedian = 0.7;
/** A floor may move away from the fitted one by this factor at most: a log of few subjects must not close recall. */
const farthest = 1.5;

/** The floor that a user's own probes ask for; null where they are too few. In hundredths. */
export function measureFloor(probes: readonly FloorProbe[], builtIn: number): number | null {
  if (probes.length < leastProbes) return null;
  const sorted = probes.map(({ without }) => without).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const bounded = Math.min(builtIn * farthest, Math.max(builtIn / farthest, shareOfMedian * median));
  return Math.round(bounded * 100) / 100;
}

/** How many scores fall into each tenth; the last place holds all above. */
export function countByScore(scores: readonly number[]): readonly number[] {
  const counts = new Array<number>(floorBins).fill(0);
  for (const score of scores) {
    const at = Math.min(floorBins - 1, Math.max(0, Math.floor(score / floorBinWidth + 1e-9)));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
