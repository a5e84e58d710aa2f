/**
 * Migration 14: what the single sentences of a chunk mean, beside the chunk as a whole.
 *
 * One row for each vector whose model reads sentences, also where the chunk is one sentence and nothing needs to be kept
 * (an empty BLOB), so that what is missing can be told by counting. The rows go with their vectors.
 */
export const sentenceVectorsMigration = `
CREATE TABLE sentence_vectors (
  id INTEGER PRIMARY KEY REFERENCES vectors (id) ON DELETE CASCADE,
  -- See vectors/sentence-codes.ts.
  sentences BLOB NOT NULL
) STRICT;
`;
