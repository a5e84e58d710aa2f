import type { ImportedSession } from '../memory/ports/conversation-import';

/** What an importer made of a file. */
export interface ReadChats {
  readonly chats: readonly ImportedSession[];
  /** Chats of the file that could not be read; the others are not held up by them. */
  readonly unreadable: number;
}

/** One format of another program. */
export interface Importer {
  /** As the user knows it. */
  readonly name: string;
  /** Whether a file's content is of this format, by its shape alone. */
  readonly recognises: (entries: readonly unknown[]) => boolean;
  /**
   * Reads its chats; `readAt` (ms since 1970) stands for dates that the format does not have, `offset` is the place of the
   * first entry in its file.
   */
  readonly read: (entries: readonly unknown[], readAt: number, offset: number) => ReadChats;
}
