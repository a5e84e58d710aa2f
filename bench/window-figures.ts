import { growth } from './growth';
import type { MeasuredWindow } from './measure-window-size';
import type { Starts } from './measure-starts';

/** One figure of one size; null where it was not to be had. */
export interface Figure {
  readonly group: string;
  readonly name: string;
  readonly value: number | null;
}

/** One figure over all sizes. */
export interface FigureRow {
  readonly group: string;
  readonly name: string;
  readonly sizes: readonly { readonly messages: number; readonly value: number | null }[];
  /** Null where it cannot be fitted: one size, or a figure that is missing or 0. */
  readonly exponent: number | null;
}

/** The ratios have no unit and are written with their decimals. */
export const ratioGroup = 'start, ratio';

/** All figures of a size, in the order in which they are shown. */
export function figuresOf({ starts, steps, delay, frames, memory }: MeasuredWindow): readonly Figure[] {
  const heldMost = (times: readonly (number | null)[]): number => Math.max(...times.map((time) => time ?? 0));
  const inGroup = (group: string, figures: readonly (readonly [string, number | null])[]): Figure[] =>
    figures.map(([name, value]) => ({ group, name, value }));
  return [
    ...startFigures(starts),
    ...inGroup('step, ms', [
      ...steps.map(({ name, ms }) => [name, ms] as const),
      ['held page, longest', heldMost(steps.map(({ heldPage }) => heldPage))],
      ['held main, longest', heldMost(steps.map(({ heldMain }) => heldMain))],
    ]),
    ...inGroup(
      'frame, ms',
      frames.flatMap(({ name, p50, p95, longest }) => [
        [`${name}, p50`, p50],
        [`${name}, p95`, p95],
        [`${name}, longest`, longest],
      ]),
    ),
    ...inGroup('delay of main, ms: 1,000 embedded, summarised', [
      ['p50', delay.p50],
      ['p99', delay.p99],
      ['p99.9', delay.p999],
      ['longest', delay.longest],
      ['all of it, seconds', delay.seconds],
    ]),
    ...inGroup(
      'memory once opened, MB',
      memory.opened.map(({ name, megabytes }) => [name, megabytes]),
    ),
    ...inGroup(
      'memory once used, MB',
      memory.used.map(({ name, megabytes }) => [name, megabytes]),
    ),
  ];
}

/** A program that does not tell when it is interactive is judged by the list of chats. */
function startFigures({ emptyShown, shown, listed, interactive, chatSeen }: Starts): readonly Figure[] {
  const ms = (name: string, value: number): Figure => ({ group: 'start, ms', name, value });
  const ratio = (name: string, value: number): Figure => ({
    group: ratioGroup,
    name: `${name} / empty window`,
    value: value / emptyShown,
  });
  return [
    ms('empty window shown', emptyShown),
    ms('window shown', shown),
    ms('chats listed', listed),
    ...(interactive === null ? [] : [ms('interactive', interactive)]),
    ms('last chat seen', chatSeen),
    ratio('listed', listed),
    ...(interactive === null ? [] : [ratio('interactive', interactive)]),
  ];
}

/** The figures of several sizes, each in a row with its growth; what no size has gets none. */
export function figureRows(
  measured: readonly { readonly messages: number; readonly figures: readonly Figure[] }[],
): readonly FigureRow[] {
  const keyOf = ({ group, name }: Figure): string => `${group}\n${name}`;
  const first = new Map(measured.flatMap(({ figures }) => figures.map((each) => [keyOf(each), each])));
  const rows = [...first].map(([key, { group, name }]) => {
    const sizes = measured.map(({ messages, figures }) => ({
      messages,
      value: figures.find((each) => keyOf(each) === key)?.value ?? null,
    }));
    return { group, name, sizes, ...fitted(sizes) };
  });
  return rows.filter(({ sizes }) => sizes.some(({ value }) => value !== null));
}

function fitted(sizes: FigureRow['sizes']): Pick<FigureRow, 'exponent'> {
  const points = sizes.flatMap(({ messages, value }) => (value === null ? [] : [[messages, value] as const]));
  return { exponent: points.length < sizes.length ? null : growth(points).exponent };
}
