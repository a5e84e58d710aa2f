import type { RankedDocument } from './rank-document';

/** The best documents, among which the evidence for an answer would be. */
const looked = 10;

/**
 * Scales scores by how sure it is that the query found anything at all.
 *
 * Keyword and vector scores are relative to the best document of the same query, so the best of a hopeless query
 * scores as high as that of a good one. What differs is how much of the query's weight the best documents cover and
 * how near they are in meaning; coverage, or its mean with the cosine where that is more, multiplies every part. It
 * is 0–1. The order stays as it was, and one floor fits all queries. Cosines of word vectors do not tell what is found from what is
 * not (docs/evaluation.md): there coverage counts alone.
 */
export function withConfidence(
  ranked: readonly RankedDocument[],
  { byCosine }: { readonly byCosine: boolean },
): readonly RankedDocument[] {
  const best = ranked.slice(0, looked);
  const coverage = best.reduce((most, document) => Math.max(most, document.coverage), 0);
  const cosines = best.flatMap(({ cosine }) => (cosine === null ? [] : [Math.max(0, cosine)]));
  const confidence =
    !byCosine || cosines.length === 0 ? coverage : Math.max(coverage, (coverage + Math.max(...cosines)) / 2);
  return ranked.map((document) => ({
    ...document,
    score: document.score * confidence,
    parts: document.parts.map((part) => ({ ...part, value: part.value * confidence })),
  }));
}
