import type { FileMark, ImportedSession } from './conversation-import';

/** One conversation of a file, as it was read through. */
export interface FoundConversation {
  readonly key: string;
  readonly title: string;
  readonly speakers: readonly string[];
  /** The keys of its chats, by which those that are there already are told. */
  readonly keys: readonly string[];
  readonly messageCount: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Chats that could not be read. */
  readonly unreadable: number;
}

/** How a reading is watched and ended. */
export interface Reading {
  readonly signal: AbortSignal;
  readonly onRead?: ((done: number, total: number) => void) | undefined;
}

/** Reads files of chats without holding up this thread. */
export interface ChatFiles {
  /** Null where there is no such file. */
  mark(path: string): Promise<FileMark | null>;
  /** Looks through a file. Errors: `import-failed`, `cancelled`. */
  find(path: string, reading: Reading): Promise<readonly FoundConversation[]>;
  /** The chats of a conversation, some at a time; reading goes on when more are asked for. Errors: as `find`. */
  read(path: string, key: string, reading: Reading): AsyncIterable<readonly ImportedSession[]>;
}
