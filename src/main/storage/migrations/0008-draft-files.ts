/**
 * Migration 8: files that wait beside what is being written. Sending makes each part of a file a message with the
 * file's name for its author; such a name is nobody who speaks, so the index of those who do leaves it out.
 */
export const draftFilesMigration = `
CREATE TABLE draft_files (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  tokens INTEGER NOT NULL,
  FOREIGN KEY (session_id, user_id) REFERENCES sessions (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX draft_files_by_session ON draft_files (session_id, seq);

DROP INDEX messages_by_author;
CREATE INDEX messages_by_author ON messages (user_id, author)
  WHERE author IS NOT NULL AND metadata ->> '$.attachment.fileId' IS NULL;
`;
