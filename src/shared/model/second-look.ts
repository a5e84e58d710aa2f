import type { MessageId } from './ids';

/** A second recall of one turn: why it ran, what it looked for, and what it added. */
export interface SecondLook {
  /** The reply said that information is missing; or, offline, nothing was above the floor. */
  readonly reason: 'reply-says-missing' | 'nothing-found';
  /** The sentence of the first reply that gave cause; null where it ran before the reply. */
  readonly sentence: string | null;
  /** What was searched for: all dates, names and numbers of the question together, then each alone. */
  readonly queries: readonly string[];
  /** Messages it found that the first recall had not sent; empty where it found nothing new. */
  readonly found: readonly MessageId[];
  /** The answer that gave way to the second one; null where none did: nothing was found, or no second one came. */
  readonly firstReplyId: MessageId | null;
  /** What the first answer took: the price of the second look. Null where there was none. */
  readonly firstTokens: {
    readonly estimated: number;
    readonly reported: { readonly prompt: number; readonly completion: number } | null;
  } | null;
}
