import { describe, expect, it } from 'vitest';
import type { PathMessage } from '../../../src/main/memory/path/path-message';
import { planSummarySegment } from '../../../src/main/memory/summary/plan-summary';
import { splitSegment } from '../../../src/main/memory/summary/summary-prompt';
import type { MessageId } from '../../../src/shared/model/ids';
import { standardBudgets } from '../../../src/shared/settings';

const path = (roles: string, tokens = 10): readonly PathMessage[] =>
  Array.from(roles, (letter, index) => ({
    id: `m${String(index)}` as MessageId,
    position: index + 1,
    role: letter === 'u' ? 'user' : letter === 't' ? 'tool' : 'assistant',
    author: null,
    content: letter,
    tokens,
    createdAt: index,
  }));
const budgets = { ...standardBudgets, bufferMessageLimit: 6 };
const folded = (roles: string, tokens?: number): string | null =>
  planSummarySegment(path(roles, tokens), budgets)
    ?.map(({ content }) => content)
    .join('') ?? null;

describe('the segment a summary folds', () => {
  it('is none while the messages are inside both limits', () => {
    expect([folded('uauaua'), folded('u'), folded('')]).toEqual([null, null, null]);
    expect(folded('ua', 1_996)).toBeNull();
  });

  it('is due by messages or by tokens with their overhead', () => {
    expect(folded('uauauau')).toBe('ua');
    expect(folded('uaua', 997)).toBe('ua');
    expect(folded('uaua', 996)).toBeNull();
  });

  it('ends where a user message follows, as near to the half as there is one', () => {
    expect(folded('uauauaua')).toBe('uaua');
    expect(folded('uaaaaaau')).toBe('uaaaaaa');
    expect(folded('uattattau')).toBe('uattatta');
  });

  it('is the older half where no user message follows, and never the newest message', () => {
    expect(folded('uaaaaaaa')).toBe('uaaa');
    expect(folded('uatttttt')).toBe('u');
    expect(folded('u', 9_000)).toBeNull();
    expect(folded('uu', 9_000)).toBe('u');
  });
});

describe('a segment for a summariser', () => {
  const split = (tokens: readonly number[], window: number): readonly (readonly number[])[] =>
    splitSegment(
      tokens.map((count) => ({ tokens: count })),
      window,
    ).map((run) => run.map((item) => item.tokens));

  it('is cut into runs that fit its window, in order, none empty', () => {
    expect(split([3, 3, 3, 9, 1], 6)).toEqual([[3, 3], [3], [9], [1]]);
    expect(split([], 6)).toEqual([]);
  });
});
