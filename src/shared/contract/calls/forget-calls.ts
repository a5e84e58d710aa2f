import { z } from 'zod';
import type { ForgetView } from '../../model/forget';
import { messageIdSchema, sessionIdSchema } from '../../model/ids';
import type { Session } from '../../model/session';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

const ofForget = { sessionId: sessionIdSchema, forgetId: z.uuid() };
/** The report of a deleted user belongs to no chat. */
const ofReport = { sessionId: sessionIdSchema.nullable(), forgetId: z.uuid() };

/** Deleting messages, bringing them back, and what is left of what was erased. */
export const forgetCalls = {
  /** Hides the messages from the first to the last at once; they are erased when their undo has passed. */
  'forget.messages': defineCall<{ readonly session: Session; readonly forget: ForgetView }>()(
    z.strictObject({ sessionId: sessionIdSchema, firstId: messageIdSchema, lastId: messageIdSchema }),
  ),
  /** Brings back what is not erased yet. Errors: `not-found` once it is. */
  'forget.undo': defineCall<Session>()(z.strictObject(ofForget)),
  /** What waits to be erased, and what was erased since the program started, with what still holds it. */
  'forget.list': defineCall<readonly ForgetView[]>()(nothing),
  /** Forgets places of a report too, at once and for good; the report as it is then. */
  'forget.places': defineCall<ForgetView>()(
    z.strictObject({ ...ofReport, placeIds: z.array(z.string().min(1).max(600)).min(1).max(1_000) }),
  ),
  /** Takes a report away. */
  'forget.dismiss': defineCall<null>()(z.strictObject(ofReport)),
} as const;
