import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from './launch';

const turnSchema = z.object({ speaker: z.string(), dia_id: z.string(), text: z.string() });
const fileSchema = z.array(
  z.object({
    sample_id: z.string(),
    conversation: z.record(z.string(), z.unknown()),
    qa: z.array(z.object({ question: z.string(), evidence: z.array(z.string()), category: z.int() })),
  }),
);

/** A question and the one message that answers it. */
export interface SourcedQuestion {
  readonly question: string;
  readonly source: string;
}

/** The conversation that the tests import. */
export interface Conversation {
  readonly path: string;
  readonly speakers: readonly [string, string];
  readonly sessionCount: number;
  readonly messageCount: number;
  /** Questions with a single source, those first whose words point to it most plainly. */
  readonly questions: readonly SourcedQuestion[];
}

/** The file of the run: the one an evaluation names, otherwise our own. */
const conversationPath =
  process.env['ENGRAM_EVAL_FILE'] ?? join(projectFolder, 'test/fixtures/conversation.json');

/** Reads the first conversation of the file. */
export function readConversation(path = conversationPath): Conversation {
  const [sample] = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  if (sample === undefined) throw new Error(`${path} holds no conversation`);
  const { conversation, qa } = sample;
  const sessions = Object.entries(conversation)
    .filter(([key]) => /^session_\d+$/.test(key))
    .map(([, turns]) => z.array(turnSchema).parse(turns));
  const texts = new Map(sessions.flat().map((turn) => [turn.dia_id, turn.text]));
  const questions = qa.flatMap(({ question, evidence, category }) => {
    const source = evidence.length === 1 ? texts.get(evidence[0]!) : undefined;
    return category === 4 && source !== undefined ? [{ question, source }] : [];
  });
  return {
    path,
    speakers: [z.string().parse(conversation['speaker_a']), z.string().parse(conversation['speaker_b'])],
    sessionCount: sessions.length,
    messageCount: texts.size,
    questions: byPlainness(questions, [...texts.values()]),
  };
}

/** Orders by the rarity of the words that question and source share: what a keyword search must find. */
function byPlainness(questions: readonly SourcedQuestion[], texts: readonly string[]): SourcedQuestion[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const plainness = ({ question, source }: SourcedQuestion): number => {
    const sourceWords = wordsOf(source);
    const shared = [...wordsOf(question)].filter((word) => sourceWords.has(word));
    return shared.reduce((sum, word) => sum + Math.log(texts.length / (counts.get(word) ?? 1)), 0);
  };
  return [...questions].sort((a, b) => plainness(b) - plainness(a));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}
