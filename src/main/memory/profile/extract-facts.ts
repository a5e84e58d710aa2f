import type { FactAttribute } from '../../../shared/model/profile';
import { dayNumberOf, timeOfDay } from './fact-days';
import { findDates } from '../text/find-dates';
import { factPatterns, type FactPattern } from './fact-patterns';
import { properName } from './fact-words';
import type { LearnedFact } from './learned-fact';
import { ownStatements } from './own-words';

/** Words that only lead to what is said. */
const lead =
  /^(?:(?:hi|hello|hey|well|so|now|actually|anyway|also|and|but|by the way|btw|oh|yes|no|ok|okay|thanks|please note|note that|just so you know|for the record)\b[,:!.]*\s*)+/iu;
/** Where one clause of a sentence ends and another begins. */
const clauseEnd = /,\s+|;\s*|\s+(?:and|but|so|because|since|while)\s+(?=(?:I|I'm|I’m|my|we)\b)|\s+[–—-]\s+/u;
const untilSince = new RegExp(
  String.raw`^(?:I )?(?:lived |have lived |was )?(?:in )?${properName} until (?<until>[^,]+), (?:and )?(?:in )?${properName.replace('<value>', '<next>')} since`,
  'u',
);
const languages = /^I (?:can |also )?speak (?<list>.+)$/u;
const language = /\b(?<value>\p{Lu}\p{L}+)\b/gu;

/**
 * What a user message says of the user, by patterns that would rather miss a fact than learn a wrong one: only from
 * statements in the user's own words, only from clauses whose first word is the user's "I" or "my".
 *
 * @param saidAt Milliseconds since 1970; "last month" is meant from there.
 */
export function extractFacts(content: string, saidAt: number): readonly LearnedFact[] {
  return ownStatements(content).flatMap((sentence) => {
    const moved = bothHomes(sentence, saidAt);
    return moved.length > 0 ? moved : sentence.split(clauseEnd).flatMap((clause) => ofClause(clause, saidAt));
  });
}

function ofClause(clause: string, saidAt: number): readonly LearnedFact[] {
  const words = clause
    .trim()
    .replace(lead, '')
    .replace(/[.!…]+$/u, '')
    .trim();
  const spoken = languages.exec(words)?.groups?.['list'];
  if (spoken !== undefined) return spokenLanguages(spoken, saidAt);
  for (const pattern of factPatterns) {
    const value = pattern.matches().exec(words)?.groups?.['value'];
    if (value !== undefined) return [toFact(pattern, value, words, saidAt)];
  }
  return [];
}

function toFact(
  { attribute, state, confidence, say }: FactPattern,
  found: string,
  words: string,
  saidAt: number,
): LearnedFact {
  const value = found
    .replace(/['’.]+$/u, '')
    .replace(/['’]s$/u, '')
    .trim();
  const day = attribute === 'birthday' ? null : dayIn(words, saidAt);
  const isOver = state !== 'holds';
  return {
    attribute,
    value,
    text: say(value),
    state,
    from: isOver ? null : day,
    to: isOver ? day : null,
    confidence,
  };
}

/** "I lived in Lisbon until August, and in Berlin since." */
function bothHomes(sentence: string, saidAt: number): readonly LearnedFact[] {
  const groups = untilSince.exec(sentence.replace(lead, ''))?.groups;
  const [before, next] = [groups?.['value'], groups?.['next']];
  if (before === undefined || next === undefined) return [];
  const change = dayIn(groups?.['until'] ?? '', saidAt);
  const home = (value: string, rest: Pick<LearnedFact, 'state' | 'from' | 'to' | 'text'>): LearnedFact => ({
    attribute: 'home' satisfies FactAttribute,
    value,
    confidence: 0.9,
    ...rest,
  });
  return [
    home(before, { state: 'past', from: null, to: change, text: `Lived in ${before}` }),
    home(next, { state: 'holds', from: change, to: null, text: `Lives in ${next}` }),
  ];
}

function spokenLanguages(list: string, saidAt: number): readonly LearnedFact[] {
  return [...list.matchAll(language)].flatMap(({ groups }) => {
    const value = groups?.['value'];
    if (value === undefined) return [];
    const day = dayIn(list, saidAt);
    const fact = { attribute: 'language', value, text: `Speaks ${value}`, state: 'holds' } as const;
    return [{ ...fact, from: day, to: null, confidence: 0.85 }];
  });
}

/** The first day that the words name, in milliseconds since 1970; null where they name none. */
function dayIn(words: string, saidAt: number): number | null {
  const [range] = findDates(words, dayNumberOf(saidAt));
  return range === undefined ? null : timeOfDay(range.from);
}
