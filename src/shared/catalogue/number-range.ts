/** "4–9", or "4" where it ends where it begins. */
export function numberRange(from: number, to: number): string {
  return from === to ? String(from) : `${String(from)}–${String(to)}`;
}
