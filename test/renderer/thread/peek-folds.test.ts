import { describe, expect, it } from 'vitest';
import { foldsAround } from '../../../src/renderer/thread/peek-folds';

describe('what a peek folds', () => {
  it.each([
    [41, { replyPosition: 66, summaryEnd: 44 }, [1, 40], [42, 44], [45, 64]],
    [1, { replyPosition: 66, summaryEnd: 44 }, null, [2, 44], [45, 64]],
    [44, { replyPosition: 66, summaryEnd: 44 }, [1, 43], null, [45, 64]],
    [50, { replyPosition: 66, summaryEnd: 44 }, [1, 49], null, [51, 64]],
    [64, { replyPosition: 66, summaryEnd: null }, [1, 63], null, null],
    [10, { replyPosition: null, summaryEnd: 44 }, [1, 9], null, null],
    [10, { replyPosition: 20, summaryEnd: 44 }, [1, 9], null, [11, 18]],
  ] as const)('around message %i of %j', (position, place, before, summarised, after) => {
    expect(foldsAround(position, place)).toEqual({ before, summarised, after });
  });
});
