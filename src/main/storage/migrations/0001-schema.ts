/**
 * Migration 1: the whole schema.
 *
 * Three classes of data (DESIGN 2, invariant 1): the log (`messages`) is final once finished, which triggers
 * enforce; indexes (`messages_fts`, `chunks`, `vectors`, the `on_path` mark) can be rebuilt from it; records
 * (`summaries`, `facts`, `snapshots`, `costs`) are kept. Times are milliseconds since 1970.
 */
export const schemaMigration = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  is_default INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE UNIQUE INDEX users_one_default ON users (is_default) WHERE is_default = 1;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  title_source TEXT NOT NULL CHECK (title_source IN ('none', 'auto', 'user', 'import')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  head_id TEXT REFERENCES messages (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  summary_id TEXT REFERENCES summaries (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  message_count INTEGER NOT NULL DEFAULT 0,
  recall_scope TEXT NOT NULL CHECK (recall_scope IN ('session', 'user')),
  strategy TEXT CHECK (strategy IN ('buffer', 'sliding-window', 'summary', 'retrieval', 'hybrid')),
  folder TEXT,
  pinned_at INTEGER,
  archived_at INTEGER,
  deleted_at INTEGER,
  import_key TEXT,
  UNIQUE (id, user_id),
  UNIQUE (user_id, import_key)
) STRICT;

CREATE INDEX sessions_by_time ON sessions (user_id, (pinned_at IS NULL), updated_at DESC, id)
  WHERE deleted_at IS NULL;

CREATE TABLE messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  parent_id TEXT REFERENCES messages (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  -- Distance from the root of the tree, from 1; deleted ancestors count.
  depth INTEGER NOT NULL CHECK (depth >= 1),
  turn_id TEXT,
  role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant', 'tool')),
  author TEXT,
  content TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('streaming', 'done', 'stopped', 'failed')),
  provenance TEXT NOT NULL
    CHECK (provenance IN ('typed', 'imported', 'model', 'offline', 'tool', 'memory-tool')),
  error TEXT CHECK (error IS NULL OR json_valid(error)),
  metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata)),
  model TEXT,
  tokens INTEGER,
  encoding TEXT,
  created_at INTEGER NOT NULL,
  -- Derived from the head: 1 while the message is on its session's active path.
  on_path INTEGER NOT NULL DEFAULT 0 CHECK (on_path IN (0, 1)),
  pinned_at INTEGER,
  excluded_at INTEGER,
  superseded_at INTEGER,
  deleted_at INTEGER,
  -- Derived: what full text indexes; NULL for what is never remembered.
  search_text TEXT,
  FOREIGN KEY (session_id, user_id) REFERENCES sessions (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX messages_by_path ON messages (session_id, depth) WHERE on_path = 1 AND deleted_at IS NULL;
CREATE INDEX messages_by_session ON messages (session_id, depth);
CREATE INDEX messages_by_parent ON messages (parent_id);
CREATE INDEX messages_by_turn ON messages (turn_id) WHERE turn_id IS NOT NULL;
CREATE INDEX messages_by_author ON messages (user_id, author) WHERE author IS NOT NULL;
CREATE INDEX messages_streaming ON messages (state) WHERE state = 'streaming';
CREATE INDEX messages_uncounted ON messages (session_id, depth) WHERE tokens IS NULL;

CREATE TRIGGER messages_keep_identity
BEFORE UPDATE OF id, user_id, session_id, role, author, created_at, provenance, depth ON messages
WHEN new.id IS NOT old.id OR new.user_id IS NOT old.user_id OR new.session_id IS NOT old.session_id
  OR new.role IS NOT old.role OR new.author IS NOT old.author OR new.created_at IS NOT old.created_at
  OR new.provenance IS NOT old.provenance OR new.depth IS NOT old.depth
BEGIN SELECT RAISE(ABORT, 'the log is never rewritten'); END;

CREATE TRIGGER messages_finished_are_final
BEFORE UPDATE OF content, state ON messages
WHEN old.state <> 'streaming' AND (new.content IS NOT old.content OR new.state IS NOT old.state)
BEGIN SELECT RAISE(ABORT, 'a finished message never changes'); END;

CREATE TRIGGER messages_streaming_only_grow
BEFORE UPDATE OF content ON messages
WHEN old.state = 'streaming' AND substr(new.content, 1, length(old.content)) IS NOT old.content
BEGIN SELECT RAISE(ABORT, 'a streaming reply may only grow'); END;

CREATE VIRTUAL TABLE messages_fts USING fts5 (
  search_text, content = 'messages', content_rowid = 'seq',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER messages_fts_insert AFTER INSERT ON messages WHEN new.search_text IS NOT NULL
BEGIN
  INSERT INTO messages_fts (rowid, search_text) VALUES (new.seq, new.search_text);
END;
CREATE TRIGGER messages_fts_delete AFTER DELETE ON messages WHEN old.search_text IS NOT NULL
BEGIN
  INSERT INTO messages_fts (messages_fts, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
END;
-- One trigger, not two: of two on the same update SQLite runs the later one first.
CREATE TRIGGER messages_fts_update AFTER UPDATE OF search_text ON messages
WHEN old.search_text IS NOT new.search_text
BEGIN
  INSERT INTO messages_fts (messages_fts, rowid, search_text)
    SELECT 'delete', old.seq, old.search_text WHERE old.search_text IS NOT NULL;
  INSERT INTO messages_fts (rowid, search_text)
    SELECT new.seq, new.search_text WHERE new.search_text IS NOT NULL;
END;

CREATE TABLE chunks (
  -- Never used twice: vector indexes know a chunk by it.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  -- SHA-256 of the embedded text, prefix included.
  hash TEXT NOT NULL,
  UNIQUE (message_id, ordinal)
) STRICT;

CREATE INDEX chunks_by_session ON chunks (session_id);
CREATE INDEX chunks_by_hash ON chunks (user_id, hash);

CREATE TABLE vectors (
  id INTEGER PRIMARY KEY,
  chunk_id INTEGER NOT NULL REFERENCES chunks (id) ON DELETE CASCADE,
  model TEXT NOT NULL,
  dimension INTEGER NOT NULL CHECK (dimension > 0),
  -- Float32, little endian, unit length.
  vector BLOB NOT NULL CHECK (length(vector) = dimension * 4),
  UNIQUE (chunk_id, model)
) STRICT;

CREATE TABLE summaries (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  parent_id TEXT REFERENCES summaries (id) ON DELETE SET NULL,
  version INTEGER NOT NULL,
  -- The summary stands for the active path up to this message, and is valid only while it is on that path.
  last_message_id TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  range_hash TEXT NOT NULL,
  text TEXT NOT NULL CHECK (trim(text) <> ''),
  tokens INTEGER NOT NULL,
  source_tokens INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('extractive', 'model', 'user')),
  model TEXT NOT NULL,
  template INTEGER NOT NULL,
  quality REAL CHECK (quality IS NULL OR quality BETWEEN 0 AND 1),
  quality_detail TEXT CHECK (quality_detail IS NULL OR json_valid(quality_detail)),
  cost_microcents INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (session_id, version),
  FOREIGN KEY (session_id, user_id) REFERENCES sessions (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE TABLE facts (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  subject TEXT,
  attribute TEXT,
  value TEXT,
  valid_from INTEGER,
  valid_to INTEGER,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  superseded_by TEXT REFERENCES facts (id) ON DELETE SET NULL,
  origin TEXT NOT NULL CHECK (origin IN ('extracted', 'model', 'user')),
  pinned_at INTEGER,
  deleted_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX facts_by_user ON facts (user_id, created_at);

CREATE TABLE fact_evidence (
  fact_id TEXT NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  PRIMARY KEY (fact_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_evidence_by_message ON fact_evidence (message_id);

CREATE TABLE snapshots (
  turn_id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  user_message_id TEXT NOT NULL,
  reply_id TEXT NOT NULL,
  turn_number INTEGER NOT NULL,
  model TEXT NOT NULL,
  strategy TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  tokens_estimated INTEGER NOT NULL,
  tokens_prompt INTEGER,
  tokens_completion INTEGER,
  created_at INTEGER NOT NULL,
  FOREIGN KEY (session_id, user_id) REFERENCES sessions (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX snapshots_by_session ON snapshots (session_id, turn_number);

-- Which turns were sent which messages, and as what: hover marks, and forgetting, need both directions.
CREATE TABLE snapshot_sources (
  turn_id TEXT NOT NULL REFERENCES snapshots (turn_id) ON DELETE CASCADE,
  message_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (turn_id, message_id, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX snapshot_sources_by_message ON snapshot_sources (message_id);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
  session_id TEXT REFERENCES sessions (id) ON DELETE CASCADE,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  idempotency_key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  run_after INTEGER NOT NULL,
  last_error TEXT CHECK (last_error IS NULL OR json_valid(last_error)),
  created_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

CREATE INDEX jobs_due ON jobs (run_after, created_at) WHERE state = 'waiting';
CREATE INDEX jobs_by_state ON jobs (state);

-- Prompts are versioned: the newest of a scope is in force. Scope: 'global' or a session's id.
CREATE TABLE prompts (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (scope, version)
) STRICT;

-- Scope: 'app' or a user's id.
CREATE TABLE settings (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE costs (
  id INTEGER PRIMARY KEY,
  user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
  session_id TEXT REFERENCES sessions (id) ON DELETE SET NULL,
  turn_id TEXT,
  kind TEXT NOT NULL,
  model TEXT NOT NULL,
  prompt_tokens INTEGER NOT NULL,
  completion_tokens INTEGER NOT NULL,
  reported INTEGER NOT NULL CHECK (reported IN (0, 1)),
  amount_microcents INTEGER,
  -- Local calendar day, YYYY-MM-DD.
  day TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX costs_by_day ON costs (day);
`;
