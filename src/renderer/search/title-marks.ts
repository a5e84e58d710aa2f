import { titleKey } from '../../shared/title-key';

/** One letter of a title as the search compares it, and where it stands: [start, end) in UTF-16 units. */
interface Letter {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** A title as folded units, each with the place of the letter it came from. */
function lettersOf(title: string): readonly Letter[] {
  const letters: Letter[] = [];
  let start = 0;
  for (const letter of title) {
    const end = start + letter.length;
    for (const folded of titleKey(letter)) letters.push({ folded, start, end });
    start = end;
  }
  return letters;
}

function joined(marks: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const whole: (readonly [number, number])[] = [];
  for (const [start, end] of marks.toSorted(([a], [b]) => a - b)) {
    const last = whole.at(-1);
    if (last === undefined || start > last[1]) whole.push([start, end]);
    else whole[whole.length - 1] = [last[0], Math.max(last[1], end)];
  }
  return whole;
}

/** Where the words of a query stand in a title: [start, end) in UTF-16 units, in order, none over another. */
export function titleMarks(title: string, query: string): readonly (readonly [number, number])[] {
  const letters = lettersOf(title);
  const words = titleKey(query)
    .split(/\s+/u)
    .map((word) => Array.from(word))
    .filter((word) => word.length > 0);
  const marks = words.flatMap((word) =>
    letters.flatMap(({ start }, index) => {
      const isHere = word.every((letter, offset) => letters[index + offset]?.folded === letter);
      return isHere ? [[start, letters[index + word.length - 1]?.end ?? start] as const] : [];
    }),
  );
  return joined(marks);
}
