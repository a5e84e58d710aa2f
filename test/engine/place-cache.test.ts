import { describe, expect, it } from 'vitest';
import { createPlaceCache } from '../../src/main/engine/place-cache';

describe('the places of chunks', () => {
  it('are read once, in the part that is not known, and never made up for what is gone', () => {
    const cache = createPlaceCache();
    const asked: (readonly number[])[] = [];
    const read = (ids: readonly number[]) => {
      asked.push(ids);
      return ids.filter((id) => id !== 9).map((id) => ({ id, seq: id * 10, start: 0 }));
    };
    expect([...cache.find([1, 2, 9], read).keys()]).toEqual([1, 2]);
    expect([...cache.find([2, 3, 9], read).keys()]).toEqual([2, 3]);
    expect(asked).toEqual([
      [1, 2, 9],
      [3, 9],
    ]);
    cache.clear();
    cache.find([1], read);
    expect(asked.at(-1)).toEqual([1]);
    expect(cache.bytes).toBeGreaterThan(0);
  });
});
