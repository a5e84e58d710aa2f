import type { FactAttribute } from '../../../shared/model/profile';

/** Something a user message says of the user, before it is held against what is known. */
export interface LearnedFact {
  readonly attribute: FactAttribute;
  readonly value: string;
  readonly text: string;
  /** `holds` now, held in the `past`, or is said to have `ended`, whether or not it was known. */
  readonly state: 'holds' | 'past' | 'ended';
  /** Milliseconds since 1970, where the words say so. */
  readonly from: number | null;
  readonly to: number | null;
  /** 0–1. */
  readonly confidence: number;
}

/** Attributes of which a user has one at a time; the others may have many values. */
const single: ReadonlySet<FactAttribute> = new Set([
  'name',
  'home',
  'origin',
  'job',
  'employer',
  'birthday',
  'age',
  'partner',
  'diet',
]);
/** Attributes that do not change: of two values one is wrong, and nobody knows which. */
const fixed: ReadonlySet<FactAttribute> = new Set(['origin', 'birthday', 'name']);
const opposites: Readonly<Partial<Record<FactAttribute, FactAttribute>>> = {
  likes: 'dislikes',
  dislikes: 'likes',
};

/** Whether a new value of the attribute takes the place of the old one. */
export function replacesOld(attribute: FactAttribute): boolean {
  return single.has(attribute) && !fixed.has(attribute);
}

/** Whether two facts that are both said to hold cannot both hold. */
export function contradict(
  a: Pick<LearnedFact, 'attribute' | 'value'>,
  b: Pick<LearnedFact, 'attribute' | 'value'>,
): boolean {
  const isSameValue = sameValue(a.value, b.value);
  if (a.attribute === b.attribute) return fixed.has(a.attribute) && !isSameValue;
  return opposites[a.attribute] === b.attribute && isSameValue;
}

/** Whether two values are the same but for case and spaces. */
export function sameValue(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(value: string): string {
  return value.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
