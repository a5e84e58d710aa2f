import { z } from 'zod';
import { sessionIdSchema } from '../../model/ids';
import {
  type Session,
  type SessionPage,
  folderLength,
  recallScopeSchema,
  sessionOrderSchema,
  strategySchema,
} from '../../model/session';
import { defineCall } from '../define-call';
import { nothing, text, pageLimit, ofSession } from './common-inputs';

/** Chats. */
export const sessionCalls = {
  'sessions.list': defineCall<SessionPage>()(
    z.strictObject({
      cursor: z.string().max(1_000).nullable(),
      limit: pageLimit,
      /** The archived chats in place of the others; false where absent. */
      archived: z.boolean().optional(),
      /** Last used first where absent. */
      order: sessionOrderSchema.optional(),
    }),
  ),
  'sessions.create': defineCall<Session>()(
    z.strictObject({ recallScope: recallScopeSchema.optional(), temporary: z.boolean().optional() }),
  ),
  'sessions.get': defineCall<Session>()(ofSession),
  /** Puts an empty chat of the other kind in the place of an empty chat. Errors: `conflict` once it has messages. */
  'sessions.setRemembered': defineCall<Session>()(
    z.strictObject({ sessionId: sessionIdSchema, remembered: z.boolean() }),
  ),
  /** Chats whose titles hold the words, the newest first. */
  'sessions.search': defineCall<readonly Session[]>()(z.strictObject({ query: text, limit: pageLimit })),
  /** Opens the sample chat, putting it in the list if it is not there; `questions` are worth asking it. */
  'sessions.openSample': defineCall<{ readonly session: Session; readonly questions: readonly string[] }>()(
    nothing,
  ),
  'sessions.update': defineCall<Session>()(
    z.strictObject({
      sessionId: sessionIdSchema,
      title: z.string().trim().min(1).max(200).optional(),
      pinned: z.boolean().optional(),
      folder: z.string().trim().min(1).max(folderLength).nullable().optional(),
      archived: z.boolean().optional(),
      recallScope: recallScopeSchema.optional(),
      strategy: strategySchema.optional(),
    }),
  ),
  /** Opens one more window of the program on the chat. Errors: `conflict` where too many are open. */
  'sessions.openWindow': defineCall<null>()(ofSession),
  'sessions.delete': defineCall<null>()(ofSession),
  'sessions.restore': defineCall<Session>()(ofSession),
} as const;
