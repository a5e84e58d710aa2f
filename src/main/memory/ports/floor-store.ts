import type { FloorsReport } from '../../../shared/model/floor';
import type { MessageId, UserId } from '../../../shared/model/ids';
import type { QueryVector } from './recall';

/** One probe: a query made of half of a message's words, asked of all the user's chats. */
export interface FloorProbe {
  /** The score of that message; null where it was not found. */
  readonly source: number | null;
  /** The best score of the rest, with that message and its neighbours left out: what a query with no answer brings. */
  readonly without: number;
  /** Whether it was asked by full text alone, since nothing is known of what its words mean. */
  readonly isByText?: boolean;
}

/** A query made of a message, which is its answer. */
export interface DrawnProbe {
  readonly messageId: MessageId;
  readonly query: string;
}

/** Floors measured on the user's own messages. Nothing of their words is kept, only scores. */
export interface FloorStore {
  /** Draws messages of the user at random and makes a query of each; the same seed draws the same. */
  drawProbes(input: { readonly userId: UserId; readonly seed: number }): Promise<readonly DrawnProbe[]>;
  /** Asks one; null where vectors were given and cannot be used yet, or the message is gone. */
  askProbe(input: {
    readonly userId: UserId;
    readonly probe: DrawnProbe;
    readonly queryVector: QueryVector;
  }): Promise<FloorProbe | null>;
  /** Keeps what the probes of one embedder (null for recall by keyword) brought. */
  storeFloor(input: {
    readonly userId: UserId;
    readonly embedder: string | null;
    readonly probes: readonly FloorProbe[];
  }): Promise<null>;
  /** The floors of recall by keyword and of an embedder. */
  readFloors(input: { readonly userId: UserId; readonly embedder: string }): Promise<FloorsReport>;
  /**
   * Enqueues measuring with an embedder: of one user at once, or, with null, of all who have enough messages and whose
   * floor for it was measured a week ago or never. Returns for how many users that is.
   */
  enqueueFloors(input: { readonly userId: UserId | null; readonly embedder: string }): Promise<number>;
}
