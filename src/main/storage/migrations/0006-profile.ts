/**
 * Migration 6: which messages were read for facts, and when a user's last were. A fact goes with the last message that
 * it rests on, whoever forgets that.
 */
export const profileMigration = `
CREATE TABLE profile_marks (
  session_id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  last_seq INTEGER NOT NULL,
  FOREIGN KEY (session_id, user_id) REFERENCES sessions (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE TABLE profile_runs (
  user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  ran_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER facts_need_evidence AFTER DELETE ON fact_evidence
WHEN NOT EXISTS (SELECT 1 FROM fact_evidence WHERE fact_id = old.fact_id)
BEGIN
  DELETE FROM facts WHERE id = old.fact_id;
END;
`;
