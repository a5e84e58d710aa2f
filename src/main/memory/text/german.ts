import { isStopWord } from './stop-words';

/** Folded function words; those that are English words too say nothing about the language. */
const GERMAN_STOP_WORDS: ReadonlySet<string> = new Set(
  `aber alle als am an auch auf aus bei beim bin bis da damit dann das dass dem den denn der des dessen die dies diese
  diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines er es etwas fur gegen hab habe haben
  hat hatte hatten hier ich ihm ihn ihr ihre im in ist ja jede jeder jemand jetzt kann kein keine konnen man mein meine
  meinem meinen meiner mich mir mit muss nach nicht noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind
  so soll uber um und uns unser unsere unter vom von vor wann war waren warum was wegen weil welche welchem welchen
  welcher welches wem wen wenn wer werde werden wessen wie wieder wir wird wo woher wohin womit wurde wurden zu zum zur
  zwischen`.split(/\s+/),
);
const ENGLISH_TOO = new Set(
  'also am an bin dies das die war in so was man er her hat mine must all'.split(' '),
);
const PLAIN = /^[a-z]{4,64}$/;
const VOWEL = /[aeiouy]/;
const COMPOUND_LENGTH = 8;
const PART_LENGTH = 4;

/** Whether a folded word says nothing about the subject of a German text. */
export function isGermanStopWord(word: string): boolean {
  return GERMAN_STOP_WORDS.has(word);
}

/** What a folded word says about the language of its text: 1 that it is German, −1 that it is English, 0 nothing. */
export function languageSign(word: string): -1 | 0 | 1 {
  if (GERMAN_STOP_WORDS.has(word)) return ENGLISH_TOO.has(word) ? 0 : 1;
  return word.length > 1 && isStopWord(word) ? -1 : 0;
}

/**
 * A light stem of a German word: umlauts spelled out meet those that folding took ("Mueller", "Müller"), endings of
 * case and number go.
 */
export function germanStem(word: string): string {
  if (!PLAIN.test(word)) return word;
  const spelled = word.replaceAll(/(?<![aeq])([aou])e/g, '$1');
  if (spelled.length > 6 && spelled.endsWith('ern')) return spelled.slice(0, -3);
  if (spelled.length > 5 && /(?:em|en|er|es)$/.test(spelled)) return spelled.slice(0, -2);
  if (spelled.length > 4 && /(?:e|[bdfghklmnrt]s)$/.test(spelled)) return spelled.slice(0, -1);
  return spelled;
}

/**
 * The words that a long German word may be made of: its beginnings and ends, wherever a syllable can start with a
 * consonant after a consonant ("Zahnarzt|termin"). Without a dictionary some are no words; those meet nothing.
 */
export function compoundParts(word: string): readonly string[] {
  if (word.length < COMPOUND_LENGTH || !PLAIN.test(word)) return [];
  const parts = new Set<string>();
  for (let at = PART_LENGTH; at <= word.length - PART_LENGTH; at += 1) {
    const startsSyllable = !isVowel(word, at - 1) && !isVowel(word, at) && VOWEL.test(word.slice(at, at + 4));
    if (!startsSyllable) continue;
    parts.add(germanStem(word.slice(0, at)));
    parts.add(germanStem(word.slice(at)));
  }
  parts.delete(germanStem(word));
  return [...parts];
}

function isVowel(word: string, at: number): boolean {
  return VOWEL.test(word.charAt(at));
}
