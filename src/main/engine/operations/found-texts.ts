import type { UserId } from '../../../shared/model/ids';
import type { FoundRow, RecallReader } from '../../storage/tables/recall-reader';

/** The texts of found rows, read when they are first asked for. */
export interface FoundTexts {
  of(row: FoundRow): string;
  /** Reads those of some rows in one go. */
  read(rows: readonly FoundRow[]): void;
}

/** Texts that are read one at a time before the rest is read in one go. */
const MOST_SINGLY = 20;

/**
 * Reads the texts of rows as they are needed: of a thousand rows that a question looks at, the words of most are known, and
 * only some dozens are told of. A text is what is long of a message.
 */
export function createFoundTexts(
  recall: RecallReader,
  userId: UserId,
  rows: readonly FoundRow[],
): FoundTexts {
  const known = new Map<number, string>();
  let singly = 0;
  const read = (wanted: readonly FoundRow[]): void => {
    const missing = wanted.flatMap(({ seq }) => (known.has(seq) ? [] : [seq]));
    if (missing.length === 0) return;
    for (const { seq, content } of recall.textsOf(userId, missing)) known.set(seq, content);
  };
  return {
    of: (row) => {
      const text = known.get(row.seq);
      if (text !== undefined) return text;
      singly += 1;
      read(singly > MOST_SINGLY ? rows : [row]);
      return known.get(row.seq) ?? '';
    },
    read,
  };
}
