import { describe, expect, it } from 'vitest';
import { blockViews } from '../../../src/renderer/memory/block-views';
import { cutText } from '../../../src/renderer/memory/cut-text';
import type { RecallCandidate, RecallReport } from '../../../src/shared/model/recall';
import type { ContextCut } from '../../../src/shared/model/snapshot';
import { snapshotOf } from '../sample-snapshot';
import { messageId, sessionId } from '../samples';

function candidate(position: number): RecallCandidate {
  return {
    messageId: messageId(position),
    sessionId,
    sessionTitle: 'Chat 1',
    position,
    role: 'user',
    author: null,
    createdAt: 0,
    excerpt: `The first words of message ${position}`,
    rank: position,
    score: 1.5,
    vector: null,
    bm25: 4,
    parts: [],
    focus: 0,
    tokens: 12,
    verdict: 'kept',
  };
}

const recall: RecallReport = {
  query: '',
  candidates: [candidate(7), candidate(9)],
  floor: 0.5,
  topK: 5,
  tokenBudget: 600,
  mode: 'keyword',
  degraded: null,
};

const quotes = {
  kind: 'recalled',
  sources: [messageId(7), messageId(9)],
  windows: [null, [40, 90]],
  text: 'Quotes from earlier.\n\n[User, 2026-03-03]\n> one\n> \n> two\n\n[User, 2026-03-04]\n> … three …',
} as const;

describe('the blocks a model saw', () => {
  it('have the ranks that recall gave, and say what was sent first because it is newer', () => {
    const swapped = { ...quotes, sources: [messageId(9), messageId(7)], windows: [null, null] };
    const views = blockViews(snapshotOf([swapped], { recall }));
    expect(views.map((view) => view.heading)).toEqual(['Rank 9, message 9', 'Rank 7, message 7']);
    expect(views.map((view) => view.isNewer)).toEqual([true, false]);
  });

  it('show each quote as it was sent, and say which was shortened', () => {
    const views = blockViews(snapshotOf([quotes], { recall }));
    expect(views.map((view) => view.text)).toEqual([
      '[User, 2026-03-03]\n> one\n> \n> two',
      '[User, 2026-03-04]\n> … three …',
    ]);
    expect(views.map((view) => view.isShortened)).toEqual([false, true]);
    expect(views.map((view) => view.messageId)).toEqual(quotes.sources);
  });

  it('show only what was sent of what recall kept', () => {
    const sent = {
      ...quotes,
      sources: [messageId(9)],
      windows: [null],
      text: 'Quotes.\n\n[User, ]\n> three',
    };
    const views = blockViews(snapshotOf([sent], { recall }));
    expect(views.map((view) => view.heading)).toEqual(['Rank 9, message 9']);
  });

  it('keep the tokens of a forgotten block and nothing of its words', () => {
    const views = blockViews(snapshotOf([{ ...quotes, text: null, tokens: 193 }], { recall }));
    expect(views).toHaveLength(1);
    expect(views[0]).toMatchObject({ text: null, figures: '193', messageId: null });
  });

  it('say where a block was cut off', () => {
    const [view] = blockViews(snapshotOf([{ kind: 'summary', cutAt: 40, text: 'Ana' }]));
    expect(view?.isShortened).toBe(true);
  });
});

describe('what was left out', () => {
  const cut = (change: Partial<ContextCut>): string =>
    cutText(
      { kind: 'buffer', reason: 'over-budget', messageId: null, positions: null, tokens: 5_210, ...change },
      recall,
    );

  it('reads as a sentence about messages, one message, a quote or a part', () => {
    expect(cut({ positions: [3, 40] })).toBe('Messages 3–40 did not fit: 5,210 tokens');
    expect(cut({ positions: [65, 65], reason: 'truncated' })).toBe(
      'Message 65 was cut off at its end: 5,210 tokens',
    );
    expect(cut({ kind: 'recalled', messageId: messageId(9), reason: 'over-share', tokens: 12 })).toBe(
      'Recalled message 9 did not fit its share: 12 tokens',
    );
    expect(cut({ kind: 'profile', reason: 'over-share' })).toBe(
      'Profile did not fit its share: 5,210 tokens',
    );
    expect(cut({ positions: [1, 20], reason: 'left-out' })).toBe(
      'Messages 1–20 lay past the limit of this strategy: 5,210 tokens',
    );
  });
});
