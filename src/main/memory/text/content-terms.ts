import { bigramsOf } from './bigrams';
import { splitWords } from './split-words';
import { stemOf } from './stem';
import { isStopWord } from './stop-words';

/** The terms of a text, in order and repeated: stems without stop words, pairs of unspaced characters. */
export function contentTerms(text: string, stem: (word: string) => string = stemOf): readonly string[] {
  const terms: string[] = [];
  for (const unit of splitWords(text)) {
    if (unit.kind === 'unspaced') terms.push(...bigramsOf(unit.characters));
    else if (!isStopWord(unit.text)) terms.push(stem(unit.text));
  }
  return terms;
}
