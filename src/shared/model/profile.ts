import type { FactId, MessageId, SessionId } from './ids';

/** What a fact can be about. */
export const factAttributes = [
  'name',
  'home',
  'origin',
  'job',
  'employer',
  'birthday',
  'age',
  'partner',
  'child',
  'pet',
  'allergy',
  'diet',
  'language',
  'likes',
  'dislikes',
  'other',
] as const;
/** One of {@link factAttributes}. */
export type FactAttribute = (typeof factAttributes)[number];

/** Whether a fact still holds; of two that cannot both hold, neither is known to. */
export type FactState = 'holds' | 'past' | 'disputed';

/** A message a fact rests on. */
export interface FactEvidence {
  readonly messageId: MessageId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly position: number;
  readonly createdAt: number;
}

/** Something known of the user. */
export interface Fact {
  readonly id: FactId;
  readonly attribute: FactAttribute;
  readonly value: string;
  /** As a sentence without its subject: "Lives in Berlin". */
  readonly text: string;
  /** Milliseconds since 1970 from which, and until which, it holds as far as is known. */
  readonly validFrom: number | null;
  readonly validTo: number | null;
  /** 0–1. */
  readonly confidence: number;
  /** The fact that took its place. */
  readonly supersededBy: FactId | null;
  readonly origin: 'extracted' | 'model' | 'user';
  readonly pinned: boolean;
  readonly state: FactState;
  readonly createdAt: number;
  readonly evidence: readonly FactEvidence[];
}

/** What is known of the user, and how it came about. */
export interface Profile {
  readonly facts: readonly Fact[];
  /** Milliseconds since 1970; null where nothing was distilled yet. */
  readonly distilledAt: number | null;
  /** Whether messages are being read for facts now. */
  readonly isDistilling: boolean;
}
