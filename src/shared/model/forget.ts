import type { MessageId, SessionId } from './ids';

/** What still holds the words, or the vectors, of what was forgotten. */
export type PlaceKind =
  | 'message'
  | 'summary'
  | 'fact'
  | 'draft'
  | 'prompt'
  | 'title'
  | 'snapshot'
  | 'job'
  | 'case'
  | 'record'
  | 'backup'
  | 'file';

/** One place that still holds something of it. */
export interface ForgetPlace {
  /** Names it for as long as the report is shown. */
  readonly id: string;
  readonly kind: PlaceKind;
  /** The chat it belongs to, where it belongs to one. */
  readonly sessionTitle: string | null;
  readonly sessionId: SessionId | null;
  readonly messageId: MessageId | null;
  /** Its first words, or a file's name. */
  readonly excerpt: string;
  /** Whether it can be forgotten along with the rest. */
  readonly canForget: boolean;
}

/** Something that was deleted: it waits, and can be brought back, or it is erased and was searched for. */
export interface ForgetView {
  readonly id: string;
  /** A user who was deleted is named to nobody; the report is everybody's on this computer. */
  readonly kind: 'messages' | 'session' | 'user';
  /** Null for a user. */
  readonly sessionId: SessionId | null;
  /** Messages it is about. */
  readonly messageCount: number;
  readonly state: 'waiting' | 'erased';
  /** Milliseconds since 1970 until which it can be brought back. */
  readonly dueAt: number;
  /** What still holds it; empty while it waits. */
  readonly places: readonly ForgetPlace[];
  /** Files that were searched; 0 while it waits. */
  readonly filesSearched: number;
}
