import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, SummaryId, UserId } from '../../../shared/model/ids';
import type {
  RecallScope,
  Session,
  SessionOrder,
  Strategy,
  TitleSource,
} from '../../../shared/model/session';
import { titleKey } from '../../../shared/title-key';

interface SessionRow {
  readonly id: SessionId;
  readonly user_id: UserId;
  readonly title: string;
  readonly title_source: TitleSource;
  readonly created_at: number;
  readonly updated_at: number;
  readonly head_id: MessageId | null;
  readonly summary_id: SummaryId | null;
  readonly message_count: number;
  readonly pinned_at: number | null;
  readonly folder: string | null;
  readonly archived_at: number | null;
  readonly recall_scope: RecallScope;
  readonly strategy: Strategy | null;
  readonly import_key: string | null;
}

/** A session with what only the engine needs. */
export interface StoredSession extends Session {
  readonly summaryId: SummaryId | null;
}

/** What a new row needs. */
export interface NewSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly title: string;
  readonly titleSource: TitleSource;
  readonly createdAt: number;
  readonly recallScope: RecallScope;
  readonly strategy: Strategy;
  readonly importKey: string | null;
}

/** Where a page of the list ends: the last row's place in the order. */
export interface SessionCursor {
  readonly unpinned: 0 | 1;
  readonly folder: string | null;
  /** What the order asked for goes by; smaller comes first. */
  readonly key: number | string;
  readonly id: string;
}

const columns =
  'id, user_id, title, title_source, created_at, updated_at, head_id, summary_id, message_count, pinned_at, folder, archived_at, recall_scope, strategy, import_key';

const orderKeys: Readonly<Record<SessionOrder, string>> = {
  used: '-updated_at',
  created: '-created_at',
  title: 'title_key(title)',
  messages: '-message_count',
};

/** Pinned first, then those in folders, by the folder's name, then the rest; in each by the order asked for. */
function listOrder(order: SessionOrder): string {
  return `pinned_at IS NULL, folder IS NULL, coalesce(folder, ''), ${orderKeys[order]}, id`;
}

/** Where a session stands in an order. */
export function cursorAt(session: Session, order: SessionOrder): SessionCursor {
  const { pinned, folder, updatedAt, createdAt, title, messageCount, id } = session;
  const keys = { used: -updatedAt, created: -createdAt, title: titleKey(title), messages: -messageCount };
  return { unpinned: pinned ? 0 : 1, folder, key: keys[order], id };
}

/** The import key of the chat that comes with the program. */
const sampleKey = 'sample:1';

function readSession(row: SessionRow, temporary: boolean): StoredSession {
  return {
    id: row.id,
    userId: row.user_id,
    title: row.title,
    titleSource: row.title_source,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    headId: row.head_id,
    summaryId: row.summary_id,
    messageCount: row.message_count,
    pinned: row.pinned_at !== null,
    folder: row.folder,
    archived: row.archived_at !== null,
    recallScope: row.recall_scope,
    strategy: row.strategy ?? 'hybrid',
    temporary,
    isSample: row.import_key === sampleKey,
  };
}

type FirstPage = [UserId, 0 | 1, number];
type NextPage = [UserId, 0 | 1, number, number, string, number | string, string, number];

/** The statements that read the list, by order. */
function preparePages(database: Database) {
  database.function('title_key', { deterministic: true }, titleKey);
  const of = `SELECT ${columns} FROM sessions WHERE user_id = ? AND deleted_at IS NULL AND (archived_at IS NOT NULL) = ?`;
  const first = (order: SessionOrder) =>
    database.prepare<FirstPage, SessionRow>(`${of} ORDER BY ${listOrder(order)} LIMIT ?`);
  const next = (order: SessionOrder) =>
    database.prepare<NextPage, SessionRow>(
      `${of} AND (${listOrder(order)}) > (?, ?, ?, ?, ?) ORDER BY ${listOrder(order)} LIMIT ?`,
    );
  return {
    firstPage: {
      used: first('used'),
      created: first('created'),
      title: first('title'),
      messages: first('messages'),
    },
    nextPage: {
      used: next('used'),
      created: next('created'),
      title: next('title'),
      messages: next('messages'),
    },
  };
}

/** Reads and writes sessions; every statement names the user. Those of a database in memory are temporary. */
export function createSessionTable(database: Database, { temporary }: { readonly temporary: boolean }) {
  const toSession = (row: SessionRow): StoredSession => readSession(row, temporary);
  const select = database.prepare<[SessionId, UserId], SessionRow>(
    `SELECT ${columns} FROM sessions WHERE id = ? AND user_id = ? AND deleted_at IS NULL`,
  );
  const { firstPage, nextPage } = preparePages(database);
  const selectNewest = database.prepare<[UserId], SessionRow>(
    `SELECT ${columns} FROM sessions WHERE user_id = ? AND deleted_at IS NULL ORDER BY updated_at DESC, id`,
  );
  const insert = database.prepare(
    `INSERT INTO sessions (id, user_id, title, title_source, created_at, updated_at, recall_scope, strategy, import_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateFields = database.prepare(
    `UPDATE sessions SET title = ?, title_source = ?, pinned_at = ?, folder = ?, archived_at = ?, recall_scope = ?, strategy = ?
     WHERE id = ? AND user_id = ?`,
  );
  const updateHead = database.prepare(
    'UPDATE sessions SET head_id = ?, updated_at = ?, message_count = ? WHERE id = ? AND user_id = ?',
  );
  const updateSummary = database.prepare('UPDATE sessions SET summary_id = ? WHERE id = ? AND user_id = ?');
  const updateDeleted = database.prepare('UPDATE sessions SET deleted_at = ? WHERE id = ? AND user_id = ?');
  const countImported = database
    .prepare<[UserId, string], number>(
      'SELECT count(*) FROM sessions WHERE user_id = ? AND import_key = ? AND deleted_at IS NULL',
    )
    .pluck();
  const selectByImportKey = database.prepare<[UserId, string], SessionRow>(
    `SELECT ${columns} FROM sessions WHERE user_id = ? AND import_key = ? AND deleted_at IS NULL`,
  );
  const releaseImportKey = database.prepare(
    'UPDATE sessions SET import_key = NULL WHERE user_id = ? AND import_key = ? AND deleted_at IS NOT NULL',
  );

  return {
    find: (userId: UserId, sessionId: SessionId): StoredSession | null => {
      const row = select.get(sessionId, userId);
      return row === undefined ? null : toSession(row);
    },
    page: (
      userId: UserId,
      asked: { cursor: SessionCursor | null; limit: number; archived: boolean; order: SessionOrder },
    ): readonly StoredSession[] => {
      const { cursor, limit, order } = asked;
      const archived = asked.archived ? 1 : 0;
      if (cursor === null) return firstPage[order].all(userId, archived, limit).map(toSession);
      const { unpinned, folder, key, id } = cursor;
      const place = [unpinned, folder === null ? 1 : 0, folder ?? '', key, id] as const;
      return nextPage[order].all(userId, archived, ...place, limit).map(toSession);
    },
    /** Live sessions, the newest first, read as they are asked for. */
    *newest(userId: UserId): Generator<StoredSession> {
      for (const row of selectNewest.iterate(userId)) yield toSession(row);
    },
    insert: (session: NewSession): void => {
      insert.run(
        session.id,
        session.userId,
        session.title,
        session.titleSource,
        session.createdAt,
        session.createdAt,
        session.recallScope,
        session.strategy,
        session.importKey,
      );
    },
    /** `now` is the time that a mark which is set is given. */
    update: (session: Session, now: number): void => {
      const { title, titleSource, folder, recallScope, strategy, id, userId } = session;
      const pinnedAt = session.pinned ? now : null;
      const archivedAt = session.archived ? now : null;
      updateFields.run(title, titleSource, pinnedAt, folder, archivedAt, recallScope, strategy, id, userId);
    },
    setHead: (session: Session, headId: MessageId | null, updatedAt: number, messageCount: number): void => {
      updateHead.run(headId, updatedAt, messageCount, session.id, session.userId);
    },
    setSummary: (session: Session, summaryId: SummaryId | null): void => {
      updateSummary.run(summaryId, session.id, session.userId);
    },
    /** Hides (a time) or shows again (null); says whether there was such a session. */
    setDeleted: (userId: UserId, sessionId: SessionId, deletedAt: number | null): boolean =>
      updateDeleted.run(deletedAt, sessionId, userId).changes > 0,
    findByImportKey: (userId: UserId, importKey: string): StoredSession | null => {
      const row = selectByImportKey.get(userId, importKey);
      return row === undefined ? null : toSession(row);
    },
    isImported: (userId: UserId, importKey: string): boolean =>
      (countImported.get(userId, importKey) ?? 0) > 0,
    /** Lets a key that only a deleted session holds be imported again. */
    releaseImportKey: (userId: UserId, importKey: string): void => {
      releaseImportKey.run(userId, importKey);
    },
  };
}

/** See {@link createSessionTable}. */
export type SessionTable = ReturnType<typeof createSessionTable>;
