import { z } from 'zod';
import { findJsonObject } from '../text/find-json-object';

const judgementSchema = z.object({
  reasoning: z.string().trim().min(1),
  score: z.number().min(0).max(1),
  missing: z.array(z.string()),
  accurate: z.boolean(),
});

/** What a judge said of a summary. */
export type Judgement = Readonly<z.infer<typeof judgementSchema>>;

/** Reads a judge's reply; null where it is not what was asked for, which leaves the summary unscored, never 0.5. */
export function readJudgement(reply: string): Judgement | null {
  const parsed = judgementSchema.safeParse(findJsonObject(reply));
  return parsed.success ? parsed.data : null;
}
