import { z } from 'zod';
import { messageIdSchema, sessionIdSchema } from '../../model/ids';
import type { MessagePage } from '../../model/message';
import type { SearchHit } from '../../model/search';
import { defineCall } from '../define-call';
import { text, pageLimit } from './common-inputs';

/** Pages of the thread and search. */
export const messageCalls = {
  /** A page of the active path: the newest, those before or after a position, or those around a message. */
  'messages.page': defineCall<MessagePage>()(
    z.strictObject({
      sessionId: sessionIdSchema,
      anchor: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('newest') }),
        z.strictObject({ kind: z.literal('before'), position: z.int().min(1) }),
        z.strictObject({ kind: z.literal('after'), position: z.int().min(0) }),
        z.strictObject({ kind: z.literal('around'), messageId: messageIdSchema }),
      ]),
      limit: pageLimit,
    }),
  ),
  'messages.search': defineCall<readonly SearchHit[]>()(
    z.strictObject({ query: text, sessionId: sessionIdSchema.nullable(), limit: pageLimit }),
  ),
} as const;
