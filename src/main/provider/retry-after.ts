/**
 * How long a server asks to be left alone, in milliseconds; null where it does not say.
 *
 * Reads `retry-after-ms` and `retry-after` in seconds. A date is not read: no server of this protocol sends one.
 */
export function retryAfterMs(headers: Headers | undefined): number | null {
  const milliseconds = positive(headers?.get('retry-after-ms'));
  if (milliseconds !== null) return milliseconds;
  const seconds = positive(headers?.get('retry-after'));
  return seconds === null ? null : seconds * 1_000;
}

function positive(value: string | null | undefined): number | null {
  if (value === null || value === undefined || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) && number >= 0 ? number : null;
}
