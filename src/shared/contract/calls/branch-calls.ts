import { z } from 'zod';
import { messageIdSchema, sessionIdSchema } from '../../model/ids';
import { leftOutSchema } from '../../model/left-out';
import type { Message } from '../../model/message';
import type { Session } from '../../model/session';
import { defineCall } from '../define-call';
import type { StartedTurn } from './chat-calls';
import { ofReply, text } from './common-inputs';

const place = { sessionId: sessionIdSchema, messageId: messageIdSchema };

/** Versions of a chat, pins, exclusions and copies. */
export const branchCalls = {
  /** Asks a question of the chat in other words: another version beside it, which is answered. */
  'chat.edit': defineCall<StartedTurn>()(z.strictObject({ ...place, text: text.min(1) })),
  /** Has a question answered anew, beside the given answer; what is left out is not sent and not recalled. */
  'chat.regenerate': defineCall<StartedTurn>()(
    z.strictObject({ ...place, leftOut: leftOutSchema.optional() }),
  ),
  /** Shows the version before or after a message's; answers the message that stands there now. */
  'chat.stepVersion': defineCall<{ readonly session: Session; readonly message: Message }>()(
    z.strictObject({ ...place, step: z.union([z.literal(-1), z.literal(1)]) }),
  ),
  /** Keeps a message in the context however old it is, or no longer. */
  'messages.pin': defineCall<Message>()(z.strictObject({ ...place, pinned: z.boolean() })),
  /** Keeps a message out of memory, or lets it in again. */
  'messages.exclude': defineCall<Message>()(z.strictObject({ ...place, excluded: z.boolean() })),
  /** Makes a chat of its own of the shown version up to a message. */
  'sessions.fork': defineCall<Session>()(ofReply),
} as const;
