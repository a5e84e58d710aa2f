/**
 * Migration 5: what turns sent and how long their steps took, kept by day.
 *
 * Figures without a word of anybody's. When a chat is forgotten they stay, with the costs, as totals of their day:
 * nothing says any more whose they were, in which chat, or at what time of that day.
 */
export const metricsMigration = `
CREATE TABLE turn_metrics (
  id INTEGER PRIMARY KEY,
  user_id TEXT REFERENCES users (id) ON DELETE SET NULL,
  session_id TEXT REFERENCES sessions (id) ON DELETE SET NULL,
  turn_id TEXT UNIQUE,
  turn_number INTEGER,
  model TEXT NOT NULL,
  -- Tokens by kind of block.
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  window_tokens INTEGER NOT NULL,
  reserve_tokens INTEGER NOT NULL,
  estimated_tokens INTEGER NOT NULL,
  reported_prompt INTEGER,
  reported_completion INTEGER,
  everything_tokens INTEGER NOT NULL,
  summary_version INTEGER,
  -- Local calendar day, YYYY-MM-DD.
  day TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX turn_metrics_by_session ON turn_metrics (session_id, id);
CREATE INDEX turn_metrics_by_user ON turn_metrics (user_id, id);

CREATE TABLE step_times (
  id INTEGER PRIMARY KEY,
  user_id TEXT REFERENCES users (id) ON DELETE SET NULL,
  session_id TEXT REFERENCES sessions (id) ON DELETE SET NULL,
  step TEXT NOT NULL,
  ms REAL NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE INDEX step_times_by_session ON step_times (session_id, step, id);
CREATE INDEX step_times_by_user ON step_times (user_id, step, id);
CREATE INDEX costs_by_session ON costs (session_id);

CREATE TRIGGER turn_metrics_forget AFTER UPDATE OF session_id ON turn_metrics
WHEN new.session_id IS NULL AND old.session_id IS NOT NULL
BEGIN
  UPDATE turn_metrics SET user_id = NULL, turn_id = NULL, turn_number = NULL,
    created_at = strftime('%s', new.day, 'utc') * 1000 WHERE id = new.id;
END;
CREATE TRIGGER step_times_forget AFTER UPDATE OF session_id ON step_times
WHEN new.session_id IS NULL AND old.session_id IS NOT NULL
BEGIN UPDATE step_times SET user_id = NULL WHERE id = new.id; END;
CREATE TRIGGER costs_forget AFTER UPDATE OF session_id ON costs
WHEN new.session_id IS NULL AND old.session_id IS NOT NULL
BEGIN
  UPDATE costs SET user_id = NULL, turn_id = NULL, created_at = strftime('%s', new.day, 'utc') * 1000
  WHERE id = new.id;
END;
-- The table's own rule would take a forgotten user's costs out of the month's total.
CREATE TRIGGER users_keep_costs BEFORE DELETE ON users
BEGIN
  UPDATE costs SET user_id = NULL, session_id = NULL, turn_id = NULL,
    created_at = strftime('%s', day, 'utc') * 1000 WHERE user_id = old.id;
END;
`;
