import { z } from 'zod';
import { messageIdSchema, sessionIdSchema } from '../../model/ids';
import { providerIdSchema } from '../../model/provider';

/** A call without input. */
export const nothing = z.strictObject({});
/** Text a person may have pasted; UTF-16 units. */
export const text = z.string().max(2_000_000);
/** Rows of a page. */
export const pageLimit = z.int().min(1).max(500);
/** A call about one chat. */
export const ofSession = z.strictObject({ sessionId: sessionIdSchema });
/** A call about one message of a chat. */
export const ofReply = z.strictObject({ sessionId: sessionIdSchema, messageId: messageIdSchema });
/** A call about one provider. */
export const ofProvider = z.strictObject({ id: providerIdSchema });
