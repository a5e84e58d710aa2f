import { innerProductsCode } from './inner-products-code';

/**
 * Computes the inner products of the first `count` vectors, in codes, with those of the query, and hands them over a stretch
 * at a time: the number of the stretch's first vector, and a sum for each. The sums are overwritten by the next stretch.
 * A vector has as many codes as the query; the caller has seen to it that no sum leaves 32 bits.
 */
export type InnerProducts = (
  codes: Int8Array,
  count: number,
  query: Int16Array,
  take: (first: number, sums: Int32Array) => void,
) => void;

// Where things lie in the memory of the compiled code, which has 8 pages of 64 KiB: a query of the largest dimension
// there is, the sums of a stretch, the vectors of a stretch.
const QUERY_AT = 0;
const SUMS_AT = 65_536 * Int16Array.BYTES_PER_ELEMENT;
const MOST_SUMS = 1_024;
const VECTORS_AT = SUMS_AT + MOST_SUMS * Int32Array.BYTES_PER_ELEMENT;
/** As much as a processor keeps near itself. */
const STRETCH_BYTES = 262_144;

interface CompiledCode {
  readonly memory: WebAssembly.Memory;
  readonly innerProducts: (
    vectorsAt: number,
    count: number,
    length: number,
    queryAt: number,
    sumsAt: number,
  ) => void;
}

/** Inner products in plain JavaScript, for machines whose processor lacks the instructions the compiled code needs. */
export const plainInnerProducts: InnerProducts = (codes, count, query, take) => {
  const sums = new Int32Array(Math.min(count, MOST_SUMS));
  for (let first = 0; first < count; first += MOST_SUMS) {
    const length = Math.min(MOST_SUMS, count - first);
    for (let row = 0; row < length; row += 1) {
      sums[row] = plainInnerProduct(codes, (first + row) * query.length, query);
    }
    take(first, sums.subarray(0, length));
  }
};

/** In two sums, which keeps the processor busy: this loop is the whole cost of a scan. */
function plainInnerProduct(codes: Int8Array, offset: number, query: Int16Array): number {
  let first = 0;
  let second = 0;
  for (let place = 0; place < query.length; place += 2) {
    first += (codes[offset + place] as number) * (query[place] as number);
    second += (codes[offset + place + 1] as number) * (query[place + 1] as number);
  }
  return first + second;
}

/**
 * Inner products in WebAssembly, sixteen numbers at a time; null where this machine cannot.
 *
 * The vectors are copied into the code's own memory a stretch at a time, which takes nearly as long as the arithmetic (100,000
 * vectors of 512 numbers: 3.1 ms, 1.7 ms of them for the arithmetic) and spares a memory that never shrinks.
 */
export function compileInnerProducts(): InnerProducts | null {
  const code = Buffer.from(innerProductsCode, 'base64');
  if (!WebAssembly.validate(code)) return null;
  // The names and types are those of inner-products.wat; a test compiles it anew.
  const { memory, innerProducts } = new WebAssembly.Instance(new WebAssembly.Module(code))
    .exports as unknown as CompiledCode;
  const room = new Int8Array(memory.buffer);
  const asked = new Int16Array(memory.buffer, QUERY_AT);
  const allSums = new Int32Array(memory.buffer, SUMS_AT, MOST_SUMS);
  return (codes, count, query, take) => {
    const stretch = Math.min(MOST_SUMS, Math.floor(STRETCH_BYTES / query.length));
    asked.set(query);
    for (let first = 0; first < count; first += stretch) {
      const length = Math.min(stretch, count - first);
      room.set(codes.subarray(first * query.length, (first + length) * query.length), VECTORS_AT);
      innerProducts(VECTORS_AT, length, query.length, QUERY_AT, SUMS_AT);
      take(first, allSums.subarray(0, length));
    }
  };
}

/** The compiled code of this thread; null where there can be none. */
export const compiledInnerProducts = compileInnerProducts();
