import { readChats } from '../../src/main/importers/read-chats';
import type { ImportedSession } from '../../src/main/memory/ports/conversation-import';

/** All chats of a file at once; null where nothing of it is of a known format. */
export async function readAll(path: string): Promise<{
  readonly from: string;
  readonly chats: readonly ImportedSession[];
  readonly unreadable: number;
} | null> {
  const chats: ImportedSession[] = [];
  let from: string | null = null;
  let unreadable = 0;
  for await (const part of readChats(path, () => undefined)) {
    from ??= part.from;
    unreadable += part.unreadable;
    chats.push(...part.chats);
  }
  return from === null ? null : { from, chats, unreadable };
}
