import type { FactId, MessageId } from '../../../shared/model/ids';
import type { Fact } from '../../../shared/model/profile';
import { contradict, replacesOld, sameValue, type LearnedFact } from './learned-fact';

/** What is known, as far as merging asks. */
export type KnownFact = Pick<
  Fact,
  'id' | 'attribute' | 'value' | 'validFrom' | 'validTo' | 'supersededBy' | 'confidence'
>;

/** What a learned fact rests on and when that was said, in milliseconds since 1970. */
export interface LearnedAt {
  readonly evidence: readonly MessageId[];
  readonly saidAt: number;
}

/** One change of a profile. */
export type FactChange =
  | {
      readonly kind: 'add';
      readonly fact: LearnedFact;
      readonly validFrom: number | null;
      readonly validTo: number | null;
      readonly supersededBy: FactId | null;
      /** The facts whose place it takes. */
      readonly supersedes: readonly FactId[];
    }
  | { readonly kind: 'confirm'; readonly id: FactId; readonly confidence: number }
  | { readonly kind: 'end'; readonly id: FactId; readonly validTo: number };

/**
 * What a learned fact changes. A newer value takes the place of an older one, whatever the order they are read in, and
 * nothing is erased; a value said again is confirmed; of two that cannot both hold both stay.
 */
export function mergeFact(
  known: readonly KnownFact[],
  fact: LearnedFact,
  at: LearnedAt,
): readonly FactChange[] {
  const same = known.filter(
    (other) => other.attribute === fact.attribute && sameValue(other.value, fact.value),
  );
  const standing = same.find(holds);
  switch (fact.state) {
    case 'ended':
      if (standing !== undefined) return [{ kind: 'end', id: standing.id, validTo: fact.to ?? at.saidAt }];
      return same.length > 0 ? [] : [addPast(fact, at)];
    case 'past': {
      if (standing !== undefined) {
        const isNewer = at.saidAt > (standing.validFrom ?? 0);
        return isNewer ? [{ kind: 'end', id: standing.id, validTo: fact.to ?? at.saidAt }] : [];
      }
      return same.length > 0 ? [confirm(same[0])].flat() : [addPast(fact, at)];
    }
    case 'holds':
      return standing === undefined ? [addHolding(known, fact, at)] : confirm(standing);
  }
}

/** Whether a fact is said to hold: nothing ended it or took its place. */
export function holds({ validTo, supersededBy }: Pick<KnownFact, 'validTo' | 'supersededBy'>): boolean {
  return validTo === null && supersededBy === null;
}

/** The facts that hold and contradict another that does. */
export function disputed(facts: readonly KnownFact[]): ReadonlySet<FactId> {
  const standing = facts.filter(holds);
  return new Set(
    standing.filter((fact) => standing.some((other) => contradict(fact, other))).map(({ id }) => id),
  );
}

function confirm(fact: KnownFact | undefined): readonly FactChange[] {
  if (fact === undefined) return [];
  // Each time it is said half of the doubt goes.
  return [{ kind: 'confirm', id: fact.id, confidence: Math.min(0.99, 1 - (1 - fact.confidence) / 2) }];
}

function addPast(fact: LearnedFact, { saidAt }: LearnedAt): FactChange {
  const validTo = fact.to ?? saidAt;
  return { kind: 'add', fact, validFrom: fact.from, validTo, supersededBy: null, supersedes: [] };
}

function addHolding(known: readonly KnownFact[], fact: LearnedFact, { saidAt }: LearnedAt): FactChange {
  const validFrom = fact.from ?? saidAt;
  const rivals = replacesOld(fact.attribute)
    ? known.filter((other) => other.attribute === fact.attribute && holds(other))
    : [];
  // Chats are read in any order: what was said before the value in force is news of the past.
  const newer = rivals.find((other) => (other.validFrom ?? 0) > validFrom);
  if (newer !== undefined) {
    const validTo = newer.validFrom;
    return { kind: 'add', fact, validFrom, validTo, supersededBy: newer.id, supersedes: [] };
  }
  const supersedes = rivals.map(({ id }) => id);
  return { kind: 'add', fact, validFrom, validTo: null, supersededBy: null, supersedes };
}
