import { dateOfDayNumber, dayNumber, localDateOf } from '../text/calendar-date';

/** The day number of a time, where the app runs; 0 for a time out of range. */
export function dayNumberOf(time: number): number {
  const date = localDateOf(time);
  return date === null ? 0 : dayNumber(date);
}

/** The local noon of a day, in milliseconds since 1970: no change of clocks moves it to another day. */
export function timeOfDay(day: number): number {
  const { year, month, day: ofMonth } = dateOfDayNumber(day);
  return new Date(year, month - 1, ofMonth, 12).getTime();
}
