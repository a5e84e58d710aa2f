import { basename } from 'node:path';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { ImportedSession } from '../memory/ports/conversation-import';
import type { FoundConversation } from '../memory/ports/chat-files';
import { readLocomoFile, toImportedSessions } from './locomo';
import type { OnRead } from './open-streams';
import { readChats } from './read-chats';

/** What is known of a conversation from its chats, which are not kept. */
function tally(key: string, speakers: readonly string[]) {
  const keys: string[] = [];
  let messageCount = 0;
  let firstAt = Infinity;
  let lastAt = -Infinity;
  return {
    add: ({ key: chatKey, messages }: ImportedSession): void => {
      keys.push(chatKey);
      messageCount += messages.length;
      for (const { createdAt } of messages) {
        firstAt = Math.min(firstAt, createdAt);
        lastAt = Math.max(lastAt, createdAt);
      }
    },
    found: (title: string, unreadable: number): FoundConversation => ({
      key,
      title,
      speakers,
      keys,
      messageCount,
      firstAt,
      lastAt,
      unreadable,
    }),
    get count() {
      return keys.length;
    },
  };
}

/** Looks through a file: which conversations it holds. Errors: `import-failed`. */
export async function findConversations(path: string, onRead: OnRead): Promise<readonly FoundConversation[]> {
  const { importing } = catalogue.main;
  const all = tally(basename(path), []);
  const from = new Set<string>();
  let unreadable = 0;
  for await (const part of readChats(path, onRead)) {
    if (part.from !== null) from.add(part.from);
    unreadable += part.unreadable;
    for (const chat of part.chats) all.add(chat);
  }
  if (from.size > 0) {
    if (all.count === 0) throw new AppError('import-failed', importing.empty);
    return [all.found(importing.exported([...from].join(', '), all.count), unreadable)];
  }
  return (await readLocomoFile(path)).map((conversation) => {
    const { id, speakerA, speakerB } = conversation;
    const one = tally(`${basename(path)}:${id}`, [speakerA, speakerB]);
    for (const session of toImportedSessions(conversation)) one.add(session);
    return one.found(`${speakerA} · ${speakerB}`, 0);
  });
}

/** The chats of one of the conversations of a file, as they are read. Errors: `import-failed`, `not-found`. */
export async function* readSessions(
  path: string,
  key: string,
  onRead: OnRead,
): AsyncGenerator<readonly ImportedSession[]> {
  if (key === basename(path)) {
    for await (const { chats } of readChats(path, onRead)) if (chats.length > 0) yield chats;
    return;
  }
  const conversations = await readLocomoFile(path);
  const wanted = conversations.find(({ id }) => key === `${basename(path)}:${id}`);
  if (wanted === undefined) throw new AppError('not-found', catalogue.main.importing.conversationGone);
  for (const session of toImportedSessions(wanted)) yield [session];
}
