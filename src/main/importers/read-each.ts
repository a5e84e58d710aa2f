import type { ImportedMessage, ImportedSession } from '../memory/ports/conversation-import';
import type { ReadChats } from './importer';

/** A chat as one entry of a file holds it; null for one that holds nothing to import. */
export type ReadEntry = (entry: unknown, index: number) => ImportedSession | null;

/** Reads entry by entry: one that throws counts as unreadable, and the others go on. */
export function readEach(entries: readonly unknown[], read: ReadEntry): ReadChats {
  const chats: ImportedSession[] = [];
  let unreadable = 0;
  for (const [index, entry] of entries.entries()) {
    try {
      const chat = read(entry, index);
      if (chat !== null && chat.messages.length > 0) chats.push(chat);
    } catch {
      unreadable += 1;
    }
  }
  return { chats, unreadable };
}

/** A node of a tree of messages. */
export interface TreeNode {
  readonly parent: string | null;
  readonly message: ImportedMessage | null;
}

/** The messages from the root of a tree down to one of its nodes; a circle ends where it closes. */
export function pathTo(
  nodes: ReadonlyMap<string, TreeNode>,
  last: string | null,
): readonly ImportedMessage[] {
  const path: ImportedMessage[] = [];
  const seen = new Set<string>();
  let next = last;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const node = nodes.get(next);
    if (node === undefined) break;
    if (node.message !== null) path.push(node.message);
    next = node.parent;
  }
  return path.reverse();
}
