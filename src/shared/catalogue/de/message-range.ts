import { numberRange } from '../number-range';

/** "Nachrichten 4–9" oder "Nachricht 4". */
export function messageRange(from: number, to: number): string {
  return `${from === to ? 'Nachricht' : 'Nachrichten'} ${numberRange(from, to)}`;
}

/** "den Nachrichten 4–9" oder "der Nachricht 4", im Dativ. */
export function toMessages(from: number, to: number): string {
  return `${from === to ? 'der' : 'den'} ${messageRange(from, to)}`;
}
