import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { ImportedMessage, ImportedSession } from '../memory/ports/conversation-import';
import { isLongMemEval, longMemEvalFileSchema } from './longmemeval-schema';
import { locomoFileSchema, type LocomoConversation, type LocomoSession } from './locomo-schema';

const maxBytes = 200 * 1024 * 1024;

/** Reads a file of LoCoMo's or LongMemEval's format. Errors: `import-failed`, with what is wrong and where. */
export async function readLocomoFile(
  path: string,
  longest = maxBytes,
): Promise<readonly LocomoConversation[]> {
  const { importing } = catalogue.main;
  try {
    const { size } = await stat(path);
    if (size > longest) throw new AppError('import-failed', importing.tooLarge);
    const text = await readFile(path, 'utf8');
    // Windows editors put a byte order mark first, which JSON does not know.
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    const schema = isLongMemEval(content) ? longMemEvalFileSchema : locomoFileSchema;
    const conversations = schema.parse(content);
    if (conversations.length === 0) throw new AppError('import-failed', importing.empty);
    return conversations;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof SyntaxError)
      throw new AppError('import-failed', importing.notJson, { cause: error });
    if (error instanceof z.ZodError) {
      const place = error.issues[0]?.path.join('.') ?? '';
      throw new AppError('import-failed', importing.wrongShape(place), { cause: error });
    }
    const reason = error instanceof Error ? error.message : '';
    throw new AppError('import-failed', importing.unreadable(reason), { cause: error });
  }
}

/** The words of a turn: its text, and what its picture shows. */
function contentOf(turn: LocomoSession['turns'][number]): string {
  const caption = turn.blip_caption === undefined ? '' : `[Image: ${turn.blip_caption}]`;
  return [turn.text, caption].filter((part) => part !== '').join('\n');
}

/** Identifies a session of a conversation, so that it is recognised when it is imported again. */
export function locomoSessionKey(conversation: LocomoConversation, session: LocomoSession): string {
  return `locomo:${conversation.id}:${String(session.number)}`;
}

/**
 * Maps a conversation to sessions: each with its date, the speakers as authors, speaker A as the user. A turn's
 * time is its session's date plus its position in seconds.
 */
export function toImportedSessions(conversation: LocomoConversation): readonly ImportedSession[] {
  return conversation.sessions.map((session) => ({
    key: locomoSessionKey(conversation, session),
    title: catalogue.main.importing.sessionTitle(
      conversation.speakerA,
      conversation.speakerB,
      session.startedAt,
    ),
    messages: session.turns.map((turn, index): ImportedMessage => ({
      role: turn.speaker === conversation.speakerA ? 'user' : 'assistant',
      author: conversation.hasNames ? turn.speaker : null,
      content: contentOf(turn),
      createdAt: session.startedAt + index * 1_000,
    })),
  }));
}
