import type { RecallCandidate, RecallReport } from '../../shared/model/recall';

/** Why a candidate just missed being sent, in figures. */
export type NearMiss =
  | { readonly kind: 'too-long'; readonly candidate: RecallCandidate; readonly usedTokens: number }
  | { readonly kind: 'too-many'; readonly candidate: RecallCandidate }
  | { readonly kind: 'under-floor'; readonly candidate: RecallCandidate };

/** Misses told at most. */
const TOLD = 3;
/** A score this share below the floor is still near. */
const NEAR_FLOOR = 0.75;

/** The best candidates that were not sent and what kept them out: the budget, the number of places, or the floor. */
export function nearMisses(report: RecallReport): readonly NearMiss[] {
  const kept = report.candidates.filter((candidate) => candidate.verdict === 'kept');
  const usedTokens = kept.reduce((sum, candidate) => sum + candidate.tokens, 0);
  return report.candidates
    .flatMap((candidate): readonly NearMiss[] => {
      if (candidate.verdict === 'over-budget') {
        const isTooLong = usedTokens + candidate.tokens > report.tokenBudget;
        return isTooLong ? [{ kind: 'too-long', candidate, usedTokens }] : [{ kind: 'too-many', candidate }];
      }
      const isNear = candidate.verdict === 'below-floor' && candidate.score >= report.floor * NEAR_FLOOR;
      return isNear ? [{ kind: 'under-floor', candidate }] : [];
    })
    .slice(0, TOLD);
}
