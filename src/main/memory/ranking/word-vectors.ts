import { functionWords } from '../text/function-words';
import { splitWords } from '../text/split-words';
import { isStopWord } from '../text/stop-words';

/** Vectors of the most frequent English words (`scripts/word-vectors.mjs` makes them from GloVe). */
export interface WordVectorTable {
  /** Numbers of a vector. */
  readonly dimension: number;
  /** Folded, without stop words. */
  readonly words: readonly string[];
  /** How much each counts, 0–255: smooth inverse frequency. */
  readonly weights: Uint8Array;
  /** Eight bits a number, a word after another; their scale is the same for all. */
  readonly codes: Int8Array;
}

/** Tells what the words of a text mean, without a model: microseconds, where an embedder takes hundredths of a second. */
export interface WordVectors {
  readonly dimension: number;
  /** A unit vector; null where the text is in another language, or less than half of its telling words are known. */
  of(text: string): Float32Array | null;
}

/** Of longer texts only the beginning is read. */
export const MAX_CHARACTERS = 4_000;
/** Share of a text's telling words that must be known. */
const KNOWN_SHARE = 0.5;

/**
 * Makes the reader of texts: the sum of their words' vectors, each weighed by a / (a + p) for a word that is the share p of all
 * words, with the direction that all share left out of the vectors (Arora, Liang and Ma, _A Simple but Tough-to-Beat Baseline for
 * Sentence Embeddings_, ICLR 2017). Throws RangeErrors where the parts of the table do not fit each other.
 */
export function createWordVectors({ dimension, words, weights, codes }: WordVectorTable): WordVectors {
  if (weights.length !== words.length || codes.length !== words.length * dimension) {
    throw new RangeError('The table of word vectors is damaged');
  }
  const places = new Map(words.map((word, place) => [word, place]));
  return {
    dimension,
    of: (text) => {
      const units = splitWords(text.slice(0, MAX_CHARACTERS));
      const said = units.map((unit) => (unit.kind === 'word' ? unit.text : ''));
      const { english, foreign } = functionWords(said);
      if (foreign > english) return null;
      const telling = said.filter((word) => !isStopWord(word));
      const known = telling.flatMap((word) => places.get(word) ?? []);
      if (known.length === 0 || known.length < KNOWN_SHARE * telling.length) return null;
      const sum = new Float64Array(dimension);
      for (const place of known) {
        const weight = weights[place] as number;
        const from = place * dimension;
        for (let at = 0; at < dimension; at += 1) {
          sum[at] = (sum[at] as number) + weight * (codes[from + at] as number);
        }
      }
      const length = Math.hypot(...sum);
      return length === 0 ? null : Float32Array.from(sum, (number) => number / length);
    },
  };
}
