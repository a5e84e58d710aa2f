/**
 * Migration 11: indexes that answer by themselves where on its path a message stands. The one there was lacked the user,
 * whom every statement names, so that each of a chat's messages was read to count them.
 */
export const pathIndexesMigration = `
DROP INDEX messages_by_path;
CREATE INDEX messages_by_path ON messages (session_id, user_id, depth) WHERE on_path = 1 AND deleted_at IS NULL;
CREATE INDEX messages_turns ON messages (session_id, user_id, depth)
  WHERE on_path = 1 AND deleted_at IS NULL AND role = 'user' AND metadata ->> '$.attachment.fileId' IS NULL;
CREATE INDEX messages_pinned ON messages (session_id, user_id, depth) WHERE pinned_at IS NOT NULL;
`;
