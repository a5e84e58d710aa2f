import { z } from 'zod';
import { sessionIdSchema } from '../../model/ids';
import type { PromptState } from '../../model/prompt';
import { defineCall } from '../define-call';

/** System prompts and their versions. */
export const promptCalls = {
  /** The system prompt of a chat, or of all chats (null). */
  'prompts.read': defineCall<PromptState>()(z.strictObject({ sessionId: sessionIdSchema.nullable() })),
  /** Writes a new version; an empty text gives way to what is inherited. */
  'prompts.write': defineCall<PromptState>()(
    z.strictObject({ sessionId: sessionIdSchema.nullable(), text: z.string().max(100_000) }),
  ),
} as const;
