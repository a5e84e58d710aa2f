/** Migration 10: questions whose answers should have remembered something; they go with what they are about. */
export const recallCasesMigration = `
CREATE TABLE recall_cases (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  question_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  expected_id TEXT REFERENCES messages (id) ON DELETE CASCADE,
  words TEXT,
  created_at INTEGER NOT NULL,
  CHECK ((expected_id IS NULL) <> (words IS NULL))
) STRICT;

CREATE INDEX recall_cases_by_user ON recall_cases (user_id, created_at);
CREATE INDEX recall_cases_by_question ON recall_cases (question_id);
CREATE INDEX recall_cases_by_expected ON recall_cases (expected_id) WHERE expected_id IS NOT NULL;
`;
