import type { QueryVector } from '../../memory/ports/recall';
import type { RankedDocument } from '../../memory/ranking/rank-document';
import type { RankingWeights } from '../../memory/ranking/ranking-weights';
import { FULL_TEXT, readsScript, weightsFor, WORD_VECTORS } from '../../memory/ranking/weights-for';
import type { QueryScope } from '../../memory/text/fts-query';
import type { EngineParts } from '../engine-parts';
import { nearestByWords, readWordQuery } from './nearest-by-words';
import { nearestMessages, noneNear, type Nearest, type SearchVector } from './nearest-messages';

/** How messages are compared with a question by what they mean. */
export interface MeaningSearch {
  /** The question's vector; null where it has no say. */
  readonly vector: SearchVector | null;
  /** Why a vector that was given has none; null where it has, or none was given. */
  readonly vectorsUnfit: 'not-embedded' | 'unknown-script' | null;
  /** The model of that vector, or what stands for none: weights and floors go by it. */
  readonly model: string;
  readonly weights: RankingWeights;
  readonly search: () => Nearest;
  /** What is told of a ranking: the words' vectors have a name of their own. */
  readonly describe: (ranked: RankedDocument) => RankedDocument;
}

/** Rows taken from the vectors; with those from full text and with their neighbours they are what is scored. */
const vectorCandidates = 60;
/** Share of a scope's messages that may lack vectors before they do more harm than good. */
const toleratedGap = 0.1;

/** By the vectors of an embedder where they can be trusted, else by those of the words, as far as these are known. */
export async function searchByMeaning(
  parts: EngineParts,
  scope: QueryScope,
  question: {
    readonly text: string;
    readonly queryVector: QueryVector;
    readonly authors: readonly string[];
  },
): Promise<MeaningSearch> {
  const { text, queryVector, authors } = question;
  const vectorsUnfit =
    queryVector.kind === 'vector' ? unfitnessOf(parts, scope, queryVector.model, text) : null;
  if (queryVector.kind === 'vector' && vectorsUnfit === null) {
    return {
      vector: queryVector,
      vectorsUnfit,
      model: queryVector.model,
      weights: weightsFor(queryVector.model),
      search: () => nearestMessages(parts, scope, queryVector, vectorCandidates),
      describe: (ranked) => ranked,
    };
  }
  const words = await readWordQuery(parts, text, authors);
  const model = words === null ? FULL_TEXT : WORD_VECTORS;
  return {
    vector: null,
    vectorsUnfit,
    model,
    weights: weightsFor(model),
    search: () => (words === null ? noneNear : nearestByWords(parts, scope, words, vectorCandidates)),
    describe: asByWords,
  };
}

function asByWords(ranked: RankedDocument): RankedDocument {
  const parts = ranked.parts.map((part) =>
    part.name === 'vector' ? ({ ...part, name: 'wordVector' } as const) : part,
  );
  return { ...ranked, parts };
}

function unfitnessOf(
  parts: EngineParts,
  scope: QueryScope,
  model: string,
  query: string,
): MeaningSearch['vectorsUnfit'] {
  if (!readsScript(model, query)) return 'unknown-script';
  return isMostlyEmbedded(parts, scope, model) ? null : 'not-embedded';
}

/**
 * Whether vectors can be trusted to rank the scope: while more than a tenth of it waits to be embedded, those that
 * have a vector would outrank better ones that have none.
 */
function isMostlyEmbedded(parts: EngineParts, scope: QueryScope, model: string): boolean {
  const { recall, vectors } = parts.tables;
  const tolerated = toleratedGap * recall.countMessages(scope.userId, scope.sessionId);
  return vectors.countLacking(scope.userId, scope.sessionId, model, Math.floor(tolerated) + 1) <= tolerated;
}
