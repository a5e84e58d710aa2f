import { z } from 'zod';
import type { LocomoConversation } from './locomo-schema';

/** What is asked for, and the number it has beside LoCoMo's categories; 5 is what was never said, as there. */
export const longMemEvalCategories: Readonly<Record<string, number>> = {
  'single-session-user': 11,
  'single-session-assistant': 12,
  'single-session-preference': 13,
  'multi-session': 14,
  'temporal-reasoning': 15,
  'knowledge-update': 16,
};
const neverSaid = 5;

const turnSchema = z.object({
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  has_answer: z.boolean().optional(),
});

const questionSchema = z
  .object({
    question_id: z.string().min(1).max(200),
    question_type: z.string(),
    question: z.coerce.string(),
    haystack_dates: z.array(z.string()),
    haystack_sessions: z.array(z.array(turnSchema)),
  })
  .refine(({ haystack_dates: dates, haystack_sessions: sessions }) => dates.length === sessions.length, {
    error: 'As many dates as sessions are needed',
    path: ['haystack_dates'],
  });

/** Whether parsed JSON is a LongMemEval file rather than a LoCoMo one. */
export function isLongMemEval(value: unknown): boolean {
  return z
    .array(z.looseObject({ haystack_sessions: z.array(z.unknown()) }))
    .min(1)
    .safeParse(value).success;
}

/**
 * A LongMemEval file (Wu et al., ICLR 2025): an array of questions, each with its own `haystack_sessions` of turns, of which
 * those that answer it are marked `has_answer`. Each becomes a conversation of a user and an assistant with one
 * question; ids that end in `_abs` ask for what was never said.
 */
export const longMemEvalFileSchema = z.array(questionSchema).transform((questions) =>
  questions.map((asked): LocomoConversation => {
    const sessions = asked.haystack_sessions.map((turns, index) => ({
      number: index + 1,
      startedAt: parseLongMemEvalDate(asked.haystack_dates[index] ?? ''),
      turns: turns.map(({ role, content }, place) => ({
        speaker: role,
        dia_id: turnId(index, place),
        text: content,
      })),
    }));
    const evidence = asked.haystack_sessions.flatMap((turns, index) =>
      turns.flatMap((turn, place) => (turn.has_answer === true ? [turnId(index, place)] : [])),
    );
    const isNeverSaid = asked.question_id.endsWith('_abs');
    const category = isNeverSaid ? neverSaid : (longMemEvalCategories[asked.question_type] ?? 10);
    return {
      id: asked.question_id,
      speakerA: 'user',
      speakerB: 'assistant',
      hasNames: false,
      sessions: sessions.filter(({ turns }) => turns.length > 0),
      questions: [{ question: asked.question, evidence, category }],
    };
  }),
);

function turnId(session: number, turn: number): string {
  return `D${String(session + 1)}:${String(turn + 1)}`;
}

const datePattern = /^(\d{4})\/(\d{2})\/(\d{2}) \(\w+\) (\d{2}):(\d{2})$/;

/** Reads `2023/04/10 (Mon) 23:07` as local time, in milliseconds since 1970. Throws otherwise. */
export function parseLongMemEvalDate(text: string): number {
  const [, year, month, day, hour, minute] = datePattern.exec(text.trim()) ?? [];
  const date = new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  if (Number.isNaN(date.getTime()) || date.getDate() !== Number(day)) {
    throw new Error(`Not a date of this format: ${text.slice(0, 60)}`);
  }
  return date.getTime();
}
