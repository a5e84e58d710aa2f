import type { MessageId, SessionId } from './ids';
import type { Role } from './message';
import type { SecondLook } from './second-look';

/** Why a candidate was sent or not. */
export type Verdict = 'kept' | 'in-buffer' | 'pinned' | 'below-floor' | 'over-budget' | 'duplicate';

/** One component of a score, in the order it was added; their sum is the score. */
export interface ScorePart {
  readonly name:
    | 'keyword'
    | 'vector'
    | 'wordVector'
    | 'neighbours'
    | 'speaker'
    | 'question'
    | 'length'
    | 'time'
    | 'answer'
    | 'opening'
    | 'session'
    | 'spread';
  readonly value: number;
}

/** One message that recall considered. */
export interface RecallCandidate {
  readonly messageId: MessageId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly position: number;
  readonly role: Role;
  readonly author: string | null;
  readonly createdAt: number;
  /** The first words of the message, at most 240 characters. */
  readonly excerpt: string;
  /** Rank by score, from 1. */
  readonly rank: number;
  readonly score: number;
  /** Cosine similarity of its best chunk, −1 to 1, or of its words where recall went by words; null where it has no vector. */
  readonly vector: number | null;
  /** BM25 of the message alone; null where no query word matched. */
  readonly bm25: number | null;
  readonly parts: readonly ScorePart[];
  /** Place in the message, in UTF-16 units, where its best chunk begins: a long message is quoted from there. */
  readonly focus: number;
  /** Tokens of its quote; 0 where it was not weighed. */
  readonly tokens: number;
  readonly verdict: Verdict;
  /** Whether a second look brought it in; absent where the first recall did. */
  readonly isSecondLook?: true | undefined;
}

/** What one recall did and why. */
export interface RecallReport {
  readonly query: string;
  readonly candidates: readonly RecallCandidate[];
  /** The lowest score that is sent, on the final fused score. */
  readonly floor: number;
  readonly topK: number;
  readonly tokenBudget: number;
  /** `hybrid` with vectors, `keyword` without; why in `degraded`. */
  readonly mode: 'hybrid' | 'keyword';
  /** How long its own steps took, in milliseconds; absent where recall did not run. */
  readonly times?: Readonly<Partial<Record<'keyword' | 'vector' | 'rank', number>>> | undefined;
  /** Why less than the whole recall ran, in words for the user; null when all of it ran. */
  readonly degraded: string | null;
  /** The second look of the turn; absent where there was none. */
  readonly secondLook?: SecondLook | undefined;
}
