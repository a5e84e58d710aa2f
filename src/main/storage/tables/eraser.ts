import type { Database } from 'better-sqlite3';
import { catalogue } from '../../../shared/catalogue/catalogue';
import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';

const untitled = catalogue.main.defaultSessionTitle;

/** One message that is to be erased, with what of it is searched for afterwards. */
export interface DoomedMessage {
  readonly id: MessageId;
  readonly content: string;
}

/** Takes rows out of the log, the indexes and the records for good; all statements name the user. */
export function createEraser(database: Database) {
  const inIds = 'IN (SELECT value FROM json_each(?))';
  const contents = database.prepare<[string, UserId], DoomedMessage>(
    `SELECT id, content FROM messages WHERE id ${inIds} AND user_id = ?`,
  );
  const ofSession = database
    .prepare<[SessionId, UserId, number], MessageId>(
      'SELECT id FROM messages WHERE session_id = ? AND user_id = ? ORDER BY depth DESC LIMIT ?',
    )
    .pluck();
  const chunks = database.prepare<
    [string, UserId],
    { readonly hash: string; readonly vector: Buffer | null; readonly sentences: Buffer | null }
  >(
    `SELECT c.hash, v.vector, s.sentences FROM chunks c LEFT JOIN vectors v ON v.chunk_id = c.id
       LEFT JOIN sentence_vectors s ON s.id = v.id
     WHERE c.message_id ${inIds} AND c.user_id = ?`,
  );
  const turns = database
    .prepare<[string, string, string, UserId], TurnId>(
      `SELECT turn_id FROM snapshots WHERE (turn_id IN (SELECT turn_id FROM snapshot_sources WHERE message_id ${inIds})
         OR user_message_id ${inIds} OR reply_id ${inIds}) AND user_id = ?`,
    )
    .pluck();
  // Of the session itself: a buffer holds no other's messages. Some of the turns may not name any of them.
  const buffering = database
    .prepare<[string, string, SessionId, UserId], TurnId>(
      `SELECT turn_id FROM snapshots WHERE buffer_last >= (SELECT min(seq) FROM messages WHERE id ${inIds})
         AND buffer_first <= (SELECT max(seq) FROM messages WHERE id ${inIds}) AND session_id = ? AND user_id = ?`,
    )
    .pluck();
  const dropSources = database.prepare(`DELETE FROM snapshot_sources WHERE message_id ${inIds}`);
  const facts = database
    .prepare<[string, UserId], string>(
      `SELECT DISTINCT e.fact_id FROM fact_evidence e JOIN facts f ON f.id = e.fact_id
       WHERE e.message_id ${inIds} AND f.user_id = ?`,
    )
    .pluck();
  const dropFacts = database.prepare(
    `DELETE FROM facts WHERE id ${inIds} AND user_id = ?
       AND NOT EXISTS (SELECT 1 FROM fact_evidence e WHERE e.fact_id = facts.id)`,
  );
  // A summary stands for the path from its first message: whatever ends at or below what goes has seen it.
  const dropSummaries = database.prepare(
    `DELETE FROM summaries WHERE session_id = ? AND user_id = ? AND NOT EXISTS (
       SELECT 1 FROM messages last WHERE last.id = summaries.last_message_id
         AND last.depth < (SELECT min(depth) FROM messages WHERE id ${inIds}))`,
  );
  const above = database
    .prepare<[MessageId, UserId], MessageId | null>(
      'SELECT parent_id FROM messages WHERE id = ? AND user_id = ?',
    )
    .pluck();
  const relink = database.prepare('UPDATE messages SET parent_id = ? WHERE parent_id = ? AND user_id = ?');
  const dropMessages = database.prepare(`DELETE FROM messages WHERE id ${inIds} AND user_id = ?`);
  const clearErrors = database.prepare(
    'UPDATE jobs SET last_error = NULL WHERE session_id = ? AND user_id = ? AND last_error IS NOT NULL',
  );
  const headOf = database
    .prepare<[SessionId, UserId], MessageId | null>(
      'SELECT head_id FROM sessions WHERE id = ? AND user_id = ?',
    )
    .pluck();
  const setHead = database.prepare('UPDATE sessions SET head_id = ? WHERE id = ? AND user_id = ?');
  const dropSession = database.prepare('DELETE FROM sessions WHERE id = ? AND user_id = ?');
  const sessionTexts = database
    .prepare<[SessionId, SessionId, SessionId, SessionId, UserId], string>(
      `SELECT text FROM (
         SELECT user_id, title AS text FROM sessions WHERE id = ?
         UNION ALL SELECT user_id, text FROM drafts WHERE session_id = ?
         UNION ALL SELECT user_id, content FROM draft_files WHERE session_id = ?
         UNION ALL SELECT user_id, text FROM prompts WHERE session_id = ?) WHERE user_id = ?`,
    )
    .pluck();
  const profiled = database
    .prepare<[UserId], TurnId>(
      `SELECT turn_id FROM snapshots WHERE user_id = ? AND instr(body, '"kind":"profile"') > 0`,
    )
    .pluck();

  const twins = database.prepare<
    [string],
    { readonly id: MessageId; readonly userId: UserId; readonly sessionId: SessionId }
  >(
    `SELECT DISTINCT c.message_id AS id, c.user_id AS userId, c.session_id AS sessionId FROM chunks c
     WHERE c.hash ${inIds}`,
  );
  const dropRow = {
    summaries: database.prepare('DELETE FROM summaries WHERE id = ? AND user_id = ?'),
    facts: database.prepare('DELETE FROM facts WHERE id = ? AND user_id = ?'),
    prompts: database.prepare('DELETE FROM prompts WHERE id = ? AND user_id = ?'),
    presets: database.prepare('DELETE FROM presets WHERE id = ? AND user_id = ?'),
    draft_files: database.prepare('DELETE FROM draft_files WHERE id = ? AND user_id = ?'),
  };
  const clearTitle = database.prepare(
    `UPDATE sessions SET title = ?, title_source = 'none' WHERE id = ? AND user_id = ?`,
  );
  const clearJob = database.prepare(
    `UPDATE jobs SET last_error = NULL, payload = '{}' WHERE id = ? AND user_id = ?`,
  );

  const list = (ids: readonly MessageId[]): string => JSON.stringify(ids);
  return {
    contentsOf: (userId: UserId, ids: readonly MessageId[]) => contents.all(list(ids), userId),
    /** Messages of a session, those that answer others first. */
    messagesOf: (userId: UserId, sessionId: SessionId, limit: number) =>
      ofSession.all(sessionId, userId, limit),
    /** Hashes and vectors of what was embedded of messages. */
    chunksOf: (userId: UserId, ids: readonly MessageId[]) => chunks.all(list(ids), userId),
    /** The title, the draft with its files, and the prompts of a session. */
    textsOf: (userId: UserId, sessionId: SessionId) =>
      sessionTexts.all(sessionId, sessionId, sessionId, sessionId, userId),
    /** Turns whose records may name any of the messages, which are of one session. */
    turnsNaming: (userId: UserId, sessionId: SessionId, ids: readonly MessageId[]): ReadonlySet<TurnId> =>
      new Set([
        ...turns.all(list(ids), list(ids), list(ids), userId),
        ...buffering.all(list(ids), list(ids), sessionId, userId),
      ]),
    /** Turns that were sent with a profile. */
    turnsWithProfile: (userId: UserId) => profiled.all(userId),
    factsFrom: (userId: UserId, ids: readonly MessageId[]) => facts.all(list(ids), userId),
    /** Deletes those facts that no message is evidence of any more; how many. */
    dropFacts: (userId: UserId, factIds: readonly string[]): number =>
      dropFacts.run(JSON.stringify(factIds), userId).changes,
    dropSummaries: (userId: UserId, sessionId: SessionId, ids: readonly MessageId[]): void => {
      dropSummaries.run(sessionId, userId, list(ids));
    },
    /** Deletes messages with their chunks and vectors; what followed one follows what was above it. */
    dropMessages: (userId: UserId, sessionId: SessionId, ids: readonly MessageId[]): void => {
      let head = headOf.get(sessionId, userId) ?? null;
      const doomed = new Set<MessageId>(ids);
      while (head !== null && doomed.has(head)) head = above.get(head, userId) ?? null;
      for (const id of ids) relink.run(above.get(id, userId) ?? null, id, userId);
      setHead.run(head, sessionId, userId);
      dropSources.run(list(ids));
      dropMessages.run(list(ids), userId);
      clearErrors.run(sessionId, userId);
    },
    /** Messages of any user with a chunk of these hashes: their vectors are equal too. */
    twinsOf: (hashes: readonly string[]) => twins.all(JSON.stringify(hashes)),
    dropRow: (table: keyof typeof dropRow, userId: UserId, id: string): void => {
      dropRow[table].run(id, userId);
    },
    clearTitle: (userId: UserId, sessionId: string): void => {
      clearTitle.run(untitled, sessionId, userId);
    },
    clearJob: (userId: UserId, id: string): void => {
      clearJob.run(id, userId);
    },
    /** Deletes a session with all that hangs on it. */
    dropSession: (userId: UserId, sessionId: SessionId): void => {
      dropSession.run(sessionId, userId);
    },
  };
}

/** See {@link createEraser}. */
export type Eraser = ReturnType<typeof createEraser>;
