/** A turn's place in a file: session number and the turn's own id. */
export type TurnId = string;

/**
 * The turns a question's evidence names. Some strings of the published files are malformed (`D8:6; D9:17`,
 * `D:11:26`, `D30:05`, a list without separator): every `D<n>:<m>` in them counts, what names no turn is dropped.
 */
export function evidenceOf(evidence: readonly string[], turns: ReadonlySet<TurnId>): readonly TurnId[] {
  const named = evidence.flatMap((text) =>
    [...text.matchAll(/D:?(\d+):(\d+)/gu)].map(
      (match) => `D${String(Number(match[1]))}:${String(Number(match[2]))}`,
    ),
  );
  return [...new Set(named)].filter((turn) => turns.has(turn));
}
