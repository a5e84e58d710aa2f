import { rm } from 'node:fs/promises';
import { createGrowingIndex } from './growing-index';
import { encodeIndexFile, readIndexFile, writeIndexFile } from './index-file';
import type { IndexFileIdentity } from './index-file';
import { codeLength, writeCodes } from './vector-codes';
import type { KeyedVector, VectorIndex, VectorRows } from './vector-index';

/** A key, a row number, a place, a step and the entry in the set of keys, roughly. */
const rowBytes = 64;

/** Part of its vectors that a cache file may lack before it is written anew. */
const toleratedPart = 0.05;

/** Where a session's vectors are. */
export interface SessionIndexSource extends IndexFileIdentity {
  /** The cache file, in its user's folder; null for a temporary chat, which leaves nothing on disk. */
  readonly file: string | null;
  /** All vectors of the session from storage, for when the file is missing, damaged or stale. */
  readonly readVectors: () => Iterable<KeyedVector>;
}

/** The vectors of one session, searchable. */
export interface SessionVectorIndex extends VectorIndex {
  /** True where there should be a cache file with these vectors and is not. */
  readonly isDirty: boolean;
  /** Whether the cache file lacks so many of them that writing it pays: it is written whole. */
  readonly isFarBehind: boolean;
  /** Bytes of memory the vectors take, roughly. */
  readonly bytes: number;
  /**
   * Writes the cache file if something changed. `stamp` names the state of the vectors in storage, which must be
   * what the index holds at this moment.
   */
  save(stamp: string): Promise<void>;
  /** Deletes the cache file, as forgetting asks; the index itself stays as it is. */
  deleteFile(): Promise<void>;
}

/** Opens a session's index from its cache file, or builds it from storage. */
export function openSessionIndex(source: SessionIndexSource): SessionVectorIndex {
  const { file, dimension, model } = source;
  const cached = file === null ? null : readIndexFile(file, source);
  const index = createGrowingIndex(dimension, cached ?? readAll(source));
  let savedStamp = cached === null ? null : source.stamp;
  /** Vectors added and removed since the file was written. */
  let changes = cached === null ? index.size : 0;
  const inTurn = createTurns();
  const changed = (count: number): number => {
    if (count > 0) savedStamp = null;
    changes += count;
    return count;
  };
  return {
    dimension,
    get size() {
      return index.size;
    },
    get isDirty() {
      return file !== null && savedStamp === null;
    },
    get isFarBehind() {
      return file !== null && savedStamp === null && changes > toleratedPart * index.size;
    },
    get bytes() {
      return index.size * (codeLength(dimension) + rowBytes);
    },
    has: (key) => index.has(key),
    offerHits: (query, top) => {
      index.offerHits(query, top);
    },
    contents: () => index.contents(),
    add: (rows) => changed(index.add(rows)),
    remove: (keys) => changed(index.remove(keys)),
    async save(stamp) {
      if (file === null || savedStamp === stamp) return;
      const bytes = encodeIndexFile(index.contents(), { dimension, model, stamp });
      const written = changes;
      savedStamp = stamp;
      changes = 0;
      try {
        await inTurn(() => writeIndexFile(file, bytes));
      } catch (error) {
        savedStamp = null;
        changes += written;
        throw error;
      }
    },
    async deleteFile() {
      savedStamp = null;
      changes = index.size;
      if (file !== null) await inTurn(() => rm(file, { force: true }));
    },
  };
}

/** Runs file work one after another, so that an older state never replaces a newer one. */
function createTurns(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    last = last.catch(() => undefined).then(work);
    return last;
  };
}

function readAll({ dimension, readVectors }: SessionIndexSource): VectorRows {
  const length = codeLength(dimension);
  const rows = [...readVectors()];
  const codes = new Int8Array(rows.length * length);
  const steps = Float32Array.from(rows, ({ vector }, row) => {
    if (vector.length !== dimension) throw new RangeError('A stored vector has another dimension');
    return writeCodes(vector, codes, row * length);
  });
  return {
    keys: Float64Array.from(rows, ({ key }) => key),
    seqs: Float64Array.from(rows, ({ seq }) => seq),
    starts: Float64Array.from(rows, ({ start }) => start),
    codes,
    steps,
  };
}
