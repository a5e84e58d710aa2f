/** The local calendar day of a time (ms since 1970), YYYY-MM-DD. */
export function calendarDay(now: number): string {
  const date = new Date(now);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(date.getFullYear())}-${month ?? ''}-${day ?? ''}`;
}
