import { factAttributes, type Fact, type FactAttribute } from '../../shared/model/profile';

/** The facts of one attribute: those that are said to hold, the pinned first, and those of before, the latest first. */
export interface FactGroup {
  readonly attribute: FactAttribute;
  readonly standing: readonly Fact[];
  readonly past: readonly Fact[];
}

/** Puts facts in their groups, in the order of the attributes; a group without a fact is left out. */
export function groupFacts(facts: readonly Fact[]): readonly FactGroup[] {
  return factAttributes.flatMap((attribute) => {
    const own = facts.filter((fact) => fact.attribute === attribute);
    if (own.length === 0) return [];
    const standing = own
      .filter(({ state }) => state !== 'past')
      .toSorted((a, b) => Number(b.pinned) - Number(a.pinned));
    const past = own
      .filter(({ state }) => state === 'past')
      .toSorted((a, b) => (b.validTo ?? 0) - (a.validTo ?? 0));
    return [{ attribute, standing, past }];
  });
}

/** The id of a fact's element in the page. */
export function factElementId(id: Fact['id']): string {
  return `fact-${id}`;
}
