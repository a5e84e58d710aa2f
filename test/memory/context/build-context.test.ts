import { beforeAll, describe, expect, it } from 'vitest';
import { buildContext, type ContextParts } from '../../../src/main/memory/context/build-context';
import { recalledHeading } from '../../../src/main/memory/context/templates';
import type { PathMessage } from '../../../src/main/memory/path/path-message';
import type { TokenCounter } from '../../../src/main/memory/tokens/token-counter';
import type { MessageId, SummaryId } from '../../../src/shared/model/ids';
import { standardBudgets, type Budgets } from '../../../src/shared/settings';
import { sharedCounters } from '../../fakes/shared-counters';
import { manyWords } from '../../property/random-words';

let counter: TokenCounter;
beforeAll(async () => {
  counter = await sharedCounters.forModel('gpt-4o');
});

function message(position: number, content: string): PathMessage {
  const role = position % 2 === 1 ? 'user' : 'assistant';
  const id = `m${String(position)}` as MessageId;
  return { id, position, role, author: null, content, tokens: counter.count(content), createdAt: 0 };
}

const quote = (position: number, text = `> quote ${String(position)}`) => ({
  messageId: `m${String(position)}` as MessageId,
  text,
  window: null,
});

function build(parts: Partial<ContextParts>, budgets: Partial<Budgets> = {}) {
  const whole: ContextParts = {
    systemPrompt: 'Be kind.',
    profile: null,
    summary: null,
    recalled: [],
    waiting: [],
    continuation: null,
    buffer: [message(9, 'And now?')],
    ...parts,
  };
  return buildContext(whole, { ...standardBudgets, ...budgets }, counter);
}

describe('a context', () => {
  it('stands in its order: system, profile, summary, recalled, waiting, buffer, question', () => {
    const { blocks } = build({
      profile: [{ text: '- Lives in Porto', sources: [] }],
      summary: { id: 's1' as SummaryId, text: 'They met.' },
      recalled: [quote(1)],
      waiting: [message(6, 'Waiting.')],
      buffer: [message(7, 'Seven.'), message(8, 'Eight.'), message(9, 'Nine?')],
    });
    expect(blocks.map(({ kind, message: { role } }) => `${kind} ${role}`)).toEqual([
      'system system',
      'profile system',
      'summary system',
      'recalled system',
      'buffer assistant',
      'buffer user',
      'buffer assistant',
      'buffer user',
    ]);
    expect(blocks.at(-1)!.message.content).toBe('Nine?');
  });

  it('is the same for the same parts', () => {
    const parts = { recalled: [quote(1), quote(2)], waiting: [message(6, manyWords(40))] };
    expect(build(parts)).toEqual(build(parts));
  });

  it('needs a question', () => {
    expect(() => build({ buffer: [] })).toThrow();
  });

  it('does not quote a waiting message that is sent verbatim after all', () => {
    const { blocks } = build({
      recalled: [quote(5), quote(1)],
      waiting: [message(5, 'Five.'), message(6, 'Six.')],
    });
    expect(blocks.filter(({ kind }) => kind === 'recalled').flatMap(({ sources }) => sources)).toEqual([
      'm1',
    ]);
    expect(blocks.filter(({ kind }) => kind === 'buffer').flatMap(({ sources }) => sources)).toEqual([
      'm5',
      'm6',
      'm9',
    ]);
  });

  it('sends the newest waiting messages that fit without a gap, and names the others by position', () => {
    const waiting = [1, 2, 3, 4].map((position) => message(position, manyWords(200, position)));
    const { blocks, cuts } = build({ waiting }, { maxContextTokens: 1_200, replyReserveTokens: 500 });
    const sent = blocks.filter(({ kind }) => kind === 'buffer').flatMap(({ sources }) => sources);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.length).toBeLessThan(5);
    const firstSent = 5 - (sent.length - 1);
    const unsent = waiting.slice(0, firstSent - 1);
    expect(cuts).toEqual([
      {
        kind: 'buffer',
        reason: 'over-budget',
        messageId: null,
        positions: [1, firstSent - 1],
        tokens: unsent.reduce((sum, { tokens }) => sum + tokens + 4, 0),
      },
    ]);
  });

  it('leaves out a quote over the share, keeps a shorter one below it, and records the cut', () => {
    const { blocks, cuts } = build(
      { recalled: [quote(1, `> ${manyWords(300)}`), quote(2)] },
      { recalledTokens: 100 },
    );
    const recalled = blocks.find(({ kind }) => kind === 'recalled')!;
    expect(recalled.sources).toEqual(['m2']);
    expect(recalled.message.content).toBe(`${recalledHeading}\n\n> quote 2`);
    expect(cuts).toMatchObject([{ kind: 'recalled', reason: 'over-share', messageId: 'm1' }]);
  });

  it('shortens the question when nothing else helps, and says by how much', () => {
    const question = message(9, manyWords(5_000));
    const { blocks, cuts, tokens } = build(
      { buffer: [question] },
      { maxContextTokens: 1_000, replyReserveTokens: 300 },
    );
    expect(tokens).toBeLessThanOrEqual(700);
    const asked = blocks.at(-1)!;
    expect(question.content.startsWith(asked.message.content)).toBe(true);
    expect(asked.cutAt).toBe(asked.message.content.length);
    expect(cuts).toContainEqual(
      expect.objectContaining({
        messageId: 'm9',
        reason: 'truncated',
        tokens: question.tokens - (asked.tokens - 4),
      }),
    );
  });

  it('passes over an answer without a word', () => {
    const { blocks, cuts } = build({ buffer: [message(7, 'Seven?'), message(8, ''), message(9, 'Nine?')] });
    expect(blocks.flatMap(({ sources }) => sources)).toEqual(['m7', 'm9']);
    expect(cuts).toEqual([]);
  });

  it('gives a part without a share no room, and records it', () => {
    const { blocks, cuts } = build({ systemPrompt: 'Be kind.' }, { systemTokens: 0 });
    expect(blocks.map(({ kind }) => kind)).toEqual(['buffer']);
    expect(cuts).toMatchObject([{ kind: 'system', reason: 'over-share' }]);
  });
});
