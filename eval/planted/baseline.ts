import type { PlantedReport, PlantedResult } from './report';

/** Shares are sums of equal parts; this is rounding, and far below one question. */
const rounding = 1e-6;

/** One figure that fell. */
export interface Undercut {
  readonly row: PlantedResult;
  readonly before: number;
  readonly now: number;
}

/** What reaches the model of a row's facts. */
function keptShare({ inContext, inSummary }: Pick<PlantedResult, 'inContext' | 'inSummary'>): number {
  return inContext + inSummary;
}

function keyOf({ strategy, tier, embedder, turn, kind }: PlantedResult): string {
  return [strategy, tier, embedder, String(turn), kind].join(' ');
}

/** The rows of a baseline that a run does not reach, or does not have. */
export function undercuts(baseline: PlantedReport, report: PlantedReport): readonly Undercut[] {
  const now = new Map(report.results.map((row) => [keyOf(row), keptShare(row)]));
  return baseline.results.flatMap((row) => {
    const before = keptShare(row);
    const reached = now.get(keyOf(row)) ?? 0;
    return reached < before - rounding ? [{ row, before, now: reached }] : [];
  });
}

/** Old and new of every row that differs, as a commit that changes the baseline prints them. */
export function differences(before: PlantedReport | null, after: PlantedReport): readonly string[] {
  const old = new Map(before?.results.map((row) => [keyOf(row), keptShare(row)]) ?? []);
  return after.results.flatMap((row) => {
    const [was, is] = [old.get(keyOf(row)), keptShare(row)];
    if (was !== undefined && Math.abs(was - is) < rounding) return [];
    return [`${keyOf(row)}: ${was === undefined ? 'new' : was.toFixed(3)} → ${is.toFixed(3)}`];
  });
}
