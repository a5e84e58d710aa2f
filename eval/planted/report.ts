import { z } from 'zod';
import { strategySchema } from '../../src/shared/model/session';
import { tierNames } from '../../src/shared/tiers';
import type { Asked, PlantedRun } from './run-planted';

const share = z.number().min(0).max(1);
const resultSchema = z.object({
  strategy: strategySchema,
  tier: z.enum(tierNames),
  embedder: z.string(),
  turn: z.int(),
  kind: z.enum(['literal', 'paraphrased', 'all']),
  inContext: share,
  inSummary: share,
  lost: share,
  tokensPerTurn: z.number(),
});

/** What `--json` writes; shares 0–1. */
export const reportSchema = z.object({
  seed: z.int(),
  results: z.array(resultSchema),
  /** Share of quoted facts with several values whose newest is quoted first. */
  newestFirst: z.number().nullable(),
  /** Tokens of sending the whole conversation, by turn. */
  everything: z.record(z.string(), z.number()),
});
/** See {@link reportSchema}. */
export type PlantedReport = Readonly<z.infer<typeof reportSchema>>;
/** One row of the report. */
export type PlantedResult = Readonly<z.infer<typeof resultSchema>>;

/** Adds up what was asked, for each strategy, tier, embedder and turn: by kind, and all together. */
export function reportOf(run: PlantedRun, seed: number): PlantedReport {
  const groups = new Map<string, Asked[]>();
  for (const one of run.asked) {
    for (const kind of [one.kind, 'all']) {
      const key = JSON.stringify([one.strategy, one.tier, one.embedder, one.turn, kind]);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  const ordered = run.asked.flatMap(({ newestFirst }) => (newestFirst === null ? [] : [newestFirst]));
  return {
    seed,
    results: [...groups].map(([key, asked]) => {
      const [strategy, tier, embedder, turn, kind] = JSON.parse(key) as unknown[];
      return resultSchema.parse({ strategy, tier, embedder, turn, kind, ...sharesOf(asked) });
    }),
    newestFirst: ordered.length === 0 ? null : ordered.filter(Boolean).length / ordered.length,
    everything: Object.fromEntries([...run.everything].map(([turn, tokens]) => [String(turn), tokens])),
  };
}

function sharesOf(
  asked: readonly Asked[],
): Pick<PlantedResult, 'inContext' | 'inSummary' | 'lost' | 'tokensPerTurn'> {
  const of = (outcome: Asked['outcome']): number =>
    asked.filter((one) => one.outcome === outcome).length / asked.length;
  const tokens = asked.reduce((sum, one) => sum + one.tokens, 0) / asked.length;
  return {
    inContext: of('inContext'),
    inSummary: of('inSummary'),
    lost: of('lost'),
    tokensPerTurn: Math.round(tokens),
  };
}

/** Dollars for a million tokens in, of a small hosted model: only to make tokens imaginable. */
const dollarsPerMillion = 0.15;

/** The figures as a table, turn by turn. */
export function tableOf(report: PlantedReport): string {
  const head = `${'strategy'.padEnd(15)}${'tier'.padEnd(10)}${'embedder'.padEnd(10)}${'kind'.padEnd(12)}  context summary    lost  tokens a turn, and against everything`;
  const turns = [...new Set(report.results.map(({ turn }) => turn))];
  const parts = turns.map((turn) => {
    const everything = report.everything[String(turn)] ?? 0;
    const rows = report.results.filter((row) => row.turn === turn).map((row) => line(row, everything));
    return [`after turn ${String(turn)} (everything: ${String(everything)} tokens)`, head, ...rows].join(
      '\n',
    );
  });
  const newest = report.newestFirst === null ? '–' : report.newestFirst.toFixed(2);
  return [...parts, `newest value quoted before older ones: ${newest}`].join('\n\n');
}

function line(row: PlantedResult, everything: number): string {
  const { strategy, tier, embedder, kind, inContext, inSummary, lost, tokensPerTurn } = row;
  const shares = [inContext, inSummary, lost].map((value) => value.toFixed(3).padStart(8)).join('');
  const dollars = ((tokensPerTurn * dollarsPerMillion) / 1_000_000).toFixed(5);
  const against = everything === 0 ? '' : `${((100 * tokensPerTurn) / everything).toFixed(0)} %`;
  const cost = `${String(tokensPerTurn).padStart(7)} ${against.padStart(6)}  $${dollars}`;
  return `${strategy.padEnd(15)}${tier.padEnd(10)}${embedder.padEnd(10)}${kind.padEnd(12)}${shares}${cost}`;
}
