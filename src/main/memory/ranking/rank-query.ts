import { dayNumber, localDateOf } from '../text/calendar-date';
import type { DateRange } from '../text/date-range';
import { findDates } from '../text/find-dates';
import { foldText } from '../text/fold';
import { readContentTerms } from '../text/content-terms';
import { namedSpeakers, speakerTerms, type SpokenFor } from './named-speakers';
import { questionNeeds, type QuestionNeeds } from './question-needs';

/** A query, read once: what to look for and what the question itself gives away. */
export interface RankQuery {
  /** Distinct terms, in order; ask storage in how many documents in scope each occurs. */
  readonly terms: readonly string[];
  /** How much of a word each term counts, 0–1. */
  readonly termWeights: readonly number[];
  /** Adjacent terms, as `first second`. */
  readonly pairs: readonly string[];
  readonly speakers: SpokenFor;
  /** The query asks for a time. */
  readonly asksWhen: boolean;
  readonly needs: QuestionNeeds;
  /** Dates that the query names, resolved against the day it is asked. */
  readonly dates: readonly DateRange[];
}

/** What {@link readQuery} needs. */
export interface RankQueryInput {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** The names of all authors in scope. */
  readonly authors: readonly string[];
}

const ASKS_WHEN =
  /\b(?:when|since when|how long|how (?:recently|soon)|how many (?:days|weeks|months|years)|(?:what|which) (?:date|day|month|year|time|week|weekend|season))\b/;
const MAX_QUERY_CHARACTERS = 4_000;
const MAX_TERMS = 64;

/**
 * Reads a query: terms without stop words and without the names of speakers (a name says who speaks, which
 * {@link RankQuery.speakers} keeps, and would only weigh on every message of that speaker), word pairs, dates.
 */
export function readQuery(input: RankQueryInput): RankQuery {
  const text = input.text.slice(0, MAX_QUERY_CHARACTERS);
  const all = readContentTerms(text);
  const names = speakerTerms(input.authors);
  const others = all.filter(({ term }) => !names.has(term));
  const read = (others.length > 0 ? others : all).slice(0, MAX_TERMS);
  const weights = new Map<string, number>();
  for (const { term, weight } of read) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  const words = read.flatMap(({ term, isPart }) => (isPart ? [] : [term]));
  const today = localDateOf(input.askedAt);
  return {
    terms: [...weights.keys()],
    termWeights: [...weights.values()],
    pairs: [...new Set(words.slice(1).map((term, index) => `${words[index] ?? ''} ${term}`))],
    speakers: namedSpeakers(text, input.authors),
    asksWhen: ASKS_WHEN.test(foldText(text)),
    needs: questionNeeds(text),
    dates: today === null ? [] : findDates(text, dayNumber(today), 'past'),
  };
}
