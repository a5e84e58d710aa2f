import { describe, expect, it } from 'vitest';
import { figureRows, figuresOf, type Figure } from '../../bench/window-figures';
import { figureTable, taskTable } from '../../bench/window-table';

const sizes = [1_000, 10_000, 100_000];

/** Figures of three sizes under one name each. */
const measured = (figures: Readonly<Record<string, readonly (number | null)[]>>) =>
  sizes.map((messages, index) => ({
    messages,
    figures: Object.entries(figures).map(([name, values]): Figure => ({
      group: 'step, ms',
      name,
      value: values[index] ?? null,
    })),
  }));

const starts = { emptyShown: 300, shown: 400, listed: 450, chatSeen: 700 };
const run = {
  messages: 1_000,
  steps: [
    { name: 'open', ms: 120, heldPage: 51, heldMain: 4 },
    { name: 'search', ms: 90, heldPage: null, heldMain: 9 },
  ],
  delay: { seconds: 20, p50: 0, p99: 6, p999: 13, longest: 15 },
  frames: [{ name: 'scrolling', count: 300, p50: 17, p95: 18, longest: 33 }],
  memory: { opened: [{ name: 'main process', megabytes: 240 }], used: [] },
  tasks: [],
};

describe('the figures of the window', () => {
  it('are rows over the sizes, with the exponent of their growth', () => {
    const rows = figureRows(measured({ flat: [7, 7, 7], linear: [2, 20, 200] }));
    expect(rows.map(({ name }) => name)).toEqual(['flat', 'linear']);
    expect(rows[0]?.exponent).toBeCloseTo(0);
    expect(rows[1]?.exponent).toBeCloseTo(1);
    expect(rows[1]?.sizes).toEqual(sizes.map((messages, index) => ({ messages, value: 2 * 10 ** index })));
  });

  it('have no exponent where one is missing or 0, and no row where no size has one', () => {
    const rows = figureRows(
      measured({ missing: [null, 2, 3], zero: [0, 1, 2], nowhere: [null, null, null] }),
    );
    expect(rows.map(({ name, exponent }) => [name, exponent])).toEqual([
      ['missing', null],
      ['zero', null],
    ]);
    expect(figureRows(measured({ one: [1, 2, 3] }).slice(0, 1))[0]?.exponent).toBeNull();
  });

  it('hold the start against an empty window, by the list where the program tells no more', () => {
    const of = (interactive: number | null) =>
      figuresOf({ ...run, starts: { ...starts, interactive } })
        .filter(({ group }) => group.startsWith('start'))
        .map(({ name, value }) => [name, value]);
    expect(of(null)).toEqual([
      ['empty window shown', 300],
      ['window shown', 400],
      ['chats listed', 450],
      ['last chat seen', 700],
      ['listed / empty window', 1.5],
    ]);
    expect(of(600)).toContainEqual(['interactive', 600]);
    expect(of(600)).toContainEqual(['interactive / empty window', 2]);
  });

  it('tell the longest that the page and main were held in all steps', () => {
    const figures = figuresOf({ ...run, starts: { ...starts, interactive: null } });
    expect(figures).toContainEqual({ group: 'step, ms', name: 'held page, longest', value: 51 });
    expect(figures).toContainEqual({ group: 'step, ms', name: 'held main, longest', value: 9 });
  });
});

describe('the tables', () => {
  it('show a size a column and the exponent last, which one size has not', () => {
    const figures = measured({ linear: [2, 20, 200] });
    const text = figureTable(sizes, figureRows(figures));
    expect(text).toMatch(/^step, ms +1000 +10000 +100000 +exponent\nlinear +2 +20 +200 +1\.00\n$/u);
    expect(figureTable([1_000], figureRows(figures.slice(0, 1)))).toMatch(/^step, ms +1000\nlinear +2\n$/u);
  });

  it('write what is a hair below 0 as 0', () => {
    const text = figureTable(sizes, figureRows(measured({ flat: [100.1, 100, 100] })));
    expect(text).toMatch(/^flat +100 +100 +100 +0\.00$/mu);
  });

  it('show the tasks of each thread and size', () => {
    const tasks = { longest: 60, mostWork: null, long: 1, longWork: null };
    const text = taskTable([{ messages: 1_000, during: 'streaming', thread: 'main', ...tasks }]);
    expect(text).toMatch(/^tasks while streaming, ms\n.*work over 50\nmain, 1000 +60 +– +1 +–\n$/u);
  });
});
