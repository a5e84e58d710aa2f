import { withoutNames } from '../../memory/ranking/named-speakers';
import type { QueryScope } from '../../memory/text/fts-query';
import type { EngineParts } from '../engine-parts';
import { foundNear, knownChunks, type Nearest } from './nearest-messages';

/** A question's vector by its words; null where too few of them are known. */
export async function readWordQuery(
  parts: EngineParts,
  query: string,
  authors: readonly string[],
): Promise<Float32Array | null> {
  const vectors = await parts.memories.words.vectors();
  return vectors?.of(withoutNames(query, authors)) ?? null;
}

/** The messages whose words lie nearest to the question's. */
export function nearestByWords(
  parts: EngineParts,
  { userId, sessionId }: QueryScope,
  query: Float32Array,
  count: number,
): Nearest {
  const sessions = sessionId === null ? parts.tables.recall.sessionsOf(userId) : [sessionId];
  return foundNear(parts.memories.words.nearest(userId, sessions, query, knownChunks), count);
}
