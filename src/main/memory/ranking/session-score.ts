import type { RankDocument } from './rank-document';

/** A session is judged by this many of its best messages. */
const BEST_MESSAGES = 3;

/** For each document the mean of the three best scores in its session: a chat about the matter lifts its messages. */
export function sessionMeans(
  documents: readonly RankDocument[],
  scores: ArrayLike<number>,
): readonly number[] {
  const bySession = new Map<string, number[]>();
  documents.forEach(({ sessionId }, index) => {
    const score = scores[index] ?? 0;
    const group = bySession.get(sessionId);
    if (group === undefined) bySession.set(sessionId, [score]);
    else group.push(score);
  });
  const means = new Map<string, number>();
  for (const [sessionId, group] of bySession) {
    const best = Float64Array.from(group).sort().reverse().slice(0, BEST_MESSAGES);
    means.set(sessionId, best.reduce((sum, score) => sum + score, 0) / best.length);
  }
  return documents.map((document) => means.get(document.sessionId) ?? 0);
}

/** For each document how many of its session score higher; of equal ones the earlier in the list goes first. */
export function ranksInSession(
  documents: readonly RankDocument[],
  scores: ArrayLike<number>,
): readonly number[] {
  const bySession = new Map<string, number[]>();
  documents.forEach(({ sessionId }, index) => {
    const group = bySession.get(sessionId);
    if (group === undefined) bySession.set(sessionId, [index]);
    else group.push(index);
  });
  const ranks = documents.map(() => 0);
  for (const group of bySession.values()) {
    group.sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0));
    for (const [rank, index] of group.entries()) ranks[index] = rank;
  }
  return ranks;
}
