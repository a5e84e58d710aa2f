/**
 * Migration 3: copies that know what they are copies of, versions found by the message they follow, and what is to be
 * forgotten.
 *
 * Chats that were deleted before are forgotten like those deleted since. What a turn's recall only looked at is noted
 * beside what it was sent, since its first words stand in the record of that turn.
 */
export const historyMigration = `
-- Of a copied message: the message it was first said as, which may be gone.
ALTER TABLE messages ADD COLUMN origin_id TEXT;
CREATE INDEX messages_versions ON messages (session_id, parent_id);

-- What was deleted and is to be erased: outlives what it names, so without references.
CREATE TABLE forgets (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('messages', 'session')),
  -- Ids of the messages; empty for a whole session.
  message_ids TEXT NOT NULL CHECK (json_valid(message_ids)),
  -- The session's head before; null for a whole session.
  head_before TEXT,
  -- hidden: can be undone until it is due. erased: the rows are gone, the files are not cleaned yet.
  step TEXT NOT NULL CHECK (step IN ('hidden', 'erased')),
  due_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX forgets_by_session ON forgets (session_id);

INSERT INTO forgets (id, user_id, session_id, kind, message_ids, step, due_at, created_at)
  SELECT id, user_id, id, 'session', '[]', 'hidden', deleted_at, deleted_at FROM sessions
  WHERE deleted_at IS NOT NULL;

INSERT OR IGNORE INTO snapshot_sources (turn_id, message_id, kind)
  SELECT s.turn_id, c.value ->> 'messageId', 'considered'
  FROM snapshots s, json_each(s.body, '$.recall.candidates') c
  WHERE json_type(s.body, '$.recall.candidates') = 'array';
`;
