import { headless as words } from '../../../shared/catalogue/en/headless';
import type { Session } from '../../../shared/model/session';
import { textOf, type Command, type Given } from '../command';
import { plain } from '../found-lines';
import { openReader, userNamed, type Reader } from '../open-reader';

/** What is told of a chat. */
export function describeChat({
  id,
  title,
  createdAt,
  updatedAt,
  messageCount,
  pinned,
  folder,
  archived,
}: Session) {
  return { id, title, createdAt, updatedAt, messageCount, pinned, folder, archived };
}

/** Every chat of the user, the last used first; at most `limit`. */
export async function listChats({ engine, user }: Reader, limit: number): Promise<readonly Session[]> {
  const found: Session[] = [];
  for (const archived of [false, true]) {
    let cursor: string | null = null;
    do {
      const page = await engine.listSessions({ userId: user.id, cursor, limit: 100, archived });
      found.push(...page.sessions);
      cursor = page.nextCursor;
    } while (cursor !== null);
  }
  return found.toSorted((a, b) => b.updatedAt - a.updatedAt).slice(0, limit);
}

async function run(given: Given): Promise<void> {
  const reader = await openReader(given, userNamed(textOf(given, 'user')));
  try {
    const chats = await listChats(reader, Infinity);
    for (const { id, title, messageCount } of chats) {
      given.output.say(plain(`${id}  ${String(messageCount).padStart(6)}  ${title}`));
    }
    if (chats.length === 0) given.output.say(words.noChats);
    given.output.result({ chats: chats.map(describeChat) });
  } finally {
    await reader.close();
  }
}

/** Lists the chats. */
export const chatsCommand: Command = {
  name: 'chats',
  usage: 'chats [--user NAME]',
  about: words.about.chats,
  options: { user: { type: 'string' } },
  takes: (positionals) => positionals === 0,
  run,
};
