import { checkDimension, checkRow, checkRows } from './check-vectors';
import type { TopHits } from './top-hits';
import { codeLength, writeCodes } from './vector-codes';
import type { KeyedVector, VectorRows } from './vector-index';
import { withoutKeys } from './without-keys';

/** The rows of an index: vectors in codes, and which chunk each stands for. */
export class CodedRows {
  readonly #dimension: number;
  readonly #length: number;
  #keys: number[] = [];
  #seqs: number[] = [];
  #starts: number[] = [];
  #known = new Set<number>();
  #codes: Int8Array = new Int8Array(0);
  #steps: Float32Array = new Float32Array(0);

  /** Filled with what is given, which is taken over, not copied. Throws RangeErrors. */
  constructor(dimension: number, given?: VectorRows) {
    this.#dimension = checkDimension(dimension);
    this.#length = codeLength(dimension);
    if (given !== undefined) this.#take(checkRows(given, dimension));
  }

  get size(): number {
    return this.#keys.length;
  }

  /** Of all rows, with room for more behind them. */
  get codes(): Int8Array {
    return this.#codes;
  }

  /** The same. */
  get steps(): Float32Array {
    return this.#steps;
  }

  has(key: number): boolean {
    return this.#known.has(key);
  }

  /** Offers a row as a hit; nothing where there is no such row. */
  offer(top: TopHits, row: number, score: number): void {
    const key = this.#keys[row];
    const seq = this.#seqs[row];
    const start = this.#starts[row];
    if (key !== undefined && seq !== undefined && start !== undefined) top.offer(score, key, seq, start);
  }

  /** Appends those whose key is not there yet. Returns how many they were. */
  add(added: readonly KeyedVector[]): number {
    for (const row of added) checkRow(row, this.#dimension);
    const before = this.size;
    this.#makeRoom(before + added.length);
    for (const { key, seq, start, vector } of added) {
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      this.#steps[this.size] = writeCodes(vector, this.#codes, this.size * this.#length);
      this.#keys.push(key);
      this.#seqs.push(seq);
      this.#starts.push(start);
    }
    return this.size - before;
  }

  /** Takes rows out; those behind them move up. Returns how many they were. */
  remove(keys: Iterable<number>): number {
    const gone = new Set([...keys].filter((key) => this.#known.has(key)));
    if (gone.size > 0) this.#take(withoutKeys(this.contents(), gone, this.#length));
    return gone.size;
  }

  contents(): VectorRows {
    return {
      keys: Float64Array.from(this.#keys),
      seqs: Float64Array.from(this.#seqs),
      starts: Float64Array.from(this.#starts),
      codes: this.#codes.slice(0, this.size * this.#length),
      steps: this.#steps.slice(0, this.size),
    };
  }

  #take({ keys, seqs, starts, codes, steps }: VectorRows): void {
    this.#keys = Array.from(keys);
    this.#seqs = Array.from(seqs);
    this.#starts = Array.from(starts);
    this.#known = new Set(this.#keys);
    this.#codes = codes;
    this.#steps = steps;
  }

  /** Room grows by half, so that adding one by one stays cheap. */
  #makeRoom(most: number): void {
    if (most <= this.#steps.length) return;
    const room = Math.max(most, Math.ceil(this.#steps.length * 1.5));
    this.#codes = copyInto(new Int8Array(room * this.#length), this.#codes);
    this.#steps = copyInto(new Float32Array(room), this.#steps);
  }
}

function copyInto<T extends Int8Array | Float32Array>(room: T, numbers: T): T {
  room.set(numbers);
  return room;
}
