import { z } from 'zod';
import { messageIdSchema, sessionIdSchema } from '../../model/ids';
import { toolAnswerSchema } from '../../model/message-metadata';
import type { ToolView } from '../../model/tool-rule';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** The tools a model may use. */
export const toolCalls = {
  'tools.list': defineCall<readonly ToolView[]>()(nothing),
  /** The user's word on a call that waits for it. Errors: `not-found` once it waits no more. */
  'tools.answer': defineCall<null>()(
    z.strictObject({ sessionId: sessionIdSchema, messageId: messageIdSchema, answer: toolAnswerSchema }),
  ),
} as const;
