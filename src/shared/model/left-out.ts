import { z } from 'zod';
import { messageIdSchema } from './ids';

/** What an answer is given without, for once and as the user asked: messages wherever they would stand, whole parts. */
export const leftOutSchema = z.strictObject({
  messages: z.array(messageIdSchema).max(50),
  parts: z.array(z.enum(['profile', 'summary'])).max(2),
});

/** See {@link leftOutSchema}. */
export type LeftOut = Readonly<z.infer<typeof leftOutSchema>>;
