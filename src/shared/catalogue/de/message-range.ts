import { numberRange } from '../number-range';

/** "Nachrichten 4–9", or "Nachricht 4". */
export function messageRange(from: number, to: number): string {
  return `${from === to ? 'Nachricht' : 'Nachrichten'} ${numberRange(from, to)}`;
}

/** The same in the dative, with its article. */
export function toMessages(from: number, to: number): string {
  return `${from === to ? 'der' : 'den'} ${messageRange(from, to)}`;
}
