import { describe, expect, it } from 'vitest';
import { mergeLooks } from '../../../src/main/memory/second-look/merge-looks';
import type { MessageId } from '../../../src/shared/model/ids';
import type { RecallCandidate, RecallReport, Verdict } from '../../../src/shared/model/recall';

function report(topK: number, verdicts: Readonly<Record<string, Verdict>>): RecallReport {
  const candidates = Object.entries(verdicts).map(([id, verdict], index): RecallCandidate => ({
    messageId: id as MessageId,
    sessionId: 's' as RecallCandidate['sessionId'],
    sessionTitle: 'Chat',
    position: index + 1,
    role: 'user',
    author: null,
    createdAt: 0,
    excerpt: id,
    rank: index + 1,
    score: 1,
    vector: null,
    bm25: 1,
    parts: [],
    focus: 0,
    tokens: 10,
    verdict,
  }));
  return { query: 'q', candidates, floor: 0.5, topK, tokenBudget: 100, mode: 'keyword', degraded: null };
}

const verdictsOf = ({ candidates }: RecallReport) =>
  candidates.map(({ messageId, verdict, rank, isSecondLook }) => [
    messageId,
    verdict,
    rank,
    isSecondLook === true,
  ]);

describe('two looks as one', () => {
  it('put what is new first, and count only what was not sent before as new', () => {
    const first = report(3, { a: 'kept', b: 'in-buffer', c: 'below-floor' });
    const { report: merged, found } = mergeLooks(first, [report(3, { a: 'kept', c: 'kept', b: 'kept' })]);
    expect(found).toEqual(['c']);
    expect(verdictsOf(merged)).toEqual([
      ['c', 'kept', 1, true],
      ['a', 'kept', 2, false],
      ['b', 'in-buffer', 3, false],
    ]);
  });

  it('never keep more than top-k: the last of the old give way, and no query crowds out another', () => {
    const first = report(3, { a: 'kept', b: 'kept', c: 'kept' });
    const later = [report(3, { d: 'kept', e: 'kept' }), report(3, { f: 'kept' })];
    const { report: merged, found } = mergeLooks(first, later);
    expect(found).toEqual(['d', 'f', 'e']);
    expect(merged.candidates.filter(({ verdict }) => verdict === 'kept')).toHaveLength(3);
  });

  it('are the first where the second finds nothing new', () => {
    const first = report(3, { a: 'kept', b: 'over-budget' });
    const { report: merged, found } = mergeLooks(first, [report(3, { a: 'kept', z: 'below-floor' })]);
    expect(found).toEqual([]);
    expect(merged).toEqual(first);
  });
});
