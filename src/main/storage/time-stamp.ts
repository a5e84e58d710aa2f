/** A time (ms since 1970) as it stands in file names: UTC, sortable, legal on every system. */
export function timeStamp(now: number): string {
  return new Date(now).toISOString().replaceAll(':', '-').replace('.', '-');
}
