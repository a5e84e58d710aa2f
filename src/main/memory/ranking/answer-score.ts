import type { QuestionNeeds } from './question-needs';

/** "in Oslo", "to the Alps". */
const PLACE = /\b(?:in|at|to|from|near|visited) (?:the )?\p{Lu}\p{L}+/u;
const NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|once|twice|zwei|drei|vier|sechs|sieben|acht|zehn)\b|[二两三四五六七八九十百千万]/iu;
/** A capital after a quotation mark. */
const TITLE = /["“«„]\p{Lu}/u;

/** How many of the kinds of answer a question asks for stand in a text: a place, a number, a title. */
export function countAnswers(needs: QuestionNeeds, text: string): number {
  let count = 0;
  if (needs.place && PLACE.test(text)) count += 1;
  if (needs.number && NUMBER.test(text)) count += 1;
  if (needs.title && TITLE.test(text)) count += 1;
  return count;
}
