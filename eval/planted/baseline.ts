import type { PlantedReport, PlantedResult } from './report';

/** Shares are sums of equal parts; this is rounding, and far below one question. */
const rounding = 1e-6;

/** What is compared of a row: what is sent of its facts word for word, and what reaches the model at all. */
const measures = {
  'in context': ({ inContext }: Shares): number => inContext,
  'in context or summary': ({ inContext, inSummary }: Shares): number => inContext + inSummary,
} as const;
type Shares = Pick<PlantedResult, 'inContext' | 'inSummary'>;
type Measure = keyof typeof measures;

/** One figure beside the same of a baseline. */
interface Compared {
  /** The row and what is measured of it, in words. */
  readonly name: string;
  /** Null where the baseline has no such row. */
  readonly before: number | null;
  /** Null where the run has no such row. */
  readonly now: number | null;
}

function nameOf(measure: Measure, { strategy, tier, embedder, turn, kind }: PlantedResult): string {
  return `${strategy}, ${tier}, ${embedder}, turn ${String(turn)}, ${kind}, ${measure}`;
}

function figuresOf(report: PlantedReport | null): ReadonlyMap<string, number> {
  const names = Object.keys(measures) as readonly Measure[];
  return new Map(
    (report?.results ?? []).flatMap((row) =>
      names.map((measure) => [nameOf(measure, row), measures[measure](row)] as const),
    ),
  );
}

function compare(baseline: PlantedReport | null, report: PlantedReport): readonly Compared[] {
  const [before, now] = [figuresOf(baseline), figuresOf(report)];
  return [...new Set([...before.keys(), ...now.keys()])].map((name) => ({
    name,
    before: before.get(name) ?? null,
    now: now.get(name) ?? null,
  }));
}

/** The figures of a baseline that a run does not reach, or does not have; each in a line. */
export function undercuts(baseline: PlantedReport, report: PlantedReport): readonly string[] {
  return compare(baseline, report)
    .filter(({ before, now }) => before !== null && (now ?? 0) < before - rounding)
    .map(lineOf);
}

/** Old and new of every figure that differs, as a commit that changes the baseline prints them. */
export function differences(before: PlantedReport | null, after: PlantedReport): readonly string[] {
  return compare(before, after)
    .filter(
      (each) => each.before === null || each.now === null || Math.abs(each.before - each.now) >= rounding,
    )
    .map(lineOf);
}

function lineOf({ name, before, now }: Compared): string {
  return `${name}: ${before === null ? 'new' : before.toFixed(3)} → ${now === null ? 'not measured' : now.toFixed(3)}`;
}
