import { z } from 'zod';
import type { MessageId, SessionId, UserId } from './ids';

/** Where recall looks: this session alone or all the user's sessions. */
export const recallScopeSchema = z.enum(['session', 'user']);
/** See {@link recallScopeSchema}. */
export type RecallScope = z.infer<typeof recallScopeSchema>;

/** What the context is made of (DESIGN 4, Strategies). */
export const strategySchema = z.enum(['buffer', 'sliding-window', 'summary', 'retrieval', 'hybrid']);
/** See {@link strategySchema}. */
export type Strategy = z.infer<typeof strategySchema>;

/** What the chats of a group are ordered by: last use or creation, newest first; title; messages, most first. */
export const sessionOrderSchema = z.enum(['used', 'created', 'title', 'messages']);
/** See {@link sessionOrderSchema}. */
export type SessionOrder = z.infer<typeof sessionOrderSchema>;

/** The longest name of a folder, in UTF-16 units. */
export const folderLength = 60;

/** Who chose the title: a user's own is never replaced. */
export type TitleSource = 'none' | 'auto' | 'user' | 'import';

/** One conversation thread of a user. */
export interface Session {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly title: string;
  readonly titleSource: TitleSource;
  /** Milliseconds since 1970; for an imported session the date of its first message. */
  readonly createdAt: number;
  /** Time of the last message, or of creation. */
  readonly updatedAt: number;
  readonly headId: MessageId | null;
  /** Live messages on the active path. */
  readonly messageCount: number;
  readonly pinned: boolean;
  /** The folder it stands in; null for none. */
  readonly folder: string | null;
  /** Out of the list, and still found by search and recall. */
  readonly archived: boolean;
  readonly recallScope: RecallScope;
  readonly strategy: Strategy;
  /** Kept in memory only and gone when the program ends (DESIGN 2). */
  readonly temporary: boolean;
  /** Whether it is the sample chat that comes with the program. */
  readonly isSample: boolean;
}

/** One page of the chat list: pinned first, then those in folders by name, then the rest; in the order asked for in each. */
export interface SessionPage {
  readonly sessions: readonly Session[];
  /** Pass it to get the next page; null at the end. */
  readonly nextCursor: string | null;
}
