import { Fragment } from 'react';

interface MarkedTextProps {
  readonly text: string;
  /** Where the marks stand: [start, end) in UTF-16 units, in order. */
  readonly marks: readonly (readonly [number, number])[];
}

/** A text with some of its words marked. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  const ends = marks.map(([, end]) => end);
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(ends[index - 1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}
