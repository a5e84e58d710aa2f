import { foldText } from './fold';
import { splitWords } from './split-words';
import { stemOf } from './stem';

/** A check for texts that hold every word of a query, in any form; null where the query has no word. */
export function holdsWords(query: string): ((text: string) => boolean) | null {
  const units = splitWords(query.slice(0, 1_000));
  if (units.length === 0) return null;
  const wanted = units.map((unit) => {
    const written = unit.kind === 'word' ? unit.text : unit.characters.join('');
    return [written, stemOf(written)];
  });
  return (text) => {
    const folded = foldText(text);
    return wanted.every((forms) => forms.some((form) => folded.includes(form)));
  };
}
