import { innerProduct } from './inner-product';
import { innerProductsCode } from './inner-products-code';

/**
 * Computes the inner products of the first `count` vectors with the query and hands them over a stretch at a time: the
 * number of the stretch's first vector, and a score for each. The scores are overwritten by the next stretch. The
 * caller has checked lengths and that all numbers are finite.
 */
export type InnerProducts = (
  vectors: Float32Array,
  count: number,
  query: Float32Array,
  take: (first: number, scores: Float32Array) => void,
) => void;

// Where things lie in the memory of the compiled code, which has 21 pages of 64 KiB: a query of the largest dimension
// there is, the scores of a stretch, the vectors of a stretch.
const QUERY_AT = 0;
const SCORES_AT = 65_536 * Float32Array.BYTES_PER_ELEMENT;
const MOST_SCORES = 1_024;
const VECTORS_AT = SCORES_AT + MOST_SCORES * Float32Array.BYTES_PER_ELEMENT;
/** As much as a processor keeps near itself. */
const STRETCH_BYTES = 1_048_576;

interface CompiledCode {
  readonly memory: WebAssembly.Memory;
  readonly innerProducts: (
    vectorsAt: number,
    count: number,
    dimension: number,
    queryAt: number,
    scoresAt: number,
  ) => void;
}

/** Inner products in plain JavaScript, for machines whose processor lacks the instructions the compiled code needs. */
export const plainInnerProducts: InnerProducts = (vectors, count, query, take) => {
  const scores = new Float32Array(Math.min(count, MOST_SCORES));
  for (let first = 0; first < count; first += MOST_SCORES) {
    const length = Math.min(MOST_SCORES, count - first);
    for (let row = 0; row < length; row += 1) {
      scores[row] = innerProduct(vectors, (first + row) * query.length, query);
    }
    take(first, scores.subarray(0, length));
  }
};

/**
 * Inner products in WebAssembly, sixteen numbers at a time; null where this machine cannot.
 *
 * The vectors are copied into the code's own memory a megabyte at a time, which costs more than the arithmetic (100,000
 * vectors of 512 numbers: 17 ms, 7 ms of them for the arithmetic; FAISS 41 ms) and spares a memory that never shrinks.
 */
export function compileInnerProducts(): InnerProducts | null {
  const code = Buffer.from(innerProductsCode, 'base64');
  if (!WebAssembly.validate(code)) return null;
  // The names and types are those of inner-products.wat; a test compiles it anew.
  const { memory, innerProducts } = new WebAssembly.Instance(new WebAssembly.Module(code))
    .exports as unknown as CompiledCode;
  const numbers = new Float32Array(memory.buffer);
  const allScores = new Float32Array(memory.buffer, SCORES_AT, MOST_SCORES);
  return (vectors, count, query, take) => {
    const dimension = query.length;
    const stretch = Math.min(
      MOST_SCORES,
      Math.floor(STRETCH_BYTES / (dimension * Float32Array.BYTES_PER_ELEMENT)),
    );
    numbers.set(query, QUERY_AT);
    for (let first = 0; first < count; first += stretch) {
      const length = Math.min(stretch, count - first);
      numbers.set(
        vectors.subarray(first * dimension, (first + length) * dimension),
        VECTORS_AT / Float32Array.BYTES_PER_ELEMENT,
      );
      innerProducts(VECTORS_AT, length, dimension, QUERY_AT, SCORES_AT);
      take(first, allScores.subarray(0, length));
    }
  };
}

/** The compiled code of this thread; null where there can be none. */
export const compiledInnerProducts = compileInnerProducts();
