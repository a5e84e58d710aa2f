import type { ImportedSession } from '../memory/ports/conversation-import';

/** One conversation of a chosen file, before anything is imported. */
export interface FoundInFile {
  readonly key: string;
  readonly title: string;
  readonly speakers: readonly string[];
  /** The keys of its chats. */
  readonly keys: readonly string[];
  readonly messageCount: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Chats that could not be read. */
  readonly unreadable: number;
}

/** What tells that a file is still the same. */
export interface FileMark {
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** How a reading is watched and ended. */
interface Reading {
  readonly signal: AbortSignal;
  readonly onRead?: ((done: number, total: number) => void) | undefined;
}

/** Reads files of chats without holding up this thread. */
export interface ChatFiles {
  /** Null where there is no such file. */
  mark(path: string): Promise<FileMark | null>;
  /** Errors: `import-failed`, `cancelled`. */
  find(path: string, reading: Reading): Promise<readonly FoundInFile[]>;
  /** The chats of a conversation, some at a time. Errors: as `find`. */
  read(path: string, key: string, reading: Reading): AsyncIterable<readonly ImportedSession[]>;
}
