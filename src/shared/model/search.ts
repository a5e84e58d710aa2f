import { z } from 'zod';
import {
  sessionIdSchema,
  type FactId,
  type MessageId,
  type SessionId,
  type SummaryId,
  type TurnId,
} from './ids';
import type { Message, Role } from './message';
import type { FactAttribute } from './profile';
import type { Session } from './session';

/** One message that a search of the chats found. */
export interface SearchHit {
  readonly messageId: MessageId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly position: number;
  readonly role: Role;
  readonly author: string | null;
  readonly createdAt: number;
  /** Text around the match, at most 240 characters. */
  readonly excerpt: string;
  /** Where the matched words stand in the excerpt: [start, end) in UTF-16 units. */
  readonly marks: readonly (readonly [number, number])[];
}

/** A summary in force that a search found. */
export interface SummaryHit {
  readonly summaryId: SummaryId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly version: number;
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly createdAt: number;
  /** As in {@link SearchHit}. */
  readonly excerpt: string;
  readonly marks: SearchHit['marks'];
}

/** A fact about the user that a search found. */
export interface FactHit {
  readonly factId: FactId;
  readonly attribute: FactAttribute;
  /** False where another fact took its place, or it is known to be over. */
  readonly holds: boolean;
  readonly createdAt: number;
  /** As in {@link SearchHit}. */
  readonly excerpt: string;
  readonly marks: SearchHit['marks'];
}

/** What narrows a search; null and 0 narrow nothing. */
export const searchFiltersSchema = z.strictObject({
  sessionId: sessionIdSchema.nullable(),
  role: z.enum(['user', 'assistant']).nullable(),
  /** Milliseconds since 1970: nothing older. */
  since: z.int().min(0),
});
/** See {@link searchFiltersSchema}. */
export type SearchFilters = z.infer<typeof searchFiltersSchema>;

/** What a search over everything found. */
export interface SearchAnswer {
  /** Chats whose titles hold the words, the newest first. */
  readonly titles: readonly Session[];
  /** The best messages, best first. */
  readonly messages: readonly SearchHit[];
  /** Summaries in force, those of the last used chats first. */
  readonly summaries: readonly SummaryHit[];
  /** Facts about the user, those that hold first, then the newest; none while the search is narrowed to a chat or a speaker. */
  readonly facts: readonly FactHit[];
  /** How many messages each chat has that match, also those that are not listed. */
  readonly perChat: readonly { readonly sessionId: SessionId; readonly count: number }[];
  /** Whether more match than were counted. */
  readonly isMore: boolean;
}

/** One turn that a message was recalled for. */
export interface RecallUse {
  readonly turnId: TurnId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly turnNumber: number;
  /** As in the turn's recall; null where its report no longer tells. */
  readonly scores: {
    readonly rank: number;
    readonly vector: number | null;
    readonly bm25: number | null;
  } | null;
}

/** A message with what stands around it, and what memory made of it. */
export interface MessageDetail {
  readonly message: Message;
  readonly before: Message | null;
  readonly after: Message | null;
  readonly sessionTitle: string;
  /** Live messages on the path. */
  readonly total: number;
  /** The summary in force that covers it; null where none does. */
  readonly summary: {
    readonly version: number;
    readonly fromPosition: number;
    readonly toPosition: number;
  } | null;
  /** The last turns it was recalled for, the newest first. */
  readonly uses: readonly RecallUse[];
}
