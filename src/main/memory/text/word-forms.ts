import { arabicStem, isArabic } from './arabic-stem';
import { compoundParts, germanStem, isGermanStopWord, languageSign } from './german';
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

/** Gives the forms of the words of one text, one for each unit; a stretch without spaces has none. */
export type FormsReader = (units: readonly TextUnit[]) => readonly WordForms[];

/** What is known of a word: how it is read depends on the language of its text. */
interface KnownWord {
  readonly sign: -1 | 0 | 1;
  english: WordForms | null;
  german: WordForms | null;
}

const NONE: readonly string[] = [];
const NO_FORMS: WordForms = { term: null, parts: NONE };
/** Different words remembered; beyond it the memory starts anew. */
const MAX_KNOWN_WORDS = 50_000;

/**
 * Makes a reader: sentences with more function words of German than of English are read as German, with fewer as English,
 * others as the text as a whole; Arabic words by themselves. Each different word is read once in the reader's life.
 */
export function createFormsReader(): FormsReader {
  const words = new Map<string, KnownWord>();
  const known = (word: string): KnownWord => {
    const cached = words.get(word);
    if (cached !== undefined) return cached;
    if (words.size > MAX_KNOWN_WORDS) words.clear();
    const entry: KnownWord = { sign: languageSign(word), english: null, german: null };
    words.set(word, entry);
    return entry;
  };
  return (units) => {
    let whole = 0;
    const signs: number[] = [];
    const entries = units.map((unit) => {
      if (unit.kind === 'unspaced') return null;
      const entry = known(unit.text);
      whole += entry.sign;
      signs[unit.sentence] = (signs[unit.sentence] ?? 0) + entry.sign;
      return entry;
    });
    return units.map((unit, index) => {
      const entry = entries[index];
      if (unit.kind === 'unspaced' || entry === undefined || entry === null) return NO_FORMS;
      const sign = signs[unit.sentence] ?? 0;
      if ((sign === 0 ? whole : sign) > 0) return (entry.german ??= readGermanWord(unit.text));
      return (entry.english ??= readWord(unit.text));
    });
  };
}

function readWord(word: string): WordForms {
  if (isStopWord(word)) return NO_FORMS;
  return { term: isArabic(word) ? arabicStem(word) : stemOf(word), parts: NONE };
}

function readGermanWord(word: string): WordForms {
  if (isGermanStopWord(word)) return NO_FORMS;
  if (isArabic(word)) return readWord(word);
  const term = germanStem(word);
  // A question of one word is not known to be German, and an English word may stand in a German text.
  const forms = new Set([word, stemOf(word), ...compoundParts(word)]);
  forms.delete(term);
  return { term, parts: [...forms] };
}
