import { absoluteDates, type MissingYear } from './absolute-dates';
import type { DateRange } from './date-range';
import { foldText } from './fold';
import { relativeDates } from './relative-dates';

/** Longer texts are searched for dates only this far. */
const MAX_CHARACTERS = 4_000;

/** Every date pattern needs one of these; most texts hold none and are done with. */
const MAY_HOLD_DATE =
  /\d|day|night|morrow|morning|afternoon|evening|week|month|year|spring|summer|fall|autumn|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/;

/** Words that place something in time without naming a date. */
const TIME_WORDS =
  /\b(?:ago|yesterday|today|tonight|tomorrow|last|next|since|recently|lately|soon|earlier|weekend|week|month|year|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december)s?\b|\b(?:19|20)\d\d\b/;

/**
 * The dates that an English text names, resolved against the day it was written.
 *
 * @param today Day number of the text.
 * @param missingYear A question about "May" means the last one; a statement the nearest.
 */
export function findDates(
  text: string,
  today: number,
  missingYear: MissingYear = 'nearest',
): readonly DateRange[] {
  const folded = foldText(text.slice(0, MAX_CHARACTERS));
  if (!MAY_HOLD_DATE.test(folded)) return [];
  return [...absoluteDates(folded, today, missingYear), ...relativeDates(folded, today)];
}

/** Whether an English text says when something happens, exactly or not. */
export function mentionsTime(text: string): boolean {
  return TIME_WORDS.test(foldText(text.slice(0, MAX_CHARACTERS)));
}
