import type { ScorePart } from '../../shared/model/recall';

/** One coloured stretch of the fused bar. */
export interface ScoreSegment {
  readonly tone: 'vector' | 'keyword' | 'other';
  /** Share of the bar's whole width, 0–1. */
  readonly share: number;
}

/**
 * The fused bar of one candidate: vector, keyword and all other parts that added to the score, scaled so that together
 * they are as long as the score against the best one. Parts that took away shorten all three alike.
 */
export function scoreSegments(
  parts: readonly ScorePart[],
  score: number,
  best: number,
): readonly ScoreSegment[] {
  const added = { vector: 0, keyword: 0, other: 0 };
  for (const part of parts) {
    added[toneOf(part.name)] += Math.max(0, part.value);
  }
  const sum = added.vector + added.keyword + added.other;
  const length = best <= 0 ? 0 : Math.min(1, Math.max(0, score / best));
  if (sum <= 0) return [{ tone: 'other', share: length }];
  const tones = ['vector', 'keyword', 'other'] as const;
  return tones
    .map((tone) => ({ tone, share: (added[tone] / sum) * length }))
    .filter((each) => each.share > 0);
}

function toneOf(name: ScorePart['name']): ScoreSegment['tone'] {
  if (name === 'wordVector') return 'vector';
  return name === 'vector' || name === 'keyword' ? name : 'other';
}
