import { z } from 'zod';

const turnSchema = z.object({
  speaker: z.string().trim().min(1).max(200),
  dia_id: z.string().max(100),
  text: z.string().default(''),
  blip_caption: z.string().optional(),
});

const questionSchema = z.object({
  question: z.coerce.string(),
  evidence: z.array(z.string()).default([]),
  category: z.int(),
});

const sessionKey = /^session_(\d+)$/;

/** One dated session of a conversation in a LoCoMo file. */
export interface LocomoSession {
  readonly number: number;
  /** Milliseconds since 1970, local time. */
  readonly startedAt: number;
  readonly turns: readonly z.infer<typeof turnSchema>[];
}

/** One conversation of a LoCoMo or a LongMemEval file. */
export interface LocomoConversation {
  readonly id: string;
  readonly speakerA: string;
  readonly speakerB: string;
  /** False where the speakers are but a user and an assistant. */
  readonly hasNames: boolean;
  readonly sessions: readonly LocomoSession[];
  readonly questions: readonly z.infer<typeof questionSchema>[];
}

/**
 * A LoCoMo file (Maharana et al., ACL 2024): an array of `{ sample_id, conversation, qa }`, where `conversation`
 * holds `speaker_a`, `speaker_b`, and for each n `session_n` and `session_n_date_time`.
 */
export const locomoFileSchema = z
  .array(
    z.object({
      sample_id: z.string().min(1).max(200),
      conversation: z.looseObject({ speaker_a: z.string().min(1), speaker_b: z.string().min(1) }),
      qa: z.array(questionSchema).default([]),
    }),
  )
  .transform((samples): readonly LocomoConversation[] =>
    samples.map((sample) => ({
      id: sample.sample_id,
      speakerA: sample.conversation.speaker_a,
      speakerB: sample.conversation.speaker_b,
      hasNames: true,
      sessions: readSessions(sample.conversation),
      questions: sample.qa,
    })),
  );

function readSessions(conversation: Readonly<Record<string, unknown>>): readonly LocomoSession[] {
  return Object.entries(conversation)
    .flatMap(([key, value]) => {
      const number = Number(sessionKey.exec(key)?.[1] ?? Number.NaN);
      if (Number.isNaN(number)) return [];
      const turns = z.array(turnSchema).parse(value);
      const date = z.string().parse(conversation[`${key}_date_time`]);
      return turns.length === 0 ? [] : [{ number, startedAt: parseLocomoDate(date), turns }];
    })
    .toSorted((a, b) => a.number - b.number);
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const datePattern = /^(\d{1,2}):(\d{2})\s*(am|pm)\s+on\s+(\d{1,2})\s+(\p{L}+),?\s+(\d{4})$/iu;

/** Reads `1:56 pm on 8 May, 2023` as local time, in milliseconds since 1970. Throws a ZodError-like error otherwise. */
export function parseLocomoDate(text: string): number {
  const match = datePattern.exec(text.trim());
  const month = months.indexOf((match?.[5] ?? '').toLowerCase());
  if (match === null || month === -1) throw new Error(`Not a date of this format: ${text.slice(0, 60)}`);
  const [, hour, minute, half, day, , year] = match;
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  const date = new Date(Number(year), month, Number(day), hours, Number(minute));
  // 31 February would silently become a day of March.
  const exists = Number(hour) <= 12 && Number(minute) < 60 && date.getDate() === Number(day);
  if (!exists) throw new Error(`Not a date that exists: ${text.slice(0, 60)}`);
  return date.getTime();
}
