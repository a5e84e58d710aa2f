import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import { writeCodes } from './vector-codes';

/** One sentence of a chunk, and what it means. */
export interface SentenceVector {
  /** Whether it asks something. */
  readonly asks: boolean;
  /** Of unit length. */
  readonly vector: Float32Array;
}

/** How near the sentences of a chunk lie to a query. */
export interface NearSentences {
  /** Cosine of the nearest that states something; of the nearest of all where all ask. */
  readonly stating: number;
  /** Cosine of the nearest of all. */
  readonly any: number;
}

/** Before its numbers, each sentence has a byte that is 1 where it asks, and the size of one step as a float32. */
const headBytes = 5;

/** Packs the sentences of a chunk with eight bits a number, a quarter of what their vectors take. */
export function packSentences(sentences: readonly SentenceVector[]): Uint8Array {
  const size = headBytes + (sentences[0]?.vector.length ?? 0);
  const bytes = new Uint8Array(sentences.length * size);
  const view = new DataView(bytes.buffer);
  const numbers = new Int8Array(bytes.buffer);
  for (const [index, { asks, vector }] of sentences.entries()) {
    if (vector.length !== size - headBytes || !vector.every(Number.isFinite)) {
      throw new AppError('bad-response', catalogue.main.errors.badVector, { retryable: true });
    }
    const at = index * size;
    view.setUint8(at, asks ? 1 : 0);
    view.setFloat32(at + 1, writeCodes(vector, numbers, at + headBytes), true);
  }
  return bytes;
}

/** How near packed sentences lie to a query of unit length; null where there are none, or they are of another dimension. */
export function nearestSentences(packed: Uint8Array, query: Float32Array): NearSentences | null {
  const size = headBytes + query.length;
  if (packed.length === 0 || packed.length % size !== 0) return null;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const numbers = new Int8Array(packed.buffer, packed.byteOffset, packed.byteLength);
  let stating = -Infinity;
  let any = -Infinity;
  for (let at = 0; at < packed.length; at += size) {
    let sum = 0;
    for (let place = 0; place < query.length; place += 1) {
      sum += (numbers[at + headBytes + place] ?? 0) * (query[place] ?? 0);
    }
    const cosine = sum * view.getFloat32(at + 1, true);
    any = Math.max(any, cosine);
    if (view.getUint8(at) === 0) stating = Math.max(stating, cosine);
  }
  return { stating: stating === -Infinity ? any : stating, any };
}
