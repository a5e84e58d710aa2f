import { z } from 'zod';
import type { FactId, MessageId, SessionId } from './ids';
import type { Role } from './message';

/** What a look through memory finds: words kept twice, words nearly so, answers that repeat what they recalled, words never needed. */
export const hygieneKinds = ['exact', 'near', 'echo', 'unused'] as const;
/** See {@link hygieneKinds}. */
export const hygieneKindSchema = z.enum(hygieneKinds);
/** One of {@link hygieneKinds}. */
export type HygieneKind = (typeof hygieneKinds)[number];

/** A message as the report shows it. */
export interface HygieneMessage {
  readonly messageId: MessageId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly position: number;
  readonly role: Role;
  readonly createdAt: number;
  readonly excerpt: string;
}

/** Messages that one other makes superfluous; null where none does, for words never needed. */
export interface HygieneGroup {
  readonly keeps: HygieneMessage | null;
  readonly others: readonly HygieneMessage[];
}

/** What was found of one kind. */
export interface HygieneFinding {
  readonly kind: HygieneKind;
  /** Messages a mend would keep out of memory. */
  readonly count: number;
  /** Of how many that could be of this kind. */
  readonly of: number;
  /** The first of them. */
  readonly groups: readonly HygieneGroup[];
  /** Messages a mend of this look has kept out of memory so far. */
  readonly mended: number;
}

/** A fact that holds and another that cannot hold beside it; the newer one is kept by a mend. */
export interface HygieneContradiction {
  readonly newer: { readonly id: FactId; readonly text: string };
  readonly older: { readonly id: FactId; readonly text: string };
}

/** A look through a user's memory, under way or ended. */
export interface HygieneScan {
  readonly scanId: string;
  readonly done: number;
  readonly total: number;
  /** Null while it is under way. */
  readonly findings: readonly HygieneFinding[] | null;
  readonly contradictions: readonly HygieneContradiction[];
}

/** A step of a mend, or of taking it back. */
export interface HygieneMend {
  /** Messages changed by this step. */
  readonly changed: number;
  /** Left to be done; 0 at the end. */
  readonly left: number;
  /** Left alone, since their chat is answering or they are gone. */
  readonly skipped: number;
}
