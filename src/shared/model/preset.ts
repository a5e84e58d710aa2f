/** A text kept for use again, with variables to be filled. */
export interface Preset {
  readonly id: string;
  /** Unique among a user's, case aside. */
  readonly name: string;
  readonly text: string;
}

/** Bounds of presets; lengths in UTF-16 units. */
export const presetLimits = { count: 200, name: 60, text: 20_000 } as const;
