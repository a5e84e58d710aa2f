/** Where a value lies on an axis that starts at 0, and which values are named. */
export interface ChartScale {
  /** The end of the axis, at or above every value. */
  readonly most: number;
  readonly ticks: readonly number[];
}

const steps = [1, 2, 2.5, 5, 10];
/** Spaces between ticks, about. */
const wantedSpaces = 4;

/** An axis from 0 to a round value at or above `highest`, with about five ticks. */
export function chartScale(highest: number): ChartScale {
  const rough = Math.max(highest, 1) / wantedSpaces;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((each) => each * power >= rough) ?? 10) * power;
  const spaces = Math.max(1, Math.ceil(Math.max(highest, 1) / step));
  return { most: spaces * step, ticks: Array.from({ length: spaces + 1 }, (_, index) => index * step) };
}
