import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeIndexFile, encodeIndexFile } from '../../src/main/vectors/index-file';
import { anyRows, columnsOf, rowOf } from './random-vectors';

const identity = { dimension: 4, model: 'model', stamp: '17' };
const anyContents = anyRows(4, 12).map((rows) => columnsOf(rows, 4));

describe('the bytes of an index file', () => {
  it('give back what was written', () => {
    fc.assert(
      fc.property(anyContents, (rows) => {
        expect(decodeIndexFile(encodeIndexFile(rows, identity), identity)).toEqual(rows);
      }),
    );
  });

  it('give it back wherever in memory they lie', () => {
    fc.assert(
      fc.property(anyContents, fc.integer({ min: 0, max: 8 }), (rows, offset) => {
        const bytes = encodeIndexFile(rows, identity);
        const moved = Buffer.alloc(bytes.length + offset);
        bytes.copy(moved, offset);
        expect(decodeIndexFile(moved.subarray(offset), identity)).toEqual(rows);
      }),
    );
  });

  it('are refused with any one bit flipped', () => {
    fc.assert(
      fc.property(anyContents, fc.nat(), fc.integer({ min: 0, max: 7 }), (rows, position, bit) => {
        const bytes = encodeIndexFile(rows, identity);
        const at = position % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        expect(decodeIndexFile(bytes, identity)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('are refused with any single byte of the header changed', () => {
    const rows = columnsOf(
      [1, 2].map((key) => rowOf(key, new Float32Array(4).fill(0.5))),
      4,
    );
    const good = encodeIndexFile(rows, identity);
    for (let at = 0; at < 120; at += 1) {
      const bytes = Buffer.from(good);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
      expect(decodeIndexFile(bytes, identity)).toBeNull();
    }
  });

  it('are refused when cut short or followed by anything', () => {
    fc.assert(
      fc.property(anyContents, fc.nat(), (rows, position) => {
        const bytes = encodeIndexFile(rows, identity);
        expect(decodeIndexFile(bytes.subarray(0, position % bytes.length), identity)).toBeNull();
        expect(
          decodeIndexFile(Buffer.concat([bytes, Buffer.alloc((position % 9) + 1)]), identity),
        ).toBeNull();
      }),
    );
  });

  it('are refused for another model, dimension or state, and when they are something else', () => {
    const bytes = encodeIndexFile(columnsOf([rowOf(1, new Float32Array(4))], 4), identity);
    expect(decodeIndexFile(bytes, { ...identity, model: 'other' })).toBeNull();
    expect(decodeIndexFile(bytes, { ...identity, dimension: 20 })).toBeNull();
    expect(decodeIndexFile(bytes, { ...identity, stamp: '18' })).toBeNull();
    expect(decodeIndexFile(Buffer.alloc(4_096), identity)).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(decodeIndexFile(Buffer.from(noise), identity)).toBeNull();
      }),
    );
  });
});
