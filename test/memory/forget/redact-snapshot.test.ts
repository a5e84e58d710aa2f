import { describe, expect, it } from 'vitest';
import { emptyStrings, redactSnapshot } from '../../../src/main/memory/forget/redact-snapshot';
import type { MessageId } from '../../../src/shared/model/ids';
import { snapshotOf } from '../../renderer/sample-snapshot';
import { messageId } from '../../renderer/samples';

describe('the record of a turn', () => {
  it('keeps of a forgotten message its tokens and nothing more', () => {
    const snapshot = snapshotOf([
      { kind: 'recalled', sources: [messageId(3), messageId(4)], windows: [null, null], hash: 'r' },
      { sources: [messageId(5)], hash: 'b', text: 'Five' },
      { sources: [messageId(1)], hash: 'q' },
    ]);
    const forgotten = new Set<MessageId>([messageId(3), messageId(1)]);
    const redacted = redactSnapshot(snapshot, forgotten);
    expect(redacted.tokensEstimated).toBe(snapshot.tokensEstimated);
    expect(redacted.blocks.map(({ tokens }) => tokens)).toEqual(snapshot.blocks.map(({ tokens }) => tokens));
    expect(redacted.blocks.map(({ sources, text, hash }) => [sources, text, hash])).toEqual([
      [[messageId(4)], null, ''],
      [[messageId(5)], 'Five', 'b'],
      [[], null, ''],
    ]);
  });

  it('is emptied of held strings wherever they stand, and keeps its shape', () => {
    const record = { a: ['secret', 1, null], b: { c: 'plain', d: 'secret' } };
    expect(emptyStrings(record, (text) => text === 'secret')).toEqual({
      a: ['', 1, null],
      b: { c: 'plain', d: '' },
    });
  });
});
