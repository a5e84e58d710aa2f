import { diffArrays } from 'diff';
import type { DiffLine } from '../../../shared/model/summary';
import { detailTerms, keyDetails } from '../quality/key-details';
import { contentTerms } from '../text/content-terms';
import { splitWords } from '../text/split-words';
import { splitSentences } from '../text/split-sentences';

/** One sentence and whether it is in both texts or in one. */
export type ComparedSentence = Pick<DiffLine, 'kind' | 'text'>;

/** Share of a sentence's words that another must have to say the same in other words. */
const sameShare = 0.7;

/** A line of the extractive summariser, which is one sentence with its speaker and date. */
const quotedLine = /^- [^:]*, \d{4}-\d{2}-\d{2}: /u;

/**
 * Compares two summaries sentence by sentence, in the order of the new one, what was lost standing where it was. A
 * sentence that moved, or that another one says with the same names, dates and numbers and most of its words, is kept.
 */
export function diffSentences(before: string, after: string): readonly ComparedSentence[] {
  const changes = diffArrays([...sentencesOf(before)], [...sentencesOf(after)], {
    comparator: (left, right) => wordsOf(left) === wordsOf(right),
  });
  const lines = changes.flatMap(({ added, removed, value }) =>
    value.map((text): ComparedSentence => ({ kind: added ? 'added' : removed ? 'lost' : 'kept', text })),
  );
  return withoutRewording(lines);
}

function withoutRewording(lines: readonly ComparedSentence[]): readonly ComparedSentence[] {
  const news = lines.filter(({ kind }) => kind !== 'lost');
  const kept = new Set<ComparedSentence>();
  const merged = new Set<ComparedSentence>();
  for (const lost of lines.filter(({ kind }) => kind === 'lost')) {
    const same = news.find((line) => says(line.text, lost.text));
    if (same === undefined) continue;
    kept.add(same);
    merged.add(lost);
  }
  return lines.flatMap((line) => {
    if (merged.has(line)) return [];
    return [kept.has(line) ? { ...line, kind: 'kept' as const } : line];
  });
}

/** Whether one sentence says all that the other does. */
function says(sentence: string, other: string): boolean {
  const said = bareSentence(sentence);
  const wanted = bareSentence(other);
  const terms = new Set(detailTerms(said));
  if (!keyDetails(wanted).every((detail) => detail.terms.every((term) => terms.has(term)))) return false;
  return sharedTerms(wanted, said) >= sameShare;
}

/** Share of a text's content words that stand in another; 0 where it has none. */
export function sharedTerms(text: string, other: string): number {
  const wanted = new Set(contentTerms(text));
  const found = new Set(contentTerms(other));
  if (wanted.size === 0) return 0;
  return [...wanted].filter((term) => found.has(term)).length / wanted.size;
}

/** A sentence without the speaker and date that the extractive summariser puts before it. */
export function bareSentence(line: string): string {
  return line.replace(quotedLine, '').replace(/^[-*•]\s+/u, '');
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .flatMap((line) => (quotedLine.test(line) ? [line] : splitSentences(line)))
    .filter((sentence) => wordsOf(sentence) !== '');
}

function wordsOf(sentence: string): string {
  return splitWords(sentence)
    .map((unit) => (unit.kind === 'word' ? unit.text : unit.characters.join('')))
    .join(' ');
}
