import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createBundledEmbedder } from '../../src/main/embeddings/bundled-embedder';
import { tierNames } from '../../src/shared/tiers';
import { openPartsOf } from '../kept-runs';
import type { Suite } from '../suite';
import { answeringModels } from './answering-models';
import { differences, undercuts } from './baseline';
import { reportOf, reportSchema, tableOf, type PlantedReport } from './report';
import { runPlanted } from './run-planted';

const bothPlaces =
  'This server takes system texts at the beginning only: the recalled block was sent there at both places.';

const baselinePath = join(import.meta.dirname, '../baseline.json');

async function readBaseline(): Promise<PlantedReport | null> {
  const text = await readFile(baselinePath, 'utf8').catch(() => null);
  return text === null ? null : reportSchema.parse(JSON.parse(text));
}

/** Fails, with what fell, when a run does not reach the baseline. */
async function check(report: PlantedReport): Promise<number> {
  const baseline = await readBaseline();
  if (baseline === null) throw new TypeError('There is no eval/baseline.json to check against');
  if (baseline.seed !== report.seed) {
    throw new TypeError(`eval/baseline.json is of seed ${String(baseline.seed)}: check that one`);
  }
  const fallen = undercuts(baseline, report);
  for (const line of fallen) process.stderr.write(`below the baseline: ${line}\n`);
  if (fallen.length === 0) process.stderr.write('nothing is below the baseline\n');
  return fallen.length === 0 ? 0 : 1;
}

async function writeBaseline(report: PlantedReport): Promise<void> {
  for (const line of differences(await readBaseline(), report)) process.stdout.write(`${line}\n`);
  await writeFile(baselinePath, `${JSON.stringify(report, null, 2)}\n`);
}

/** Facts planted early in long conversations and asked for later. */
export const plantedSuite: Suite = {
  usage: `  npm run eval -- planted [--turns 50,100,200] [--seed 1] [--tiers standard] [--json FILE] [--check | --write-baseline]
      plants facts in a synthetic conversation and counts what reaches the model of them later
      --turns N,N       asks after these turns (default 50,100,200; 1000 takes its time)
      --seed N          another conversation (default 1)
      --tiers NAME,NAME free, standard, pro (default all)
      --no-embeddings   by words alone
      --model NAME      has the questions answered by this model too, under the hybrid strategy, with the recalled block
                        where it stands and just before the question, and the answers judged
      --judge NAME      by this one (default the same)
      --server URL      at this address, up to and with /v1 (default OpenAI's, with the key of OPENAI_API_KEY)
      --answer-tokens N tokens of an answer at most (default 400; models that think first need more)
      --json FILE       also writes the figures as JSON
      --check           fails when eval/baseline.json is undercut: in context, or in context and summary together
      --write-baseline  puts the figures in its place and prints old and new`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        turns: { type: 'string', default: '50,100,200' },
        seed: { type: 'string', default: '1' },
        json: { type: 'string' },
        tiers: { type: 'string', default: tierNames.join(',') },
        'no-embeddings': { type: 'boolean', default: false },
        model: { type: 'string' },
        judge: { type: 'string' },
        server: { type: 'string', default: 'https://api.openai.com/v1' },
        'answer-tokens': { type: 'string', default: '400' },
        check: { type: 'boolean', default: false },
        'write-baseline': { type: 'boolean', default: false },
      },
    });
    const turns = values.turns.split(',').map(Number);
    const seed = Number(values.seed);
    const wanted = values.tiers.split(',');
    const tiers = tierNames.filter((tier) => wanted.includes(tier));
    const areFit = turns.every((turn) => Number.isInteger(turn) && turn >= 20) && Number.isInteger(seed);
    if (!areFit || tiers.length !== wanted.length || positionals.length > 0) return null;
    const maxTokens = Number(values['answer-tokens']);
    if (!Number.isInteger(maxTokens) || maxTokens < 1 || !URL.canParse(values.server)) return null;
    const { model, judge, server } = values;
    const answering =
      model === undefined ? null : answeringModels({ model, judge: judge ?? model, server, maxTokens });
    const run = await runPlanted({
      seed,
      tiers,
      turns: turns.toSorted((a, b) => a - b),
      embedder: values['no-embeddings'] ? null : { name: 'bundled', embedder: createBundledEmbedder() },
      answering: answering?.options ?? null,
      openParts: openPartsOf(args, []),
    });
    const report = reportOf(run, seed);
    process.stdout.write(`${tableOf(report)}\n`);
    if (answering?.mergesSystemTexts() === true) process.stdout.write(`${bothPlaces}\n`);
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
    if (values['write-baseline']) await writeBaseline(report);
    return values.check ? check(report) : 0;
  },
};
