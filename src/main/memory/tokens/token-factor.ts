/** What a token of o200k_base counts for in a model whose own encoding is unknown, until usage is reported. */
export const FIRST_FACTOR = 1.2;

const LOWEST = 0.7;
const HIGHEST = 4;
/** Below this the per-message overhead outweighs the text. */
const FEWEST_TOKENS = 100;
/** How much of the way down one report leads. */
const STEP_DOWN = 0.1;

/** Whether a number can be a factor at all; what was stored may be damaged. */
export function isFactor(value: number): boolean {
  return value >= LOWEST && value <= HIGHEST;
}

/** One request's prompt, as counted with the factor in force and as the server reported it. */
export interface ReportedUsage {
  readonly estimated: number;
  readonly reported: number;
}

/**
 * The factor after one more report: `factor × reported / estimated`, kept between 0.7 and 4.
 *
 * An underestimate breaks the budget's wall, so it is corrected at once; an overestimate only wastes a little, so
 * the factor sinks by a tenth of the difference a report. Reports of under 100 tokens, or without sense, change
 * nothing.
 */
export function correctedFactor(factor: number, { estimated, reported }: ReportedUsage): number {
  if (!Number.isFinite(estimated) || !Number.isFinite(reported)) return factor;
  if (estimated < FEWEST_TOKENS || reported <= 0) return factor;
  const observed = Math.min(HIGHEST, Math.max(LOWEST, (factor * reported) / estimated));
  return observed >= factor ? observed : factor + STEP_DOWN * (observed - factor);
}
