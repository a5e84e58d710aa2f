import { z } from 'zod';
import { type TurnId, sessionIdSchema, turnIdSchema } from '../../model/ids';
import type { Message } from '../../model/message';
import { strategySchema } from '../../model/session';
import type { BlockKind } from '../../model/snapshot';
import { budgetsSchema } from '../../settings';
import { defineCall } from '../define-call';
import { text, ofSession, ofReply } from './common-inputs';

/** The context the next message would be sent with, for the gauge by the composer. */
export interface ContextPreview {
  readonly maxContextTokens: number;
  readonly replyReserveTokens: number;
  readonly parts: readonly { readonly kind: BlockKind; readonly tokens: number }[];
  /** Positions sent verbatim, first and last; null where there is none. */
  readonly buffer: readonly [number, number] | null;
  /** The last position the summary stands for; 0 without one. */
  readonly summarisedTo: number;
  /** Messages that wait for a summary. */
  readonly waitingMessages: number;
  /** Messages a strategy that does not summarise leaves out. */
  readonly leftOutMessages: number;
  /** What recall may add for a question, at most; null where it adds nothing whatever is asked. */
  readonly recall: { readonly quotes: number; readonly tokens: number } | null;
}

/** A turn that was begun: the question and its reply, which streams. */
export interface StartedTurn {
  readonly turnId: TurnId;
  /** The parts of the files that were sent with the question, above it; none where absent. */
  readonly files?: readonly Message[] | undefined;
  readonly message: Message;
  readonly reply: Message;
}

/** Turns: sending, stopping, and what the next one would hold. */
export const chatCalls = {
  /** Commits the user's message, then answers in the background; progress comes as turn events. */
  'chat.send': defineCall<StartedTurn>()(z.strictObject({ sessionId: sessionIdSchema, text: text.min(1) })),
  /** Answers the last question again; the failed or stopped reply gives way to a new one beside it. */
  'chat.retry': defineCall<StartedTurn>()(ofReply),
  /** Goes on where the last reply broke off: a new one beside it begins with its words. */
  'chat.continue': defineCall<StartedTurn>()(ofReply),
  /** The answer of a turn that gave way to another after a second look; null where none did. */
  'chat.firstAnswer': defineCall<Message | null>()(
    z.strictObject({ sessionId: sessionIdSchema, turnId: turnIdSchema }),
  ),
  'chat.stop': defineCall<null>()(z.strictObject({ turnId: turnIdSchema })),
  /** Token count of a draft, estimated with the current encoding. */
  'chat.countTokens': defineCall<{ readonly tokens: number }>()(z.strictObject({ text })),
  'chat.preview': defineCall<ContextPreview>()(ofSession),
  /** The same under other budgets or another strategy, which stay unsaved. */
  'chat.previewWith': defineCall<ContextPreview>()(
    z.strictObject({ sessionId: sessionIdSchema, budgets: budgetsSchema, strategy: strategySchema }),
  ),
} as const;
