import type { RequestShape } from './request-shape';

/** What a server turned out to want for one model; shared by all who ask that model. */
export interface Quirks {
  /** What differs from the usual. */
  readonly known: () => Partial<RequestShape>;
  /** Remembers what made a refused request succeed. */
  readonly learn: (shape: Partial<RequestShape>) => void;
}

/** Makes an empty store; it lives as long as the program. */
export function createQuirks(): Quirks {
  let known: Partial<RequestShape> = {};
  return {
    known: () => known,
    learn: (shape) => {
      known = { ...known, ...shape };
    },
  };
}
