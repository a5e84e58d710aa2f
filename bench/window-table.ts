import { ratioGroup, type FigureRow } from './window-figures';
import type { ThreadTasks } from './tasks-of-trace';

/** What the threads did at a size, and during what. */
export interface TaskRow extends ThreadTasks {
  readonly messages: number;
  readonly during: string;
}

const nameWidth = 32;
const cellWidth = 13;

function line(name: string, cells: readonly string[]): string {
  return `${name.padEnd(nameWidth)}${cells.map((cell) => cell.padStart(cellWidth)).join('')}`.trimEnd();
}

function figure(value: number | null, digits: number): string {
  // What is a hair below 0 is 0.
  return value === null ? '–' : value.toFixed(digits).replace(/^-(?=[0.]*$)/u, '');
}

/** The figures: a size a column, a block a group, and what each figure grows with. */
export function figureTable(sizes: readonly number[], rows: readonly FigureRow[]): string {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const blocks = groups.map((group) => {
    const digits = group === ratioGroup ? 2 : 0;
    const lines = rows
      .filter((row) => row.group === group)
      .map((row) =>
        line(row.name, [
          ...row.sizes.map(({ value }) => figure(value, digits)),
          ...(sizes.length > 1 ? [figure(row.exponent, 2)] : []),
        ]),
      );
    const heads = [...sizes.map(String), ...(sizes.length > 1 ? ['exponent'] : [])];
    return group.length > nameWidth
      ? [group, line('', heads), ...lines].join('\n')
      : [line(group, heads), ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** The tasks: a thread a row, once for each size and what went on. */
export function taskTable(rows: readonly TaskRow[]): string {
  const heads = ['longest', 'most work', 'over 50 ms', 'work over 50'];
  const titles = [...new Set(rows.map(({ during }) => during))];
  const blocks = titles.map((during) => [
    `tasks while ${during}, ms`,
    line('', heads),
    ...rows
      .filter((row) => row.during === during)
      .map(({ thread, messages, longest, mostWork, long, longWork }) =>
        line(`${thread}, ${String(messages)}`, [
          figure(longest, 0),
          figure(mostWork, 0),
          figure(long, 0),
          figure(longWork, 0),
        ]),
      ),
  ]);
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}
