import { arabicStem, isArabic } from './arabic-stem';
import { compoundParts, germanStem, isGerman, isGermanStopWord } from './german';
import type { TextUnit } from './split-words';
import { stemOf } from './stem';
import { isStopWord } from './stop-words';

/** Under what a word is found. */
export interface WordForms {
  /** The stem; null for a word that says nothing about the subject. */
  readonly term: string | null;
  /** Stems of the words it may be made of. */
  readonly parts: readonly string[];
}

/** Gives the forms of words of one text. */
export type WordReader = (word: string) => WordForms;

const NONE: readonly string[] = [];
/** Different words remembered; beyond it the memory starts anew. */
const MAX_KNOWN_WORDS = 50_000;

/**
 * Makes a chooser of word readers: German texts are read as German, all others as English, Arabic words by
 * themselves. Each different word is read once in the chooser's life.
 */
export function createWordReaders(): (units: readonly TextUnit[]) => WordReader {
  const english = remembering(readWord);
  const german = remembering(readGermanWord);
  return (units) => {
    const words = units.flatMap((unit) => (unit.kind === 'word' ? [unit.text] : []));
    return isGerman(words) ? german : english;
  };
}

function remembering(read: WordReader): WordReader {
  const known = new Map<string, WordForms>();
  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    if (known.size > MAX_KNOWN_WORDS) known.clear();
    const forms = read(word);
    known.set(word, forms);
    return forms;
  };
}

function readWord(word: string): WordForms {
  if (isStopWord(word)) return { term: null, parts: NONE };
  return { term: isArabic(word) ? arabicStem(word) : stemOf(word), parts: NONE };
}

function readGermanWord(word: string): WordForms {
  if (isGermanStopWord(word)) return { term: null, parts: NONE };
  if (isArabic(word)) return readWord(word);
  const term = germanStem(word);
  // A question of one word is not known to be German, and an English word may stand in a German text.
  const forms = new Set([word, stemOf(word), ...compoundParts(word)]);
  forms.delete(term);
  return { term, parts: [...forms] };
}
