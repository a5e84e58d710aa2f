import { describe, expect, it } from 'vitest';
import { linkedMessages } from '../../../src/renderer/thread/linked-messages';
import type { TurnId } from '../../../src/shared/model/ids';
import type { RecallCandidate, RecallReport } from '../../../src/shared/model/recall';
import { snapshotOf } from '../sample-snapshot';
import { messageId, sampleId, sampleMessage } from '../samples';

function turnOf(turn: number, replyPosition: number, kept: readonly number[], dropped: readonly number[]) {
  const candidate = (position: number, verdict: RecallCandidate['verdict']) =>
    ({ messageId: messageId(position), verdict }) as RecallCandidate;
  const candidates = [
    ...kept.map((position) => candidate(position, 'kept')),
    ...dropped.map((position) => candidate(position, 'below-floor')),
  ];
  const report: RecallReport = {
    query: '',
    candidates,
    floor: 0,
    topK: 8,
    tokenBudget: 1_000,
    mode: 'keyword',
    degraded: null,
  };
  const turnId = sampleId(2, turn) as TurnId;
  return [turnId, snapshotOf([], { turnId, replyId: messageId(replyPosition), recall: report })] as const;
}

const snapshots = Object.fromEntries([turnOf(1, 10, [1, 2], [3]), turnOf(2, 12, [2], [1])]);

describe('the messages that belong together by recall', () => {
  it('are the sources of an answer', () => {
    const answer = sampleMessage(10, { turnId: sampleId(2, 1) as TurnId });
    expect(linkedMessages(answer, snapshots)).toEqual([messageId(1), messageId(2)]);
  });

  it('are the answers that used a source, and not those that only considered it', () => {
    expect(linkedMessages(sampleMessage(2), snapshots)).toEqual([messageId(10), messageId(12)]);
    expect(linkedMessages(sampleMessage(1), snapshots)).toEqual([messageId(10)]);
    expect(linkedMessages(sampleMessage(3), snapshots)).toEqual([]);
  });
});
