/**
 * Migration 12: what each turn need not read, and need not write.
 *
 * The index of a path also tells what its messages weigh, so that those which are not sent are added up without being
 * read. And a snapshot tells by two row numbers between which messages its buffer lies, where a row of
 * `snapshot_sources` stood for each: hundreds a turn, scattered over as many pages. Rows of earlier turns stay.
 */
export const lighterTurnsMigration = `
DROP INDEX messages_by_path;
CREATE INDEX messages_by_path ON messages (session_id, user_id, depth, excluded_at, tokens, length(content))
  WHERE on_path = 1 AND deleted_at IS NULL;
ALTER TABLE snapshots ADD COLUMN buffer_first INTEGER;
ALTER TABLE snapshots ADD COLUMN buffer_last INTEGER;
CREATE INDEX snapshots_by_buffer ON snapshots (session_id, user_id, buffer_last, buffer_first)
  WHERE buffer_last IS NOT NULL;
`;
