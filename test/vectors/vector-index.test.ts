import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileInnerProducts as textOfCode } from '../../scripts/compile-inner-products.mjs';
import { faissWritesExpectedBytes } from '../../src/main/vectors/faiss-bytes';
import { createFlatIndex } from '../../src/main/vectors/flat-index';
import {
  compileInnerProducts,
  plainInnerProducts,
  type InnerProducts,
} from '../../src/main/vectors/inner-products';
import { createGrowingIndex } from '../../src/main/vectors/growing-index';
import { createScanIndex } from '../../src/main/vectors/scan-index';
import { scatterSearch } from '../../src/main/vectors/scatter-search';
import type { KeyedVector, VectorIndex, VectorRows } from '../../src/main/vectors/vector-index';
import { anyRows, anyVector, columnsOf, expectBest, hitOf, rowOf } from './random-vectors';

const DIMENSION = 6;
type Create = (dimension: number, rows?: VectorRows) => VectorIndex;
const kinds: readonly [string, Create][] = [
  ['FAISS', createFlatIndex],
  ['the scan', createScanIndex],
  ['the plain scan', (dimension, rows) => createScanIndex(dimension, rows, plainInnerProducts)],
  ['the growing index', (dimension, rows) => createGrowingIndex(dimension, rows, 8)],
];

describe.each(kinds)('an index over %s', (name, create) => {
  /** FAISS picks among equal scores at the end of its list by its own rule, and adds up in floats. */
  const isScan = name.endsWith('scan');

  it('finds what comparing with every vector finds, after any adding and removing', () => {
    const steps = fc.array(fc.tuple(anyRows(DIMENSION, 12), fc.array(fc.nat(40), { maxLength: 4 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(steps, anyVector(DIMENSION), fc.integer({ min: -1, max: 60 }), (plan, query, k) => {
        const index = create(DIMENSION);
        let rows: KeyedVector[] = [];
        for (const [added, places] of plan) {
          const fresh = added.filter(({ key }) => !rows.some((row) => row.key === key));
          expect(index.add(added)).toBe(fresh.length);
          rows.push(...fresh);
          const gone = new Set(places.flatMap((place) => rows[place]?.key ?? []));
          expect(index.remove([...gone, 987_654])).toBe(gone.size);
          rows = rows.filter(({ key }) => !gone.has(key));
        }
        expect(index.size).toBe(rows.length);
        const found = scatterSearch([index], query, k);
        const all = scatterSearch([index], query, rows.length);
        expectBest(found, rows, query, k);
        expectBest(all, rows, query, rows.length);
        const contents = index.contents();
        expect(contents).toEqual(columnsOf(rows, DIMENSION));
        const again = scatterSearch([create(DIMENSION, contents)], query, rows.length);
        expectBest(again, rows, query, rows.length);
        if (!isScan) return;
        expect(found).toEqual(all.slice(0, Math.max(0, k)));
        expect(again).toEqual(all);
      }),
    );
  });

  it('is off by less than a thousandth on unit vectors of 512 numbers', () => {
    const unit = (seed: number): Float32Array => {
      const values = Float32Array.from({ length: 512 }, (_, index) =>
        Math.sin(seed * 7.31 + index * (1 + (seed % 13))),
      );
      const length = Math.hypot(...values);
      return values.map((value) => value / length);
    };
    const rows = Array.from({ length: 300 }, (_, key) => rowOf(key, unit(key)));
    const index = create(512);
    index.add(rows);
    const query = unit(1_000);
    for (const { key, score } of scatterSearch([index], query, 300)) {
      const exact = unit(key).reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0);
      expect(Math.abs(score - exact)).toBeLessThan(0.001);
    }
  });

  it('orders equal scores by rising key', () => {
    const index = create(2);
    index.add([9, 4, 7].map((key) => rowOf(key, Float32Array.of(0.6, 0.8))));
    const keys = scatterSearch([index], Float32Array.of(1, 0), 3).map(({ key }) => key);
    expect(keys).toEqual([4, 7, 9]);
  });

  it('leaves a key that is there as it is, also twice in one call', () => {
    const index = create(2);
    const rows = [rowOf(1, Float32Array.of(1, 0)), rowOf(1, Float32Array.of(0, 1))];
    expect(index.add(rows)).toBe(1);
    expect(index.add(rows)).toBe(0);
    expect(index.has(1)).toBe(true);
    expect(scatterSearch([index], Float32Array.of(1, 0), 5)).toEqual([hitOf(1, 1)]);
  });

  it('never gives FAISS an argument that would end the process', () => {
    for (const dimension of [
      0,
      -1,
      1.5,
      Number.NaN,
      Infinity,
      '8' as unknown as number,
      undefined as unknown as number,
    ]) {
      expect(() => create(dimension)).toThrow(RangeError);
    }
    const index = create(2);
    const good = Float32Array.of(1, 2);
    expect(scatterSearch([index], good, 5)).toEqual([]);
    expect(index.remove([1])).toBe(0);
    const bad = [
      Float32Array.of(1),
      Float32Array.of(1, 2, 3),
      Float32Array.of(1, Number.NaN),
      Float32Array.of(-Infinity, 1),
      new Float32Array(0),
      [1, 2] as unknown as Float32Array,
    ];
    for (const vector of bad) {
      expect(() => index.add([rowOf(2, good), rowOf(3, vector)])).toThrow(RangeError);
      expect(() => scatterSearch([index], vector, 1)).toThrow(RangeError);
    }
    for (const column of ['key', 'seq', 'start']) {
      expect(() => index.add([{ ...rowOf(2, good), [column]: 0.5 }])).toThrow(RangeError);
    }
    expect(index.size).toBe(0);
    index.add([rowOf(1, good)]);
    for (const k of [0, -3, 0.5, -Infinity]) expect(scatterSearch([index], good, k)).toEqual([]);
    for (const k of [1, 2.7, 1e12, Infinity]) expect(scatterSearch([index], good, k)).toHaveLength(1);
    expect(() => scatterSearch([index], good, Number.NaN)).toThrow(RangeError);
    const two = columnsOf([rowOf(1, good), rowOf(2, good)], 2);
    expect(create(2, two).size).toBe(2);
    for (const wrong of [
      { codes: new Int8Array(16) },
      { steps: Float32Array.of(1) },
      { seqs: Float64Array.of(1) },
      { starts: Float64Array.of(1, 0.5) },
      { keys: Float64Array.of(1, 1) },
      { steps: Float32Array.of(1, Number.NaN) },
    ]) {
      expect(() => create(2, { ...two, ...wrong })).toThrow(RangeError);
    }
  });
});

describe('compiled inner products', () => {
  const sumsOf = (products: InnerProducts, codes: Int8Array, query: Int16Array): readonly number[] => {
    const all: number[] = [];
    products(codes, codes.length / query.length, query, (first, sums) => {
      expect(first).toBe(all.length);
      all.push(...sums);
    });
    return all;
  };

  it('are those of plain JavaScript, whatever the dimension and however many there are', () => {
    const compiled = compileInnerProducts();
    if (compiled === null) throw new Error('This machine cannot run what it is tested with');
    const patterns = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(
        patterns,
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 1, max: 97 }),
        fc.integer({ min: 1, max: 6 }),
        (pattern, count, step, sixteens) => {
          const length = 16 * sixteens;
          const query = Int16Array.from(
            { length },
            (_, at) => 258 * (pattern[(at * 7) % pattern.length] ?? 0),
          );
          const codes = Int8Array.from(
            { length: count * length },
            (_, at) => pattern[(at * step) % pattern.length] ?? 0,
          );
          expect(sumsOf(compiled, codes, query)).toEqual(sumsOf(plainInnerProducts, codes, query));
        },
      ),
    );
  });

  it.each([
    ['equal', () => 1],
    ['opposite', (place: number) => (place % 2 === 0 ? 1 : -1)],
    ['uneven', (place: number) => (place === 0 ? 1 : 0.1)],
  ])('stay within 32 bits on the largest dimension there is, numbers %s', (_name, numberAt) => {
    const query = Float32Array.from({ length: 65_536 }, (_, place) => numberAt(place));
    const exact = query.reduce((sum, value) => sum + value * value, 0);
    for (const products of [compileInnerProducts() ?? plainInnerProducts, plainInnerProducts]) {
      const index = createScanIndex(65_536, undefined, products);
      index.add([1, 2, 3, 4, 5, 6].map((key) => rowOf(key, query)));
      for (const { score } of scatterSearch([index], query, 6)) {
        expect(Math.abs(score / exact - 1)).toBeLessThan(0.05);
      }
    }
  });

  it('are compiled from the source beside them', async () => {
    const committed = await readFile('src/main/vectors/inner-products-code.ts', 'utf8');
    expect(await textOfCode()).toBe(committed);
  });
});

describe('reading vectors into FAISS from bytes', () => {
  it('uses the bytes that this FAISS writes itself', () => {
    expect(faissWritesExpectedBytes()).toBe(true);
  });
});

describe('searching many indexes at once', () => {
  it('finds what one index of all would, whatever the order of the indexes', () => {
    fc.assert(
      fc.property(
        anyRows(DIMENSION, 40),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 40, maxLength: 40 }),
        anyVector(DIMENSION),
        fc.integer({ min: 0, max: 50 }),
        (rows, places, query, k) => {
          const indexes = Array.from({ length: 5 }, () => createScanIndex(DIMENSION));
          rows.forEach((row, place) => indexes[places[place] ?? 0]?.add([row]));
          const one = createScanIndex(DIMENSION);
          one.add(rows);
          const expected = scatterSearch([one], query, k);
          expect(scatterSearch(indexes, query, k)).toEqual(expected);
          expect(scatterSearch(indexes.toReversed(), query, k)).toEqual(expected);
        },
      ),
    );
  });

  it('merges scanned and FAISS indexes', () => {
    const flat = createFlatIndex(2);
    const scan = createScanIndex(2);
    flat.add([rowOf(2, Float32Array.of(1, 0))]);
    scan.add([rowOf(1, Float32Array.of(1, 0)), rowOf(3, Float32Array.of(0.5, 0))]);
    const hits = scatterSearch([flat, scan], Float32Array.of(1, 0), 2);
    expect(hits).toEqual([hitOf(1, 1), hitOf(2, 1)]);
    expect(scatterSearch([], Float32Array.of(1, 0), 2)).toEqual([]);
  });
});
