import type { HygieneKind, HygieneMend, HygieneScan } from '../../../shared/model/hygiene';
import type { FactId, UserId } from '../../../shared/model/ids';

/** Looks through a user's memory for what does it no good, and mends it. A look lives in memory only. */
export interface HygieneStore {
  /**
   * Begins a look (`scanId` null) or reads on in one, a few hundredths of a second at a time. One look a user: another one takes
   * its place. Errors: `not-found` where the look is gone.
   */
  scanHygiene(input: { readonly userId: UserId; readonly scanId: string | null }): Promise<HygieneScan>;
  /** Keeps some of what was found out of memory; call it until nothing is left. Errors: `not-found`. */
  mendHygiene(input: {
    readonly userId: UserId;
    readonly scanId: string;
    readonly kind: HygieneKind;
  }): Promise<HygieneMend>;
  /** Lets what a mend kept out in again; call it until nothing is left. Errors: `not-found`. */
  undoHygiene(input: {
    readonly userId: UserId;
    readonly scanId: string;
    readonly kind: HygieneKind;
  }): Promise<HygieneMend>;
  /** Of facts that contradict each other the newest stays, the others are of the past; the ids of those. */
  mendFacts(input: { readonly userId: UserId }): Promise<readonly FactId[]>;
  /** Lets facts hold again that {@link HygieneStore.mendFacts} ended. */
  undoMendFacts(input: { readonly userId: UserId; readonly factIds: readonly FactId[] }): Promise<null>;
}
