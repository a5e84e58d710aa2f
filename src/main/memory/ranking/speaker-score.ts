import type { RankDocument } from './rank-document';
import type { SpokenFor } from './named-speakers';
import type { RankingWeights } from './ranking-weights';

/** "I" and "you" are a weaker sign than a name: half of its weight, by judgement, not measured. */
const ROLE_SHARE = 0.5;

/** What a document gains where the query names its author, or speaks of its side of a chat without authors. */
export function scoreSpeaker(document: RankDocument, speakers: SpokenFor, weights: RankingWeights): number {
  if (document.author !== null) return speakers.authors.has(document.author) ? weights.speaker : 0;
  return document.role === speakers.role ? weights.speaker * ROLE_SHARE : 0;
}
