import { z } from 'zod';
import { attachmentSchema } from './attachment';

/** One call of a tool, as the model made it; the arguments are JSON only if the model wrote JSON. */
export const toolCallSchema = z.object({ id: z.string(), name: z.string(), arguments: z.string() });
/** See {@link toolCallSchema}. */
export type ToolCall = Readonly<z.infer<typeof toolCallSchema>>;

/** How far a call is: `asking` waits for the user, everything from `done` on is final. */
export const toolStatusSchema = z.enum(['asking', 'running', 'done', 'failed', 'denied', 'timed-out']);
/** See {@link toolStatusSchema}. */
export type ToolStatus = z.infer<typeof toolStatusSchema>;

/** What the user says to a call that asks. */
export const toolAnswerSchema = z.enum(['once', 'always', 'deny']);
/** See {@link toolAnswerSchema}. */
export type ToolAnswer = z.infer<typeof toolAnswerSchema>;

/** One run of a tool. */
export const toolRunSchema = z.object({
  callId: z.string(),
  name: z.string(),
  arguments: z.string(),
  status: toolStatusSchema,
  /** Milliseconds it took; null until it has ended, or where it never ran. */
  ms: z.number().nullable(),
  /** What the user said, where a call asked; `always` holds for the rest of the chat. */
  answer: toolAnswerSchema.nullable(),
});
/** See {@link toolRunSchema}. */
export type ToolRun = Readonly<z.infer<typeof toolRunSchema>>;

/** What a message is besides its words. */
export const messageMetadataSchema = z.object({
  /** Of an assistant's message: the tools it calls. */
  toolCalls: z.array(toolCallSchema).readonly().optional(),
  /** Of a tool's message: the call it answers. */
  tool: toolRunSchema.optional(),
  /** Of a part of a file the user attached. */
  attachment: attachmentSchema.optional(),
});
/** See {@link messageMetadataSchema}. */
export type MessageMetadata = Readonly<z.infer<typeof messageMetadataSchema>>;
