import { z } from 'zod';
import { errorKinds, type AppErrorShape } from './errors';

/** Checks an error that crossed a border or was stored. Apart from `errors.ts`, so that the page needs no zod. */
export const appErrorShapeSchema: z.ZodType<AppErrorShape> = z.object({
  kind: z.enum(errorKinds),
  message: z.string(),
  retryable: z.boolean(),
  retryAt: z.number().optional(),
});
