/** What lies around a source, as first and last positions; null where nothing does. */
export interface PeekFolds {
  readonly before: readonly [number, number] | null;
  /** After the source, up to the end of the summary in force. */
  readonly summarised: readonly [number, number] | null;
  /** From there to the answer. */
  readonly after: readonly [number, number] | null;
}

interface PeekPlace {
  /** The answer's position; null where it stands in another chat. */
  readonly replyPosition: number | null;
  /** The last position of the summary in force; null without one. */
  readonly summaryEnd: number | null;
}

function range(from: number, to: number): readonly [number, number] | null {
  return from <= to ? [from, to] : null;
}

/** The stretches to fold so that source, divider and answer stand together; the question is left in view. */
export function foldsAround(position: number, { replyPosition, summaryEnd }: PeekPlace): PeekFolds {
  const before = range(1, position - 1);
  if (replyPosition === null) return { before, summarised: null, after: null };
  const isSummarised = summaryEnd !== null && position <= summaryEnd && summaryEnd < replyPosition;
  const summarised = isSummarised ? range(position + 1, summaryEnd) : null;
  const from = summarised === null ? position + 1 : summarised[1] + 1;
  return { before, summarised, after: range(from, replyPosition - 2) };
}
