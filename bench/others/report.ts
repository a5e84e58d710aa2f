import type { Measures } from '../../eval/locomo/measures';

/** What one process measured, in milliseconds. */
export interface Round {
  /** From the start of the process to its first answered question. */
  readonly firstAnswerMs: number;
  readonly searchMs: readonly number[];
  readonly addMs: readonly number[];
  /** Memory of the process after its questions. */
  readonly megabytes: number;
}

/** One system at one size. */
export interface AtSize {
  readonly size: number;
  /** Taking everything in; null where it failed. */
  readonly fillMs: number | null;
  readonly rounds: readonly Round[];
  /** Why there are no rounds. */
  readonly failure: string | null;
}

/** All that was measured. */
export interface Comparison {
  readonly machine: string;
  readonly sizes: readonly number[];
  readonly systems: {
    readonly name: string;
    readonly at: AtSize[];
    /** Null where it was not asked for; a text where it failed. */
    locomo: Measures | string | null;
  }[];
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function shown(value: number): string {
  return value < 10
    ? value.toFixed(1)
    : value < 10_000
      ? value.toFixed(0)
      : `${(value / 1_000).toFixed(0)} s`;
}

/** Both percentiles of values; a dash where there are none. */
function spread(values: readonly number[]): string {
  return values.length === 0 ? '–' : `${shown(percentile(values, 0.5))} / ${shown(percentile(values, 0.95))}`;
}

function median(values: readonly number[]): string {
  return values.length === 0 ? '–' : shown(percentile(values, 0.5));
}

const figures: readonly (readonly [string, (at: AtSize) => string])[] = [
  [
    'add one message with its vector, on disk when it returns, ms',
    (at) => spread(at.rounds.flatMap(({ addMs }) => addMs)),
  ],
  ['search with the vector given, ms', (at) => spread(at.rounds.flatMap(({ searchMs }) => searchMs))],
  [
    'process start to first answered search, ms',
    (at) => median(at.rounds.map(({ firstAnswerMs }) => firstAnswerMs)),
  ],
  ['memory of the process, MB', (at) => median(at.rounds.map(({ megabytes }) => megabytes))],
  ['taking everything in, ms', (at) => (at.fillMs === null ? '–' : shown(at.fillMs))],
];

/** The comparison as tables of Markdown. */
export function asTables({ machine, sizes, systems }: Comparison): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const table = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
    `\n**${title}**\n\n${row(heads)}${row(heads.map(() => '---'))}${rows.map(row).join('')}`;
  const byFigure = figures.map(([title, figure]) =>
    table(
      title,
      ['p50 / p95', ...sizes.map(String)],
      systems.map(({ name, at }) => [name, ...at.map(figure)]),
    ),
  );
  const recall = systems.flatMap(({ name, locomo }) => {
    if (locomo === null) return [];
    if (typeof locomo === 'string') return [[name, locomo, '', '', '']];
    const { recall: found, mrr } = locomo;
    return [[name, ...([5, 10, 20] as const).map((k) => found[`${k}`].toFixed(1)), mrr.toFixed(1)]];
  });
  const failures = systems.flatMap(({ name, at }) =>
    at.flatMap(({ size, failure }) => (failure === null ? [] : [`- ${name}, ${String(size)}: ${failure}\n`])),
  );
  return [
    `${machine}\n`,
    ...byFigure,
    recall.length === 0 ? '' : table('LoCoMo, recall in percent', ['', '@5', '@10', '@20', 'MRR'], recall),
    failures.length === 0 ? '' : `\nNot run:\n\n${failures.join('')}`,
  ].join('');
}
