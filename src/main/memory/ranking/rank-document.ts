import type { SessionId } from '../../../shared/model/ids';
import type { Role } from '../../../shared/model/message';
import type { ScorePart } from '../../../shared/model/recall';

/** A message to be ranked, or one that stands beside such a message on its path. */
export interface RankDocument {
  /** Its place in the log: nothing else has it. */
  readonly seq: number;
  readonly sessionId: SessionId;
  /** Position on the active path, from 1. Neighbours are told by it. */
  readonly position: number;
  readonly role: Role;
  readonly author: string | null;
  readonly text: string;
  /** Milliseconds since 1970; "yesterday" in the text is resolved against it. */
  readonly createdAt: number;
  /** Cosine similarity of its best chunk to the query; null where it has no vector. */
  readonly cosine: number | null;
  /**
   * Cosine similarity of its nearest sentence that states something, and of its nearest of all; null where it is one
   * sentence, or its sentences are not known.
   */
  readonly sentences: { readonly stating: number; readonly any: number } | null;
}

/** A document with its place, from the best down, and the reasons for it. */
export interface RankedDocument {
  readonly seq: number;
  readonly score: number;
  /** In the order they were added; their sum is the score. */
  readonly parts: readonly ScorePart[];
  /** Cosine similarity as given. */
  readonly cosine: number | null;
  /** BM25 of the message alone, not normalised; null where no query term is in it. */
  readonly bm25: number | null;
  /** Share of the query's weight, 0–1, whose terms are in the message: comparable between queries. */
  readonly coverage: number;
}

/** What the scorer must know of all documents in scope, beyond those it is given. */
export interface CorpusStatistics {
  /** Documents in scope, at least those given. */
  readonly documentCount: number;
  /** In how many documents in scope each of the query's terms occurs; a missing term is counted in those given. */
  readonly documentFrequency: ReadonlyMap<string, number>;
}
