/**
 * Migration 2: what is being written in each chat, and prompts that belong to somebody.
 *
 * A prompt of version 1 had a scope, 'global' or a session's id, that no reference guarded: one user's words would
 * have reached another, and outlived their chat. The system prompt that version 1 kept among the settings was in
 * force, so it becomes the newest of the default user's.
 */
export const draftsMigration = `
CREATE TABLE drafts (
  session_id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  updated_at INTEGER NOT NULL,
  FOREIGN KEY (session_id, user_id) REFERENCES sessions (id, user_id) ON DELETE CASCADE
) STRICT;

ALTER TABLE prompts RENAME TO prompts_1;

-- Versioned: the newest of a scope is in force. Without a session: the prompt of all the user's chats.
CREATE TABLE prompts (
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  session_id TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  FOREIGN KEY (session_id, user_id) REFERENCES sessions (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX prompts_by_scope ON prompts (user_id, coalesce(session_id, ''), version);
CREATE INDEX prompts_by_session ON prompts (session_id, user_id) WHERE session_id IS NOT NULL;

INSERT INTO prompts (user_id, session_id, version, text, created_at)
  SELECT u.id, NULL, p.version, p.text, p.created_at
  FROM prompts_1 p JOIN users u ON u.is_default = 1 WHERE p.scope = 'global';
INSERT INTO prompts (user_id, session_id, version, text, created_at)
  SELECT s.user_id, s.id, p.version, p.text, p.created_at
  FROM prompts_1 p JOIN sessions s ON s.id = p.scope;
DROP TABLE prompts_1;

INSERT INTO prompts (user_id, session_id, version, text, created_at)
  SELECT u.id, NULL, 1 + coalesce(max(p.version), 0), s.value ->> '$', coalesce(max(p.created_at), u.created_at)
  FROM settings s JOIN users u ON u.is_default = 1
    LEFT JOIN prompts p ON p.user_id = u.id AND p.session_id IS NULL
  WHERE s.scope = 'app' AND s.key = 'systemPrompt' AND json_type(s.value) = 'text' AND trim(s.value ->> '$') <> ''
  GROUP BY u.id;
DELETE FROM settings WHERE scope = 'app' AND key = 'systemPrompt';
`;
