import { longMemEvalCategories } from '../../src/main/importers/longmemeval-schema';
import { cutOffs, measure, percentile, type Measures } from './measures';
import type { LocomoRun } from './run-locomo';

/** Category 5 is adversarial: its questions have no answer, so they stay out of the headline. */
const adversarial = 5;
const nameWidth = 30;

const categoryNames: Readonly<Record<string, string>> = {
  '1': 'multi-hop',
  '2': 'temporal',
  '3': 'open-domain',
  '4': 'single-hop',
  '5': 'adversarial',
  ...Object.fromEntries(Object.entries(longMemEvalCategories).map(([name, number]) => [number, name])),
};

/** The result of a run as `--json` writes it; shares in percent, times in milliseconds. */
export interface LocomoReport extends Measures {
  readonly byCategory: Readonly<Record<string, Measures>>;
  readonly msPerQuery: { readonly p50: number; readonly p95: number };
  readonly msPerEmbedding: { readonly p50: number; readonly p95: number };
  readonly msPerTurn: number;
}

/** Sums up a run. */
export function reportOf(run: LocomoRun): LocomoReport {
  const categories = [...new Set(run.outcomes.map(({ category }) => category))].toSorted((a, b) => a - b);
  const ofCategory = (category: number): Measures =>
    measure(run.outcomes.filter((outcome) => outcome.category === category));
  const times = (values: readonly number[]) => ({
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
  });
  return {
    ...measure(run.outcomes.filter(({ category }) => category !== adversarial)),
    byCategory: Object.fromEntries(categories.map((category) => [String(category), ofCategory(category)])),
    msPerQuery: times(run.queryMs),
    msPerEmbedding: times(run.embedMs),
    msPerTurn: Math.round(run.msPerTurn * 100) / 100,
  };
}

/** The result as a table for people. */
export function tableOf(report: LocomoReport): string {
  const row = (name: string, values: Measures): string =>
    [
      name.padEnd(nameWidth),
      String(values.questions).padStart(9),
      ...cutOffs.map((k) => values.recall[`${k}`].toFixed(1).padStart(6)),
      ...cutOffs.map((k) => values.hit[`${k}`].toFixed(1).padStart(6)),
      values.mrr.toFixed(1).padStart(6),
    ].join(' ');
  const heads = [
    '',
    'questions',
    ...cutOffs.map((k) => `R@${String(k)}`),
    ...cutOffs.map((k) => `H@${String(k)}`),
    'MRR',
  ];
  const head = heads
    .map((text, index) => (index === 0 ? text.padEnd(nameWidth) : text.padStart(index === 1 ? 9 : 6)))
    .join(' ');
  const { msPerQuery, msPerEmbedding, msPerTurn } = report;
  return [
    head,
    row('all but 5', report),
    ...Object.entries(report.byCategory).map(([key, values]) =>
      row(`${key} ${categoryNames[key] ?? ''}`, values),
    ),
    '',
    `recall a query, without its embedding: p50 ${String(msPerQuery.p50)} ms, p95 ${String(msPerQuery.p95)} ms`,
    `embedding a query: p50 ${String(msPerEmbedding.p50)} ms, p95 ${String(msPerEmbedding.p95)} ms`,
    `import and indexing: ${String(msPerTurn)} ms a turn`,
  ].join('\n');
}
