/** The cut-offs at which recall and hit are measured. */
export const cutOffs = [1, 5, 10, 20] as const;

/** One question's outcome: where each of its evidence turns was ranked, from 1; Infinity where it was not. */
export interface Outcome {
  readonly category: number;
  readonly ranks: readonly number[];
}

type AtCutOff = Readonly<Record<`${(typeof cutOffs)[number]}`, number>>;

/** Recall, hit and mean reciprocal rank over questions, in percent. */
export interface Measures {
  readonly questions: number;
  /** Mean share of a question's evidence among the first k. */
  readonly recall: AtCutOff;
  /** Share of questions with any evidence among the first k. */
  readonly hit: AtCutOff;
  /** Mean of 1 / rank of a question's first evidence. */
  readonly mrr: number;
}

function percent(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.round(mean * 1000) / 10;
}

function atEach(
  outcomes: readonly Outcome[],
  measure: (ranks: readonly number[], k: number) => number,
): AtCutOff {
  const at = (k: number): number => percent(outcomes.map(({ ranks }) => measure(ranks, k)));
  return { '1': at(1), '5': at(5), '10': at(10), '20': at(20) };
}

/** Measures a set of outcomes. */
export function measure(outcomes: readonly Outcome[]): Measures {
  const within = (ranks: readonly number[], k: number): number => ranks.filter((rank) => rank <= k).length;
  return {
    questions: outcomes.length,
    recall: atEach(outcomes, (ranks, k) => within(ranks, k) / ranks.length),
    hit: atEach(outcomes, (ranks, k) => (within(ranks, k) > 0 ? 1 : 0)),
    mrr: percent(outcomes.map(({ ranks }) => 1 / Math.min(...ranks))),
  };
}

/** The value below which a share of the values lies, by the nearest rank; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return Math.round(value * 100) / 100;
}
