import { z } from 'zod';
import { strategySchema } from '../../src/shared/model/session';
import { tierNames } from '../../src/shared/tiers';
import { places, type JudgedAnswer } from './answers';
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

const answerSchema = z.object({
  place: z.enum(places),
  tier: z.enum(tierNames),
  turn: z.int(),
  kind: z.enum(['literal', 'paraphrased', 'all']),
  /** Share of the answers that the judge called right. */
  right: share,
  /** Share of those it did not judge. */
  unjudged: share,
  /** Share of the answers whose words hold the value. */
  holdsValue: share,
  promptTokensPerTurn: z.number().nullable(),
  completionTokensPerTurn: z.number().nullable(),
});

/** What `--json` writes; shares 0–1. */
export const reportSchema = z.object({
  seed: z.int(),
  results: z.array(resultSchema),
  /** Answers of a model under the hybrid strategy; none where no model was named. */
  answers: z.array(answerSchema).default([]),
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
    answers: answersOf(run.answers),
    newestFirst: ordered.length === 0 ? null : ordered.filter(Boolean).length / ordered.length,
    everything: Object.fromEntries([...run.everything].map(([turn, tokens]) => [String(turn), tokens])),
  };
}

function answersOf(answers: readonly JudgedAnswer[]): PlantedReport['answers'] {
  const groups = new Map<string, JudgedAnswer[]>();
  for (const one of answers) {
    for (const kind of [one.kind, 'all']) {
      const key = JSON.stringify([one.tier, one.turn, kind, one.place]);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  return [...groups].map(([key, judged]) => {
    const [tier, turn, kind, place] = JSON.parse(key) as unknown[];
    const share = (is: (one: JudgedAnswer) => boolean): number => judged.filter(is).length / judged.length;
    const counted = judged.flatMap(({ tokens }) => (tokens === null ? [] : [tokens]));
    const mean = (of: (tokens: NonNullable<JudgedAnswer['tokens']>) => number): number | null =>
      counted.length === 0
        ? null
        : Math.round(counted.reduce((sum, one) => sum + of(one), 0) / counted.length);
    return answerSchema.parse({
      ...{ place, tier, turn, kind },
      right: share(({ isRight }) => isRight === true),
      unjudged: share(({ isRight }) => isRight === null),
      holdsValue: share(({ holdsValue }) => holdsValue),
      promptTokensPerTurn: mean(({ prompt }) => prompt),
      completionTokensPerTurn: mean(({ completion }) => completion),
    });
  });
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
  return [...parts, ...answersTable(report), `newest value quoted before older ones: ${newest}`].join('\n\n');
}

/** The answers of a model, the two places of the recalled block beneath each other. */
function answersTable({ answers }: PlantedReport): readonly string[] {
  if (answers.length === 0) return [];
  const head = `${'answers, hybrid'.padEnd(18)}${'tier'.padEnd(10)}${'turn'.padEnd(6)}${'kind'.padEnd(12)}   right unjudged holds value  tokens in, out`;
  const rows = answers.map(
    ({
      place,
      tier,
      turn,
      kind,
      right,
      unjudged,
      holdsValue,
      promptTokensPerTurn,
      completionTokensPerTurn,
    }) => {
      const shares = [right, unjudged, holdsValue].map((value) => value.toFixed(3).padStart(8)).join('');
      const tokens = `${String(promptTokensPerTurn ?? '–').padStart(12)}, ${String(completionTokensPerTurn ?? '–')}`;
      return `${place.padEnd(18)}${tier.padEnd(10)}${String(turn).padEnd(6)}${kind.padEnd(12)}${shares}${tokens}`;
    },
  );
  return [[head, ...rows].join('\n')];
}

function line(row: PlantedResult, everything: number): string {
  const { strategy, tier, embedder, kind, inContext, inSummary, lost, tokensPerTurn } = row;
  const shares = [inContext, inSummary, lost].map((value) => value.toFixed(3).padStart(8)).join('');
  const dollars = ((tokensPerTurn * dollarsPerMillion) / 1_000_000).toFixed(5);
  const against = everything === 0 ? '' : `${((100 * tokensPerTurn) / everything).toFixed(0)} %`;
  const cost = `${String(tokensPerTurn).padStart(7)} ${against.padStart(6)}  $${dollars}`;
  return `${strategy.padEnd(15)}${tier.padEnd(10)}${embedder.padEnd(10)}${kind.padEnd(12)}${shares}${cost}`;
}
