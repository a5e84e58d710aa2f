import type { QueryVector } from '../../memory/ports/recall';
import type { QueryScope } from '../../memory/text/fts-query';
import type { VectorHit } from '../../vectors/vector-hit';
import type { EngineParts } from '../engine-parts';

/** A question's vector, and the model it is of. */
export type SearchVector = Extract<QueryVector, { kind: 'vector' }>;

/** A message that lies near a question. */
export interface NearMessage {
  /** Cosine similarity of its best chunk. */
  readonly cosine: number;
  readonly chunkId: number;
  /** Where that chunk begins in the message. */
  readonly focus: number;
}

/** The nearest messages, and how near some more are that may be looked at as neighbours of others. */
export interface Nearest {
  /** Row numbers of the nearest messages, best first. */
  readonly proposed: readonly number[];
  readonly byRow: ReadonlyMap<number, NearMessage>;
}

/** Chunks whose nearness is known; a long message has several. */
export const knownChunks = 1_000;

/** What is near where vectors are not asked. */
export const noneNear: Nearest = { proposed: [], byRow: new Map() };

/** The messages whose best chunk lies nearest to the question. */
export function nearestMessages(
  parts: EngineParts,
  scope: QueryScope,
  query: SearchVector,
  count: number,
): Nearest {
  const { userId, sessionId } = scope;
  const sessions = sessionId === null ? parts.tables.recall.sessionsOf(userId) : [sessionId];
  return foundNear(parts.memories.vectors.search(userId, sessions, query, knownChunks), count);
}

/** The messages that hits, best first, are of. */
export function foundNear(hits: readonly VectorHit[], count: number): Nearest {
  const byRow = new Map<number, NearMessage>();
  for (const { key, seq, start, score } of hits) {
    // Best first: the first chunk of a message is its best.
    if (!byRow.has(seq)) byRow.set(seq, { cosine: score, chunkId: key, focus: start });
  }
  return { proposed: [...byRow.keys()].slice(0, count), byRow };
}
