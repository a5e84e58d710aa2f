import { z } from 'zod';
import type { ImportedMessage, ImportedSession } from '../memory/ports/conversation-import';

const sampleSchema = z.object({
  title: z.string().min(1),
  version: z.int().min(1),
  /** What to ask it, and the positions, from 1, of the messages that answer. */
  questions: z.array(z.object({ text: z.string().min(1), sources: z.array(z.int().min(1)).min(1) })).min(1),
  messages: z
    .array(
      z.object({
        role: z.enum(['user', 'assistant']),
        /** Days before the last message. */
        day: z.int().min(0),
        /** Local time of that day, HH:MM. */
        time: z.string().regex(/^\d\d:\d\d$/),
        content: z.string().min(1),
      }),
    )
    .min(2),
});

/** The chat that comes with the program. */
export interface SampleChat {
  readonly session: ImportedSession;
  readonly questions: readonly string[];
}

/** Days before now on which its last message lies. */
const endsDaysAgo = 2;

/** Reads the sample chat, dated as if it had ended two days before `now` (milliseconds since 1970). */
export async function readSampleChat(now: number): Promise<SampleChat> {
  const file = await import('../../../resources/sample-chat.json');
  const sample = sampleSchema.parse(file.default);
  const messages: ImportedMessage[] = [];
  for (const { role, content, day, time } of sample.messages) {
    const earliest = (messages.at(-1)?.createdAt ?? -Infinity) + 60_000;
    const createdAt = Math.max(earliest, timeOf(now, day + endsDaysAgo, time));
    messages.push({ role, author: null, content, createdAt });
  }
  return {
    session: { key: `sample:${String(sample.version)}`, title: sample.title, messages },
    questions: sample.questions.map(({ text }) => text),
  };
}

/** A local time of day, some days before now. */
function timeOf(now: number, daysAgo: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysAgo, hours, minutes).getTime();
}
