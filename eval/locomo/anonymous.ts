import type { LocomoConversation } from '../../src/main/importers/locomo-schema';
import type { ImportedSession } from '../../src/main/memory/ports/conversation-import';

/** A session whose messages know only sides, user and assistant, as in a chat with a model. */
export function withoutAuthors(session: ImportedSession): ImportedSession {
  return { ...session, messages: session.messages.map((message) => ({ ...message, author: null })) };
}

/** A question as the first speaker would ask it in such a chat: he is "I", the other one "you". */
export function withoutSpeakers(
  question: string,
  { speakerA, speakerB }: Pick<LocomoConversation, 'speakerA' | 'speakerB'>,
): string {
  return renamed(renamed(question, speakerA, 'I', 'my'), speakerB, 'you', 'your');
}

function renamed(text: string, name: string, subject: string, owner: string): string {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return text
    .replaceAll(new RegExp(String.raw`\b${escaped}['’]s\b`, 'gu'), owner)
    .replaceAll(new RegExp(String.raw`\b${escaped}\b`, 'gu'), subject);
}
