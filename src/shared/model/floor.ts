/** How well a floor separates: what probes scored, with and without the message they came from. */
export interface FloorReport {
  /** The embedding model; null for recall by words alone. */
  readonly embedder: string | null;
  /** The floor fitted on conversations of others. */
  readonly builtIn: number;
  /** The floor measured on the user's own messages; null until there are enough of them. */
  readonly measured: number | null;
  /** The one recall goes by. */
  readonly inForce: number;
  /** Milliseconds since 1970; null where nothing was measured. */
  readonly measuredAt: number | null;
  readonly probes: number;
  /** Probes by the score of the message they came from: one count for each tenth from 0 on, the last for all above. */
  readonly withSource: readonly number[];
  /** Probes by the best score of what stayed when that message and what stands around it was left out. */
  readonly withoutSource: readonly number[];
}

/** Where the floors stand. */
export interface FloorsReport {
  readonly isMeasuring: boolean;
  readonly floors: readonly FloorReport[];
}

/** Width of one bar of the counts. */
export const floorBinWidth = 0.1;
/** Bars; the last holds everything above. */
export const floorBins = 25;
