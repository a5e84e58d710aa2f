import { isStopWord } from '../text/stop-words';
import { foldText } from '../text/fold';

/** Queries of one second look at most, so that it stays a matter of milliseconds. */
const mostQueries = 4;
const mostCharacters = 2_000;

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const days = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const dates = new RegExp(
  [
    String.raw`\d{4}-\d{2}-\d{2}`,
    String.raw`\d{1,2}[./]\d{1,2}[./]\d{2,4}`,
    String.raw`(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?\b(?:${months})\b\.?(?: \d{1,2}(?:st|nd|rd|th)?\b)?(?:,? \d{4})?`,
    String.raw`(?:last|next|this) (?:week|month|year|weekend|summer|winter|spring|autumn|${days})`,
    String.raw`\b(?:${days}|yesterday|today|tomorrow)\b`,
  ].join('|'),
  'giu',
);
const numbers = /[\p{L}]*\d[\p{L}\d.,:/-]*/gu;
/** One or more capitalised words in a row; German nouns pass too, and are as good to search for. */
const names = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu;

/** Words that open a question and are no names, though they have a capital there. */
const opener =
  /^(?:ask|describe|explain|find|give|hello|list|look|march|may|name|please|remember|remind|say|show|tell|thanks)$/iu;

/**
 * What a second look searches for: the dates, names and numbers of a question, all together first, then each alone.
 * A question that has none is searched for by its own words.
 */
export function entityQueries(question: string): readonly string[] {
  const text = question.slice(-mostCharacters);
  const found = [...datesOf(text), ...namesOf(text), ...numbersOf(text)];
  const entities = [...new Set(found)];
  if (entities.length === 0) return text.trim() === '' ? [] : [text.trim()];
  if (entities.length === 1) return entities;
  return [entities.join(' '), ...entities.slice(0, mostQueries - 1)];
}

function datesOf(text: string): readonly string[] {
  // "May I" and "march on" are no dates: alone, these months count only with a capital and not at the start.
  return [...text.matchAll(dates)]
    .filter(
      ({ 0: match, index }) => !/^(?:may|march)$/iu.test(match) || (index > 0 && /^\p{Lu}/u.test(match)),
    )
    .map(([match]) => match.trim());
}

function numbersOf(text: string): readonly string[] {
  const inDates = datesOf(text).join(' ');
  return [...text.matchAll(numbers)]
    .map(([match]) => match.replace(/[.,:/-]+$/u, ''))
    .filter((number) => !inDates.includes(number));
}

/** Names, without the question word or other small word that a sentence begins with. */
function namesOf(text: string): readonly string[] {
  const inDates = datesOf(text).join(' ');
  return [...text.matchAll(names)].flatMap(([match]) => {
    const words = match.replaceAll('’', "'").split(' ');
    const kept = words
      .filter((word) => !isStopWord(foldText(word).replace("'", '')) && !opener.test(word))
      .join(' ');
    const name = kept.replace(/'s$/u, '');
    return name === '' || inDates.includes(name) ? [] : [name];
  });
}
