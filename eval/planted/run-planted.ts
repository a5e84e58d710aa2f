import type { Embedder } from '../../src/main/memory/ports/embedder';
import type { ContextSettings, QueryVector } from '../../src/main/memory/ports/recall';
import { createCachedEmbedder } from '../../src/main/embeddings/cached-embedder';
import { createMemoryEmbeddingCache } from '../../src/main/embeddings/memory-embedding-cache';
import { bufferLimits } from '../../src/main/memory/path/plan-path';
import { userIdSchema, type MessageId } from '../../src/shared/model/ids';
import { strategySchema, type Strategy } from '../../src/shared/model/session';
import { tierNames, tiers, type TierName } from '../../src/shared/tiers';
import type { Parts } from '../parts';
import { answerAtEachPlace, type AnswerOptions, type JudgedAnswer } from './answers';
import { generateConversation, type PlantedConversation, type PlantedFact } from './generate';
import { openPlantedMemory, type PlantedMemory } from './memory';
import { isNewestFirst, outcomeOf, type FactSources, type Outcome } from './outcome';

/** One question as it was answered for. */
export interface Asked {
  readonly strategy: Strategy;
  readonly tier: TierName;
  /** `keyword` is recall without an embedder. */
  readonly embedder: string;
  readonly turn: number;
  readonly kind: 'literal' | 'paraphrased';
  readonly outcome: Outcome;
  readonly tokens: number;
  /** Whether the newest value is quoted before older ones; null where the fact has none, or none is quoted. */
  readonly newestFirst: boolean | null;
}

/** What a run measured. */
export interface PlantedRun {
  readonly asked: readonly Asked[];
  /** Answers of a model, where one was named. */
  readonly answers: readonly JudgedAnswer[];
  /** Tokens of the whole conversation up to a turn: what sending everything would cost. */
  readonly everything: ReadonlyMap<number, number>;
}

/** What a run needs. */
export interface PlantedOptions {
  readonly seed: number;
  /** Ascending. */
  readonly turns: readonly number[];
  /** By name; recall by keyword alone is always measured too. */
  readonly embedder: { readonly name: string; readonly embedder: Embedder } | null;
  /** The models that answer and judge under the hybrid strategy; none where absent. */
  readonly answering?: AnswerOptions | null;
  /** All where absent. */
  readonly tiers?: readonly TierName[];
  /** What was done before; what is asked of a chat after one of the turns is a part. */
  readonly openParts: (total: number) => Promise<Parts>;
}

const model = 'gpt-4o';
/** Whose cache of vectors the three chats share; nobody's. */
const cacheOwner = userIdSchema.parse('00000000-0000-7000-8000-000000000000');

/** What was asked of one chat after one turn. */
interface PlantedPart {
  readonly asked: readonly Asked[];
  readonly answers: readonly JudgedAnswer[];
  readonly tokensOfAll: number;
}

/** Grows one conversation under each tier and asks for every fact at every checkpoint, under every strategy. */
export async function runPlanted(options: PlantedOptions): Promise<PlantedRun> {
  const { seed, turns } = options;
  const conversation = generateConversation(seed, Math.max(...turns));
  const embedder =
    options.embedder === null
      ? null
      : createCachedEmbedder({
          embedder: options.embedder.embedder,
          cache: createMemoryEmbeddingCache(20_000),
          userId: cacheOwner,
        });
  const wanted = options.tiers ?? tierNames;
  const parts = await options.openParts(wanted.length * turns.length);
  const done: PlantedPart[] = [];
  const everything = new Map<number, number>();
  for (const tier of wanted) {
    const growing = createGrowing(conversation, tier, embedder);
    try {
      for (const turn of turns) {
        const part = await parts.get(`${tier}: turn ${String(turn)}`, async () => {
          const { memory, told } = await growing.to(turn);
          const vectors = await vectorsOf(options, embedder, conversation);
          return askAfter(conversation.facts, { memory, tier, turn, told, vectors }, options);
        });
        done.push(part);
        everything.set(turn, part.tokensOfAll);
      }
    } finally {
      await growing.close();
    }
  }
  await parts.end();
  const asked = done.flatMap((part) => part.asked);
  return { asked, answers: done.flatMap((part) => part.answers), everything };
}

async function askAfter(
  facts: readonly PlantedFact[],
  at: Checkpoint,
  { answering }: PlantedOptions,
): Promise<PlantedPart> {
  return {
    asked: await askAll(facts, at),
    answers: answering ? await answerAll(facts, at, answering) : [],
    tokensOfAll: await at.memory.tokensOfAll(),
  };
}

/** A chat that has grown to a turn; `told` are the user's messages so far. */
interface Grown {
  readonly memory: PlantedMemory;
  readonly told: readonly MessageId[];
}

/** One chat under a tier, which grows as far as it is asked for and not before. */
function createGrowing(conversation: PlantedConversation, tier: TierName, embedder: Embedder | null) {
  const { budgets, recallScope } = tiers[tier];
  const told: MessageId[] = [];
  let memory: PlantedMemory | null = null;
  return {
    to: async (turn: number): Promise<Grown> => {
      memory ??= await openPlantedMemory({
        settings: { budgets, strategy: 'hybrid', model },
        recallScope,
        embedder,
      });
      for (const next of conversation.turns.slice(told.length, turn)) told.push(await memory.add(next));
      return { memory, told: [...told] };
    },
    close: async (): Promise<void> => memory?.close(),
  };
}

interface Checkpoint {
  readonly memory: PlantedMemory;
  readonly tier: TierName;
  readonly turn: number;
  /** The user's message of each turn. */
  readonly told: readonly MessageId[];
  /** The vectors of every question, by embedder. */
  readonly vectors: ReadonlyMap<string, (question: string) => QueryVector>;
}

async function askAll(facts: readonly PlantedFact[], at: Checkpoint): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const strategy of strategySchema.options) {
    const settings: ContextSettings = { budgets: tiers[at.tier].budgets, strategy, model };
    await at.memory.settle(settings);
    // Where nothing is recalled, the embedder makes no difference: one answer stands for all.
    const { recalls } = bufferLimits(strategy, settings.budgets);
    const names = [...at.vectors.keys()];
    for (const [embedder, vectorOf] of recalls ? at.vectors : [...at.vectors].slice(0, 1)) {
      for (const fact of facts) {
        const sources = sourcesOf(fact, at);
        for (const kind of ['literal', 'paraphrased'] as const) {
          const { snapshot } = await at.memory.ask(fact[kind], vectorOf(fact[kind]), settings);
          const { tier, turn } = at;
          const outcome = outcomeOf(snapshot, sources);
          const newestFirst = sources.older.length === 0 ? null : isNewestFirst(snapshot, sources);
          const { tokensEstimated: tokens } = snapshot;
          const one = { strategy, tier, turn, kind, outcome, tokens, newestFirst };
          for (const name of recalls ? [embedder] : names) asked.push({ ...one, embedder: name });
        }
      }
    }
  }
  return asked;
}

/** Has every fact asked for under the hybrid strategy, with the best recall there is, and the questions answered and judged. */
async function answerAll(
  facts: readonly PlantedFact[],
  at: Checkpoint,
  answering: AnswerOptions,
): Promise<readonly JudgedAnswer[]> {
  const { memory, tier, turn } = at;
  const settings: ContextSettings = { budgets: tiers[tier].budgets, strategy: 'hybrid', model };
  const vectorOf = [...at.vectors.values()].at(-1);
  const answers: JudgedAnswer[] = [];
  for (const fact of facts) {
    const { value } = sourcesOf(fact, at);
    for (const kind of ['literal', 'paraphrased'] as const) {
      const question = fact[kind];
      const vector = vectorOf?.(question) ?? { kind: 'none', reason: null };
      const context = await memory.ask(question, vector, settings);
      const judged = await answerAtEachPlace(answering, context, { question, value });
      answers.push(...judged.map((one) => ({ ...one, tier, turn, kind })));
    }
  }
  return answers;
}

/** Where a fact had been told by a turn; the last value told holds. */
function sourcesOf(fact: PlantedFact, { turn, told }: Checkpoint): FactSources {
  const known = fact.tellings.filter((telling) => telling.turn <= turn);
  const ids = known.flatMap((telling) => told.slice(telling.turn - 1, telling.turn));
  const [newest, value] = [ids.at(-1), known.at(-1)?.value];
  if (newest === undefined || value === undefined) throw new Error('A fact is asked for before it was told');
  return { value, newest, older: ids.slice(0, -1) };
}

async function vectorsOf(
  options: PlantedOptions,
  embedder: Embedder | null,
  { facts }: PlantedConversation,
): Promise<Checkpoint['vectors']> {
  const none = (): QueryVector => ({ kind: 'none', reason: null });
  const byEmbedder = new Map<string, (question: string) => QueryVector>([['keyword', none]]);
  if (embedder === null || options.embedder === null) return byEmbedder;
  const questions = facts.flatMap(({ literal, paraphrased }) => [literal, paraphrased]);
  const values = new Map<string, Float32Array>();
  for (const question of questions) values.set(question, await embedder.embedQuery(question));
  return byEmbedder.set(options.embedder.name, (question) => {
    const vector = values.get(question);
    if (vector === undefined) throw new Error('A question has no vector');
    return { kind: 'vector', model: embedder.model, values: vector };
  });
}
