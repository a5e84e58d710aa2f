import { numberRange } from '../number-range';

/** "messages 4–9", or "message 4". */
export function messageRange(from: number, to: number): string {
  return `${from === to ? 'message' : 'messages'} ${numberRange(from, to)}`;
}

/** The same at the beginning of a sentence. */
export function leadingRange(from: number, to: number): string {
  return `${from === to ? 'Message' : 'Messages'} ${numberRange(from, to)}`;
}

/** The verb that belongs to it. */
export function isOrAre(from: number, to: number): string {
  return from === to ? 'is' : 'are';
}
