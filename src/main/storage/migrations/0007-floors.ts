/** Migration 7: floors measured on a user's own messages. Scores only, without a word of anybody's. */
export const floorsMigration = `
CREATE TABLE floors (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- Empty for recall by keyword, which has no embedder.
  embedder TEXT NOT NULL,
  -- Null where the probes were too few.
  floor REAL,
  probes TEXT NOT NULL CHECK (json_valid(probes)),
  measured_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, embedder)
) STRICT, WITHOUT ROWID;
`;
