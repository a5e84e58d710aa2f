import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../src/main/memory/profile/extract-facts';
import { disputed, holds, mergeFact, type KnownFact } from '../../src/main/memory/profile/merge-facts';
import type { FactId, MessageId } from '../../src/shared/model/ids';
import { profileCases, type ProfileCase } from '../fixtures/profile-cases';
import { sampleId } from '../renderer/samples';

/** Reads a case's user messages in their order and tells what is known then. */
function learn({ said }: ProfileCase): readonly (readonly [string, string, string])[] {
  let known: readonly KnownFact[] = [];
  for (const [index, [role, day, words]] of said.entries()) {
    if (role !== 'user') continue;
    const saidAt = new Date(`${day}T12:00:00`).getTime();
    for (const learned of extractFacts(words, saidAt)) {
      const evidence = [sampleId(3, index) as MessageId];
      for (const change of mergeFact(known, learned, { evidence, saidAt })) {
        if (change.kind === 'confirm') continue;
        if (change.kind === 'end') {
          known = known.map((fact) => (fact.id === change.id ? { ...fact, validTo: change.validTo } : fact));
          continue;
        }
        const id = sampleId(8, known.length) as FactId;
        known = known.map((fact) =>
          change.supersedes.includes(fact.id)
            ? { ...fact, supersededBy: id, validTo: change.validFrom }
            : fact,
        );
        const { validFrom, validTo, supersededBy } = change;
        const { attribute, value, confidence } = change.fact;
        known = [...known, { id, attribute, value, confidence, validFrom, validTo, supersededBy }];
      }
    }
  }
  const both = disputed(known);
  return known.map((fact) => [
    fact.attribute,
    fact.value,
    both.has(fact.id) ? 'disputed' : holds(fact) ? 'holds' : 'past',
  ]);
}

describe('what is learned without a model', () => {
  it('is held against sixty cases', () => {
    expect(profileCases).toHaveLength(60);
  });

  for (const [index, each] of profileCases.entries()) {
    const [, , words] = each.said.at(-1)!;
    it(`${String(index + 1)}, ${each.kind}: ${words.slice(0, 60)}`, () => {
      expect(learn(each).toSorted()).toEqual(each.facts.map((fact) => [...fact]).toSorted());
    });
  }
});
