import { dayNumber, weekdayOf } from './calendar-date';

/** A stretch of days, both ends included, as day numbers (days since 1 January 1970). */
export interface DateRange {
  readonly from: number;
  readonly to: number;
}

/** One day. */
export function dayRange(day: number): DateRange {
  return { from: day, to: day };
}

/** The week, Monday to Sunday, that holds a day. */
export function weekRange(day: number): DateRange {
  const monday = day - ((weekdayOf(day) + 6) % 7);
  return { from: monday, to: monday + 6 };
}

/** A month; months outside 1–12 carry over into the years around. */
export function monthRange(year: number, month: number): DateRange {
  return { from: dayNumber({ year, month, day: 1 }), to: dayNumber({ year, month: month + 1, day: 1 }) - 1 };
}

/** A year. */
export function yearRange(year: number): DateRange {
  return { from: dayNumber({ year, month: 1, day: 1 }), to: dayNumber({ year, month: 12, day: 31 }) };
}

/** Whether two ranges share a day. */
export function overlaps(left: DateRange, right: DateRange): boolean {
  return left.from <= right.to && right.from <= left.to;
}
