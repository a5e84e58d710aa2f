import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOfDayNumber,
  dayNumber,
  localDateOf,
  weekdayOf,
} from '../../../src/main/memory/text/calendar-date';
import { findDates, mentionsTime } from '../../../src/main/memory/text/find-dates';

const day = (year: number, month: number, date: number) => dayNumber({ year, month, day: date });
/** Friday. */
const TODAY = day(2023, 5, 19);
const written = (number: number) => {
  const date = dateOfDayNumber(number);
  return `${date.year}-${date.month}-${date.day}`;
};
const found = (text: string, missingYear?: 'nearest' | 'past') =>
  findDates(text, TODAY, missingYear).map((range) =>
    range.from === range.to ? written(range.from) : `${written(range.from)}…${written(range.to)}`,
  );

describe('the calendar', () => {
  it('counts days and weekdays forth and back', () => {
    expect(day(1970, 1, 1)).toBe(0);
    expect(weekdayOf(TODAY)).toBe(5);
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (number) => {
        expect(dayNumber(dateOfDayNumber(number))).toBe(number);
        expect(weekdayOf(number)).toBe(new Date(number * 86_400_000).getUTCDay());
      }),
    );
  });

  it('takes the day where the app runs', () => {
    expect(localDateOf(new Date(2024, 1, 29, 23, 59).getTime())).toEqual({ year: 2024, month: 2, day: 29 });
    expect(localDateOf(Number.NaN)).toBeNull();
  });
});

describe('dates by the calendar', () => {
  it.each([
    ['on 8 May, 2023', ['2023-5-8']],
    ['the 8th of May 2021', ['2021-5-8']],
    ['May 8th', ['2023-5-8']],
    ['2023-05-08', ['2023-5-8']],
    ['Between August 11 and August 15 2022', ['2022-8-11…2022-8-15']],
    ['from 28 December 2022 to 3 January 2023', ['2022-12-28…2023-1-3']],
    ['from June 3rd till the 9th of June', ['2023-6-3…2023-6-9']],
    ['between 15 August and 11 August', ['2023-8-11']],
    ['I met them on the 15th', ['2023-5-15']],
    ['since the 28th', ['2023-4-28']],
    ['by the 30th', ['2023-5-30']],
    ['on the 31st', ['2023-5-31']],
    ['on the 3rd floor, before the 19th century, on the 40th', []],
    ['in February 2024', ['2024-2-1…2024-2-29']],
    ['in early Sept', ['2023-9-1…2023-9-30']],
    ['in 2021', ['2021-1-1…2021-12-31']],
    ['on 31 February 2023', []],
    ['you may march on, 3 may come', ['2023-5-3']],
    ['it cost 2023 dollars', []],
  ])('reads %s', (text, dates) => {
    expect(found(text)).toEqual(dates);
  });

  it('takes a month without a year for the last one in a question', () => {
    expect(found('in August', 'past')).toEqual(['2022-8-1…2022-8-31']);
    expect(found('in August')).toEqual(['2023-8-1…2023-8-31']);
  });
});

describe('dates against the day of writing', () => {
  it.each([
    ['Yesterday we swam', ['2023-5-18']],
    ['the day before yesterday', ['2023-5-17']],
    ['last Friday', ['2023-5-12']],
    ['next Friday', ['2023-5-26']],
    ['on Monday', ['2023-5-15']],
    ['last week', ['2023-5-8…2023-5-14']],
    ['this weekend', ['2023-5-19…2023-5-21']],
    ['two weeks ago', ['2023-5-1…2023-5-7']],
    ['a couple of days ago', ['2023-5-17']],
    ['3 years ago', ['2020-1-1…2020-12-31']],
    ['in a month', ['2023-6-1…2023-6-30']],
    ['last year', ['2022-1-1…2022-12-31']],
    ['last summer', ['2022-6-1…2022-8-31']],
    ['last winter', ['2022-12-1…2023-2-28']],
    ['nothing of the kind', []],
  ])('reads %s', (text, dates) => {
    expect(found(text)).toEqual(dates);
  });
});

it('gives whole ranges for any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: -700_000, max: 2_900_000 }),
      (text, today) => {
        for (const range of findDates(`${text} last 3 may ${text} ago`, today))
          expect(range.from).toBeLessThanOrEqual(range.to);
      },
    ),
  );
});

it('tells whether a text speaks of time', () => {
  expect(mentionsTime('We met a few weeks ago')).toBe(true);
  expect(mentionsTime('We met at the harbour')).toBe(false);
});
