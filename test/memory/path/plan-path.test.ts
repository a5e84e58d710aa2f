import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferLimits, planTail, type BufferLimits } from '../../../src/main/memory/path/plan-path';
import type { PathMessage } from '../../../src/main/memory/path/path-message';
import type { MessageId } from '../../../src/shared/model/ids';
import type { Role } from '../../../src/shared/model/message';
import { standardBudgets } from '../../../src/shared/settings';

const letters: Readonly<Record<string, Role>> = { u: 'user', a: 'assistant', t: 'tool' };

/** A path of one letter a message: u(ser), a(ssistant), t(ool); each of as many tokens. */
function path(roles: string, tokens = 6): readonly PathMessage[] {
  return Array.from(roles, (letter, index) => ({
    id: `m${String(index)}` as MessageId,
    position: index + 1,
    role: letters[letter] ?? 'user',
    author: null,
    content: letter,
    tokens,
    createdAt: index,
  }));
}

const limits = (messages: number, tokens = Infinity): BufferLimits => ({
  messages,
  tokens,
  summarises: true,
  recalls: true,
});
const buffered = (roles: string, limit: BufferLimits): string =>
  planTail(path(roles), limit)
    .buffer.map(({ content }) => content)
    .join('');

describe('the end of a path', () => {
  it('goes whole into the buffer while it is inside both limits', () => {
    expect(buffered('uauau', limits(5))).toBe('uauau');
    expect(buffered('uauau', limits(9, 50))).toBe('uauau');
    expect(buffered('', limits(5))).toBe('');
  });

  it('is cut by messages or by tokens with their overhead, whichever comes first', () => {
    expect(buffered('uauau', limits(3))).toBe('uau');
    expect(buffered('uauau', limits(9, 49))).toBe('uau');
    expect(buffered('uauau', limits(3, 1_000))).toBe('uau');
  });

  it('begins with a user message where that leaves half of what fits', () => {
    expect(buffered('uauau', limits(4))).toBe('uau');
    expect(buffered('uaaaaau', limits(4))).toBe('aaau');
  });

  it('never begins with the results of a tool call', () => {
    expect(buffered('uattttau', limits(5))).toBe('au');
    expect(buffered('uattttat', limits(6))).toBe('at');
  });

  it('always holds the newest message, however long', () => {
    expect(buffered('uau', limits(5, 3))).toBe('u');
    expect(buffered('uat', limits(5, 0))).toBe('t');
  });

  it('is split without loss or overlap, the buffer within its limits', () => {
    const message = fc.record({ letter: fc.constantFrom('u', 'a', 't'), tokens: fc.nat({ max: 100 }) });
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat({ max: 2_000 }),
        (list, messages, tokens) => {
          const all = path(list.map(({ letter }) => letter).join('')).map((item, index) => ({
            ...item,
            tokens: list[index]!.tokens,
          }));
          const { buffer, beyond } = planTail(all, limits(messages, tokens));
          expect([...beyond, ...buffer]).toEqual(all);
          expect(buffer.length).toBeGreaterThan(0);
          expect(buffer.length).toBeLessThanOrEqual(messages);
          const used = buffer.reduce((sum, item) => sum + item.tokens + 4, 0);
          if (buffer.length > 1) expect(used).toBeLessThanOrEqual(tokens);
        },
      ),
    );
  });
});

describe('the limits of the buffer', () => {
  it('leave the standard tier its trigger of 4,000 tokens and 20 messages', () => {
    expect(bufferLimits('hybrid', standardBudgets)).toEqual({
      messages: 20,
      tokens: 4_000,
      summarises: true,
      recalls: true,
    });
    expect(bufferLimits('summary', standardBudgets)).toMatchObject({ tokens: 4_000, recalls: false });
    expect(bufferLimits('retrieval', standardBudgets)).toMatchObject({ tokens: 4_000, summarises: false });
  });

  it('without memory are the messages alone, or the tokens alone', () => {
    expect(bufferLimits('buffer', standardBudgets)).toMatchObject({ messages: 20, tokens: 7_000 });
    expect(bufferLimits('sliding-window', standardBudgets)).toMatchObject({
      messages: Infinity,
      tokens: 7_000,
    });
  });

  it('give way to the other parts where recall must know what is sent', () => {
    const tight = { ...standardBudgets, maxContextTokens: 4_000, summaryTrigger: 0.9 };
    const { tokens } = bufferLimits('hybrid', tight);
    expect(tokens).toBeLessThanOrEqual(4_000 - 1_000 - 600 - 500 - 1_200);
    expect(bufferLimits('hybrid', { ...tight, recalledTokens: 9_000 }).tokens).toBe(0);
  });
});
