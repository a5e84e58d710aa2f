import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildContext } from '../../../src/main/memory/context/build-context';
import { startOfEnd } from '../../../src/main/memory/context/end-of-text';
import { continuationRequest } from '../../../src/main/memory/context/templates';
import type { TokenCounter } from '../../../src/main/memory/tokens/token-counter';
import type { MessageId } from '../../../src/shared/model/ids';
import { standardBudgets, type Budgets } from '../../../src/shared/settings';
import { sharedCounters } from '../../fakes/shared-counters';
import { randomBudgets } from '../../property/random-budgets';
import { manyWords } from '../../property/random-words';

let counter: TokenCounter;
beforeAll(async () => {
  counter = await sharedCounters.forModel('gpt-4o');
});

const reply = 'reply' as MessageId;

function build(question: string, broken: string, budgets: Partial<Budgets> = {}) {
  const asked = { id: 'q' as MessageId, position: 1, role: 'user', author: null, createdAt: 0 } as const;
  return buildContext(
    {
      systemPrompt: '',
      profile: null,
      summary: null,
      recalled: [],
      waiting: [],
      buffer: [{ ...asked, content: question, tokens: counter.count(question) }],
      continuation: { id: reply, text: broken },
    },
    { ...standardBudgets, ...budgets },
    counter,
  );
}

describe('a reply that is to go on', () => {
  it('stands after its question, whole, and the request to go on after it', () => {
    const { blocks, cuts } = build('Where?', 'On the ca');
    expect(blocks.slice(-3).map(({ kind, message }) => [kind, message.role, message.content])).toEqual([
      ['buffer', 'user', 'Where?'],
      ['buffer', 'assistant', 'On the ca'],
      ['system', 'user', continuationRequest],
    ]);
    expect(blocks.at(-2)).toMatchObject({ sources: [reply], windows: [null] });
    expect(cuts).toEqual([]);
  });

  it('is sent with its end where not all of it fits, and the cut is named', () => {
    const broken = `${manyWords(5_000)} and then`;
    const { blocks, cuts } = build('Where?', broken);
    const sent = blocks.at(-2)!;
    expect(sent.windows).toEqual([[broken.length - sent.message.content.length, broken.length]]);
    expect(sent.message.content.endsWith('and then')).toBe(true);
    expect(sent.tokens).toBeGreaterThan(1_000);
    expect(cuts).toEqual([
      expect.objectContaining({ kind: 'buffer', reason: 'truncated', messageId: reply }),
    ]);
  });

  it('never breaks the wall, nor takes the place of the question', () => {
    fc.assert(
      fc.property(
        randomBudgets,
        fc.nat({ max: 4_000 }),
        fc.nat({ max: 4_000 }),
        (budgets, questionWords, brokenWords) => {
          const question = `Q ${manyWords(questionWords)}`;
          const { blocks, tokens } = build(question, manyWords(brokenWords + 1), budgets);
          expect(tokens + budgets.replyReserveTokens).toBeLessThanOrEqual(budgets.maxContextTokens);
          const counted = blocks.reduce((sum, block) => sum + counter.count(block.message.content) + 4, 3);
          expect(counted).toBeLessThanOrEqual(tokens);
          const asked = blocks.find(({ sources }) => sources[0] === 'q');
          expect(asked?.message.content.startsWith('Q')).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves no room to a broken reply where there is hardly room for a question', () => {
    const { blocks } = build('Why?', manyWords(50), { maxContextTokens: 1_000, replyReserveTokens: 744 });
    expect(blocks.some(({ sources }) => sources[0] === 'q')).toBe(true);
  });
});

describe('the end of a text', () => {
  it('begins at the text’s own beginning where all of it fits', () => {
    expect(startOfEnd('short', 10, counter)).toBe(0);
  });

  it('fits the limit, is nearly as long as it could be, and splits no character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat({ max: 200 }), (limit, words) => {
        const text = `${manyWords(words)}👩‍👩‍👧‍👦${'é'.repeat(40)} end`;
        const start = startOfEnd(text, limit, counter);
        const end = text.slice(start);
        if (end !== '') expect(counter.count(end)).toBeLessThanOrEqual(limit);
        expect(end).not.toMatch(/^[\u{dc00}-\u{dfff}\u{200d}]/u);
      }),
      { numRuns: 100 },
    );
  });

  it('is empty where nothing is allowed', () => {
    expect(startOfEnd('words', 0, counter)).toBe(5);
  });
});
