/** A time in seconds since 1970 as whole milliseconds; null where there is none. */
export function fromSeconds(seconds: number | null | undefined): number | null {
  return typeof seconds === 'number' ? Math.round(seconds * 1_000) : null;
}
