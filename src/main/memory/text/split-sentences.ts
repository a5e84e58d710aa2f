import { once } from '../../../shared/once';

const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'sentence' }));

/** The sentences of a text, trimmed, none empty; line breaks always end one. */
export function splitSentences(text: string): readonly string[] {
  return text
    .split(/[\r\n]+/u)
    .flatMap((line) => [...segmenter().segment(line)].map((part) => part.segment.trim()))
    .filter((sentence) => sentence !== '');
}
