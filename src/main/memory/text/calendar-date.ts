/** A day of the calendar, without clock or zone. */
export interface CalendarDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

/** English month names, January first, folded as words are. */
export const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** English day names, Sunday first as `Date.getDay` counts. */
export const DAY_NAMES = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const MILLISECONDS_PER_DAY = 86_400_000;

/** The folded English name of a month, 1–12; an empty string for any other number. */
export function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? '';
}

/** The day, where the app runs, at a time in milliseconds since 1970; null for a time out of range. */
export function localDateOf(time: number): CalendarDate | null {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return null;
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** Days since 1 January 1970 in the Gregorian calendar; months and days out of range carry over. */
export function dayNumber(date: CalendarDate): number {
  return Math.floor(Date.UTC(date.year, date.month - 1, date.day) / MILLISECONDS_PER_DAY);
}

/** The inverse of {@link dayNumber}. */
export function dateOfDayNumber(day: number): CalendarDate {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
