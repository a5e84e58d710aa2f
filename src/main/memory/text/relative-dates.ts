import { dayRange, monthRange, weekRange, yearRange, type DateRange } from './date-range';
import { DAY_NAMES, dateOfDayNumber, weekdayOf } from './calendar-date';

/** What a pattern's groups mean, against the day the text was written; null where they mean no date. */
type Resolve = (groups: readonly string[], today: number) => DateRange | null;

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['couple', 2],
  ['three', 3],
  ['few', 3],
  ['several', 4],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
]);
const COUNT =
  '(?:a )?(\\d{1,3}|an?|one|two|couple|three|few|several|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: of)?';
const UNIT = '(day|week|weekend|month|year)s?';
const DAY_NAME = `(${DAY_NAMES.join('|')})`;
/** First month and year offset of a season on the northern half of the globe. */
const SEASON_FIRST_MONTH: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['fall', 9],
  ['autumn', 9],
  ['winter', 12],
]);

const RELATIVE: readonly (readonly [RegExp, Resolve])[] = [
  [/\b(?:the )?day before yesterday\b/g, (_, today) => dayRange(today - 2)],
  [/(?<!before )\byesterday\b|\blast night\b/g, (_, today) => dayRange(today - 1)],
  [/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/g, (_, today) => dayRange(today)],
  [/\btomorrow\b/g, (_, today) => dayRange(today + 1)],
  [/\bthe other day\b/g, (_, today) => ({ from: today - 7, to: today - 1 })],
  [
    new RegExp(`\\b${COUNT} ${UNIT} (?:ago|back|earlier)\\b`, 'g'),
    ([count, unit], today) => shifted(count, unit, -1, today),
  ],
  [new RegExp(`\\bin ${COUNT} ${UNIT}\\b`, 'g'), ([count, unit], today) => shifted(count, unit, 1, today)],
  [
    /\b(last|past|previous|this|next|coming) (week|weekend|month|year)\b/g,
    ([which, unit], today) => unitBeside(direction(which), unit, today),
  ],
  [
    new RegExp(`\\b(last|past|this|next|coming) ${DAY_NAME}\\b`, 'g'),
    ([which, name], today) => dayBeside(direction(which), name, today),
  ],
  [new RegExp(`\\b(?:on|over|this past) ${DAY_NAME}\\b`, 'g'), ([name], today) => dayBeside(-1, name, today)],
  [
    /\b(last|past|this|next) (spring|summer|fall|autumn|winter)\b/g,
    ([which, season], today) => seasonBeside(direction(which), season, today),
  ],
];

/**
 * The dates a text names against the day it was written: "yesterday", "two weeks ago", "last Friday".
 *
 * @param text Folded text.
 * @param today The day number the text was written on.
 */
export function relativeDates(text: string, today: number): readonly DateRange[] {
  const found: DateRange[] = [];
  for (const [pattern, resolve] of RELATIVE) {
    for (const match of text.matchAll(pattern)) {
      const range = resolve(match.slice(1), today);
      if (range !== null) found.push(range);
    }
  }
  return found;
}

function direction(word: string | undefined): -1 | 0 | 1 {
  if (word === 'this') return 0;
  return word === 'next' || word === 'coming' ? 1 : -1;
}

/** "Three weeks ago" means all of that week, "two years ago" all of that year. */
function shifted(count = '', unit = '', sign: 1 | -1, today: number): DateRange | null {
  const amount = NUMBER_WORDS.get(count) ?? Number(count);
  if (!Number.isFinite(amount)) return null;
  const date = dateOfDayNumber(today);
  if (unit === 'day') return dayRange(today + sign * amount);
  if (unit === 'week' || unit === 'weekend') return weekRange(today + sign * amount * 7);
  if (unit === 'month') return monthRange(date.year, date.month + sign * amount);
  return yearRange(date.year + sign * amount);
}

function unitBeside(offset: -1 | 0 | 1, unit: string | undefined, today: number): DateRange {
  const date = dateOfDayNumber(today);
  if (unit === 'year') return yearRange(date.year + offset);
  if (unit === 'month') return monthRange(date.year, date.month + offset);
  const week = weekRange(today + offset * 7);
  if (unit === 'week') return week;
  // A weekend begins on Friday evening for those who tell of it.
  return { from: week.from + 4, to: week.to };
}

function dayBeside(offset: -1 | 0 | 1, name: string | undefined, today: number): DateRange | null {
  const wanted = DAY_NAMES.findIndex((day) => day === name);
  if (wanted < 0) return null;
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  if (offset < 0) return dayRange(today - (ahead === 0 ? 7 : 7 - ahead));
  if (offset > 0) return dayRange(today + (ahead === 0 ? 7 : ahead));
  return dayRange(weekRange(today).from + ((wanted + 6) % 7));
}

function seasonBeside(offset: -1 | 0 | 1, season: string | undefined, today: number): DateRange | null {
  const first = SEASON_FIRST_MONTH.get(season ?? '');
  if (first === undefined) return null;
  const { year } = dateOfDayNumber(today);
  const candidates = [year - 2, year - 1, year, year + 1].map((each) => ({
    from: monthRange(each, first).from,
    to: monthRange(each, first + 2).to,
  }));
  if (offset > 0) return candidates.find((range) => range.from > today) ?? null;
  if (offset < 0) return candidates.findLast((range) => range.to < today) ?? null;
  return candidates.find((range) => range.to >= today) ?? null;
}
