import { dayNumber, localDateOf } from '../text/calendar-date';
import { dayRange, overlaps } from '../text/date-range';
import { findDates, mentionsTime } from '../text/find-dates';
import type { RankDocument } from './rank-document';
import type { RankQuery } from './rank-query';
import type { RankingWeights } from './ranking-weights';

/**
 * What a document gains by its dates: for telling a time where the query asks when, and for naming, or being
 * written on, a date that the query names. "Last Friday" in a text counts from the day it was written.
 */
export function scoreTime(document: RankDocument, query: RankQuery, weights: RankingWeights): number {
  const tellsTime = query.asksWhen && mentionsTime(document.text) ? weights.time : 0;
  return tellsTime + dateScore(document, query, weights);
}

function dateScore(document: RankDocument, query: RankQuery, weights: RankingWeights): number {
  if (query.dates.length === 0) return 0;
  const date = localDateOf(document.createdAt);
  if (date === null) return 0;
  const written = dayNumber(date);
  const named = findDates(document.text, written);
  if (named.some((range) => query.dates.some((asked) => overlaps(range, asked)))) return weights.namedDate;
  const writtenThen = query.dates.some((asked) => overlaps(dayRange(written), asked));
  return writtenThen ? weights.writtenDate : 0;
}
