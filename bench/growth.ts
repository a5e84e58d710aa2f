import { exponent } from './exponent';

/** A figure at a size of memory. */
export type Point = readonly [messages: number, figure: number];

/** How a figure grows over the sizes. */
export interface Growth {
  /** The last size's to the first's. */
  readonly ratio: number;
  /** Fitted over all; null for one size, and where a figure is not above 0, which has no logarithm. */
  readonly exponent: number | null;
}

/** How the figures of several sizes grow; not rounded. */
export function growth(points: readonly Point[]): Growth {
  const figures = points.map(([, figure]) => figure);
  const fits = points.length > 1 && figures.every((figure) => figure > 0);
  return {
    ratio: (figures.at(-1) ?? 0) / (figures[0] ?? 1),
    exponent: fits ? exponent(points) : null,
  };
}
