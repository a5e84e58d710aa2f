import { locale } from '../../shared/catalogue/language';

const DAY_MS = 86_400_000;

const numbers = new Intl.NumberFormat(locale);
const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const daysOfThisYear = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long' });
const daysOfOtherYears = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
const months = new Intl.DateTimeFormat(locale, { month: 'long' });
const monthsOfOtherYears = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** A number with so many decimals and no separators of thousands. */
export function formatFixed(value: number, decimals: number): string {
  return value.toLocaleString(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  });
}

/** 4136 → "4,136". */
export function formatCount(count: number): string {
  return numbers.format(count);
}

/** Milliseconds → "0.43 ms", "6.4 ms", "632 ms", "1.06 s", "12 s". */
export function formatDuration(ms: number): string {
  if (ms < 1) return `${formatFixed(ms, 2)} ms`;
  if (ms < 10) return `${formatFixed(ms, 1)} ms`;
  if (ms < 1_000) return `${String(Math.round(ms))} ms`;
  const seconds = ms / 1_000;
  if (seconds < 2) return `${formatFixed(seconds, 2)} s`;
  return seconds < 10 ? `${formatFixed(seconds, 1)} s` : `${String(Math.round(seconds))} s`;
}

/** Microcents → "$0.39", "$0.0035" where a cent says too little, "$0". */
export function formatDollars(microcents: number): string {
  const dollars = microcents / 100_000_000;
  if (dollars === 0) return '$0';
  if (dollars < 0.0001) return '< $0.0001';
  return `$${formatFixed(dollars, dollars < 0.1 ? 4 : 2)}`;
}

/** 8000 → "8k", 1500 → "1.5k", 640 → "640"; for axes. */
export function formatShort(count: number): string {
  if (count < 1_000) return String(Math.round(count));
  const thousands = count / 1_000;
  return `${thousands < 10 && !Number.isInteger(thousands) ? formatFixed(thousands, 1) : String(Math.round(thousands))}k`;
}

/** 0.7143 → "0.71"; scores with two decimals. */
export function formatScore(score: number): string {
  return formatFixed(score, 2);
}

/** 9.83 → "9.8"; BM25 with one decimal. */
export function formatBm25(score: number): string {
  return formatFixed(score, 1);
}

/** Milliseconds since 1970 → "16:20". */
export function formatTime(at: number): string {
  return times.format(at);
}

/** Milliseconds since 1970 → "Tue 3 March", or "3 March 2023" for another year than that of `now`. */
export function formatDay(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return isThisYear ? daysOfThisYear.format(at).replace(',', '') : daysOfOtherYears.format(at);
}

/** Milliseconds since 1970 → "March", or "May 2023" for another year than that of `now`. */
export function formatMonth(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return isThisYear ? months.format(at) : monthsOfOtherYears.format(at);
}

/** Whole days of the calendar between two times: 0 for the same day, 1 for yesterday. */
export function daysBetween(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
}
