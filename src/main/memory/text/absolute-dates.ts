import { dayNumber, dateOfDayNumber, MONTH_NAMES } from './calendar-date';
import { dayRange, monthRange, yearRange, type DateRange } from './date-range';

/** Full names and their usual short forms; "may" and "march" are words too and need more beside them. */
const MONTH = `(${MONTH_NAMES.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:19|20)\\d\\d)';

const ONE_DAY = `(?:${MONTH} ${DAY}|${DAY}(?: of)? ${MONTH})\\b(?:,? ${YEAR}\\b)?`;
/** "Between August 11 and August 15 2023", "from 3 to 9 May": one stretch; the first takes its year from the second. */
const DAYS_BETWEEN = new RegExp(
  `\\b(?:between|from) (?:the )?${ONE_DAY} (?:and|to|until|till|through) (?:the )?${ONE_DAY}`,
  'g',
);
const ISO_DATE = new RegExp(`\\b${YEAR}-(\\d\\d)-(\\d\\d)\\b`, 'g');
const DAY_MONTH = new RegExp(`\\b${DAY}(?: of)? ${MONTH}\\b(?:,? ${YEAR}\\b)?`, 'g');
const MONTH_DAY = new RegExp(`\\b${MONTH} ${DAY}\\b(?:,? ${YEAR}\\b)?`, 'g');
const MONTH_YEAR = new RegExp(`\\b${MONTH},? (?:of )?${YEAR}\\b`, 'g');
const MONTH_ALONE = new RegExp(
  `\\b(?:in|last|since|until|during|early|mid|late|this|next|of) ${MONTH}\\b(?!,? \\d)`,
  'g',
);
/** "On the 15th": the month is the one in which that day lies nearest. */
const DAY_ALONE =
  /\b(on|since|until|till|by|from|before|after) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|century|grade|floor|street|time))/g;
const YEAR_ALONE = new RegExp(
  `\\b(?:in|since|during|of|from|year|until|summer|winter|spring|fall|by|end) ${YEAR}\\b`,
  'g',
);

/** Where a date without its year lies: the nearest one, or the nearest in the past. */
export type MissingYear = 'nearest' | 'past';

/**
 * The dates a text names by the calendar: "8 May 2023", "May 8th", "in August", "2021", "2023-05-08".
 *
 * @param text Folded text.
 * @param today The day number the text was written on; it settles a missing year.
 */
export function absoluteDates(text: string, today: number, missingYear: MissingYear): readonly DateRange[] {
  const found: (DateRange | null)[] = [];
  let rest = text;
  // From precise to loose; what one pattern took is gone, so that "8 May 2023" is not also all of May.
  const each = (pattern: RegExp, resolve: (groups: readonly string[]) => DateRange | null): void => {
    for (const match of rest.matchAll(pattern)) found.push(resolve(match.slice(1)));
    rest = rest.replace(pattern, ' ; ');
  };
  each(DAYS_BETWEEN, (groups) => daysBetween(groups, today, missingYear));
  each(ISO_DATE, ([year, month, day]) => dayOf(Number(year), Number(month), Number(day)));
  each(DAY_MONTH, ([day, month, year]) => dayInMonth(day, month, year, today, missingYear));
  each(MONTH_DAY, ([month, day, year]) => dayInMonth(day, month, year, today, missingYear));
  each(MONTH_YEAR, ([month, year]) => monthRange(Number(year), monthNumber(month)));
  each(MONTH_ALONE, ([month]) =>
    settleYear(today, missingYear, (year) => monthRange(year, monthNumber(month))),
  );
  each(YEAR_ALONE, ([year]) => yearRange(Number(year)));
  each(DAY_ALONE, ([where, day]) => nearestDay(Number(day), today, where === 'since' ? 'past' : missingYear));
  return found.filter((range) => range !== null);
}

function monthNumber(name = ''): number {
  return MONTH_NAMES.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

function dayInMonth(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  today: number,
  missingYear: MissingYear,
): DateRange | null {
  if (year !== undefined) return dayOf(Number(year), monthNumber(month), Number(day));
  return settleYear(today, missingYear, (each) => dayOf(each, monthNumber(month), Number(day)));
}

/** Five groups a day: month and day, or day and month, and the year. */
function daysBetween(groups: readonly string[], today: number, missingYear: MissingYear): DateRange | null {
  const ends = [groups.slice(0, 5), groups.slice(5)].map(([monthA, dayA, dayB, monthB, year]) => ({
    day: dayA ?? dayB,
    month: monthA ?? monthB,
    year,
  }));
  const year = ends[1]?.year ?? ends[0]?.year;
  const [from, to] = ends.map((end) => dayInMonth(end.day, end.month, end.year ?? year, today, missingYear));
  if (from === null || to === null || from === undefined || to === undefined) return from ?? to ?? null;
  return from.from <= to.to ? { from: from.from, to: to.to } : to;
}

/** The day of that number nearest to the text's own, or the last one. */
function nearestDay(day: number, today: number, missingYear: MissingYear): DateRange | null {
  const { year, month } = dateOfDayNumber(today);
  const months = missingYear === 'past' ? [0, -1, -2] : [0, -1, 1];
  const days = months.flatMap((offset) => {
    const first = dateOfDayNumber(monthRange(year, month + offset).from);
    return dayOf(first.year, first.month, day) ?? [];
  });
  if (missingYear === 'past') return days.find((range) => range.from <= today) ?? null;
  return days.toSorted((a, b) => distance(a, today) - distance(b, today))[0] ?? null;
}

/** Null for a day that the month does not have. */
function dayOf(year: number, month: number, day: number): DateRange | null {
  const number = dayNumber({ year, month, day });
  const real = dateOfDayNumber(number);
  return real.month === month && real.day === day ? dayRange(number) : null;
}

function settleYear(
  today: number,
  missingYear: MissingYear,
  inYear: (year: number) => DateRange | null,
): DateRange | null {
  const { year } = dateOfDayNumber(today);
  const years = missingYear === 'past' ? [year, year - 1] : [year - 1, year, year + 1];
  const ranges = years.map(inYear).filter((range) => range !== null);
  if (missingYear === 'past') return ranges.find((range) => range.from <= today) ?? null;
  return ranges.reduce<DateRange | null>(
    (best, range) => (best === null || distance(range, today) < distance(best, today) ? range : best),
    null,
  );
}

function distance(range: DateRange, day: number): number {
  return Math.max(range.from - day, day - range.to, 0);
}
