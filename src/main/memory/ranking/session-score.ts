import type { RankDocument } from './rank-document';

/** A session is judged by this many of its best messages. */
const BEST_MESSAGES = 3;

/** For each document the mean of the three best scores in its session: a chat about the matter lifts its messages. */
export function sessionMeans(
  documents: readonly RankDocument[],
  scores: readonly number[],
): readonly number[] {
  const bySession = new Map<string, number[]>();
  for (const [index, document] of documents.entries()) {
    const score = scores[index] ?? 0;
    const group = bySession.get(document.sessionId);
    if (group === undefined) bySession.set(document.sessionId, [score]);
    else group.push(score);
  }
  const means = new Map<string, number>();
  for (const [sessionId, group] of bySession) {
    const best = group.sort((left, right) => right - left).slice(0, BEST_MESSAGES);
    means.set(sessionId, best.reduce((sum, score) => sum + score, 0) / best.length);
  }
  return documents.map((document) => means.get(document.sessionId) ?? 0);
}
