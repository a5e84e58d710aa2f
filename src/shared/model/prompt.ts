/** One version of a system prompt. */
export interface PromptVersion {
  /** Counts from 1 in its scope. */
  readonly version: number;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** The system prompt of all chats, or of one. */
export interface PromptState {
  /** Empty where the scope has none of its own. */
  readonly text: string;
  /** What holds while `text` is empty: the global one for a chat, the program's own for all chats. */
  readonly inherited: string;
  /** The last versions, newest first. */
  readonly versions: readonly PromptVersion[];
}
