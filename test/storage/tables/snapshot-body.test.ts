import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSnapshot, writeSnapshot } from '../../../src/main/storage/tables/snapshot-body';
import type { RecallCandidate, ScorePart } from '../../../src/shared/model/recall';
import type { ContextBlock, TurnSnapshot } from '../../../src/shared/model/snapshot';

const id = fc.uuid() as fc.Arbitrary<never>;
const words = fc.string({ maxLength: 20 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const score = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));

const block: fc.Arbitrary<ContextBlock> = fc
  .record({
    kind: fc.constantFrom('system', 'profile', 'summary', 'recalled', 'buffer'),
    role: fc.constantFrom('system', 'user', 'assistant'),
    tokens: fc.nat(),
    sources: fc.array(id, { maxLength: 3 }),
    cutAt: maybe(fc.nat()),
    summaryId: maybe(id),
    template: fc.nat(2),
    hash: words,
    text: maybe(words),
    window: maybe(fc.tuple(fc.nat(), fc.nat())),
  })
  .map(({ window, ...rest }) => ({ ...rest, windows: rest.sources.map(() => window) }));

const names = ['keyword', 'vector', 'session'] as const satisfies readonly ScorePart['name'][];
const candidate: fc.Arbitrary<RecallCandidate> = fc
  .record({
    messageId: id,
    sessionId: id,
    sessionTitle: words,
    position: fc.nat(),
    role: fc.constantFrom('user', 'assistant'),
    author: maybe(words),
    createdAt: fc.nat(),
    excerpt: words,
    rank: fc.nat(),
    score,
    vector: maybe(score),
    bm25: maybe(score),
    focus: fc.nat(),
    tokens: fc.nat(),
    verdict: fc.constantFrom('kept', 'duplicate'),
    values: fc.tuple(score, score, score),
    isSecondLook: fc.boolean(),
    isOdd: fc.nat(9).map((one) => one === 0),
  })
  .map(({ values, isSecondLook, isOdd, ...rest }) => ({
    ...rest,
    parts: (isOdd ? names.slice(1) : names).map((name, index) => ({ name, value: values[index]! })),
    ...(isSecondLook ? { isSecondLook: true as const } : {}),
  }));

const snapshot: fc.Arbitrary<TurnSnapshot> = fc
  .record({
    blocks: fc.array(block, { maxLength: 6 }),
    candidates: maybe(fc.array(candidate, { maxLength: 4 })),
  })
  .map(({ blocks, candidates }) => ({
    ...({
      turnId: 't',
      turnNumber: 1,
      cuts: [],
      latencies: [],
      tokensReported: null,
    } as unknown as TurnSnapshot),
    blocks,
    recall:
      candidates === null
        ? null
        : { query: 'q', floor: 0.1, topK: 5, tokenBudget: 100, mode: 'hybrid', degraded: null, candidates },
  }));

describe('a snapshot in the database', () => {
  it('is read as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(snapshot, (one) => {
        expect(readSnapshot(writeSnapshot(one))).toEqual(one);
      }),
    );
  });

  it('is read in full as earlier versions wrote it', () => {
    fc.assert(
      fc.property(snapshot, (one) => {
        expect(readSnapshot(JSON.stringify(one))).toEqual(one);
      }),
    );
  });

  it('says in its text whether a profile was sent', () => {
    fc.assert(
      fc.property(snapshot, (one) => {
        const holdsWords = one.blocks.some(({ kind, text }) => kind === 'profile' && text !== null);
        if (holdsWords) expect(writeSnapshot(one)).toContain('"kind":"profile"');
      }),
    );
  });
});
