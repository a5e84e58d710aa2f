/** Migration 9: texts that a user keeps for use again. */
export const presetsMigration = `
CREATE TABLE presets (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX presets_by_user ON presets (user_id, name);
`;
