import type { RankDocument } from './rank-document';
import type { SpokenFor } from './named-speakers';
import type { RankingWeights } from './ranking-weights';

/** What a document gains where the query names its author, or speaks of its side of a chat without authors. */
export function scoreSpeaker(document: RankDocument, speakers: SpokenFor, weights: RankingWeights): number {
  const isMeant =
    document.author === null ? document.role === speakers.role : speakers.authors.has(document.author);
  return isMeant ? weights.speaker : 0;
}
