import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { quickCheck } from '../../src/main/storage/integrity';
import type { SessionId, UserId } from '../../src/shared/model/ids';
import { crashJobs } from './crash-jobs';
import { crashSettings } from './crash-words';
import type { Acknowledgement } from './kinds';
import { openCrashEngine, type CrashEngine } from './open-crash-engine';

/** Rows that must not be; each query names what is wrong with the ones it finds. */
const mustBeEmpty: Readonly<Record<string, string>> = {
  'a reply still streams': `SELECT id FROM messages WHERE state = 'streaming'`,
  'a job still runs': `SELECT id FROM jobs WHERE state = 'running'`,
  'a question has no reply': `SELECT q.id FROM messages q WHERE q.role = 'user' AND q.turn_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM messages r WHERE r.parent_id = q.id AND r.role = 'assistant')`,
  'a chat has no head but messages on its path': `SELECT s.id FROM sessions s WHERE s.head_id IS NULL
     AND EXISTS (SELECT 1 FROM messages m WHERE m.session_id = s.id AND m.on_path = 1)`,
  'the path is not the chain of the head': `
     WITH RECURSIVE chain (session_id, id, parent_id) AS (
       SELECT m.session_id, m.id, m.parent_id FROM sessions s JOIN messages m ON m.id = s.head_id
       UNION ALL SELECT m.session_id, m.id, m.parent_id FROM chain c JOIN messages m ON m.id = c.parent_id)
     SELECT id FROM messages WHERE on_path = 1 AND id NOT IN (SELECT id FROM chain)
     UNION ALL SELECT c.id FROM chain c JOIN messages m ON m.id = c.id WHERE m.on_path = 0`,
  'a message belongs to another user than its chat': `SELECT m.id FROM messages m
     JOIN sessions s ON s.id = m.session_id WHERE m.user_id <> s.user_id`,
  'a count of messages is wrong': `SELECT s.id FROM sessions s WHERE s.message_count <>
     (SELECT count(*) FROM messages m WHERE m.session_id = s.id AND m.on_path = 1 AND m.deleted_at IS NULL)`,
  'a finished message has no words in the full text': `SELECT id FROM messages
     WHERE role = 'user' AND state = 'done' AND search_text IS NULL`,
  'a summary in force is not there': `SELECT s.id FROM sessions s WHERE s.summary_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM summaries u WHERE u.id = s.summary_id AND u.session_id = s.id)`,
  'an empty summary': `SELECT id FROM summaries WHERE trim(text) = ''`,
  'a broken reference': `SELECT "table" FROM pragma_foreign_key_check`,
};

/** What is wrong with a data folder whose process was killed; nothing where all is well. Mends what a start mends. */
export async function problemsAfterKill(
  root: string,
  said: readonly Acknowledgement[],
): Promise<readonly string[]> {
  const crash = await openCrashEngine(root);
  const { database, close } = crash.opened;
  try {
    await crash.engine.eraseDeletedUsers({});
    const problems = [...quickCheck(database), ...notKept(database, said)];
    for (const [name, query] of Object.entries(mustBeEmpty)) {
      const found = database.prepare(query).pluck().all();
      if (found.length > 0) problems.push(`${name}: ${found.slice(0, 3).join(', ')}`);
    }
    problems.push(...(await unfinishedJobs(crash)), ...(await gaps(crash)));
    problems.push(...badBackups(said), ...unforgotten(root, database, said));
    return problems;
  } finally {
    close();
  }
}

function notKept(database: Database, said: readonly Acknowledgement[]): readonly string[] {
  const read = database.prepare<[string], string>('SELECT content FROM messages WHERE id = ?').pluck();
  return said.flatMap((one) => {
    if (one.kind !== 'message' && one.kind !== 'prefix') return [];
    const content = read.get(one.id);
    if (content === undefined) return [`an acknowledged message is gone: ${one.id}`];
    const kept = one.kind === 'message' ? content === one.content : content.startsWith(one.content);
    return kept ? [] : [`an acknowledged message has other words: ${one.id}`];
  });
}

async function unfinishedJobs({ engine, opened }: CrashEngine): Promise<readonly string[]> {
  await crashJobs(engine).run();
  const left = opened.database.prepare(`SELECT kind || ' ' || state FROM jobs WHERE state <> 'done'`);
  return left
    .pluck()
    .all()
    .map((job) => `a job did not finish: ${String(job)}`);
}

/** Invariants 2 and 3 of every chat: summarised, waiting and buffer follow each other, within the budget. */
async function gaps({ engine, opened }: CrashEngine): Promise<readonly string[]> {
  const chats = opened.database
    .prepare<[], { id: SessionId; user_id: UserId; message_count: number }>(
      'SELECT id, user_id, message_count FROM sessions WHERE deleted_at IS NULL',
    )
    .all();
  const found: string[] = [];
  for (const { id: sessionId, user_id: userId, message_count: count } of chats) {
    const preview = await engine.previewContext({ userId, sessionId, settings: crashSettings });
    const [first, last] = preview.buffer ?? [preview.summarisedTo + 1, preview.summarisedTo];
    const isWhole = preview.summarisedTo + preview.waitingMessages + 1 === first && last === count;
    if (!isWhole) found.push(`a gap in ${sessionId}: ${JSON.stringify({ ...preview, count })}`);
    const sent = preview.parts.reduce((sum, part) => sum + part.tokens, 0);
    const { maxContextTokens, replyReserveTokens } = crashSettings.budgets;
    if (sent + replyReserveTokens > maxContextTokens) found.push(`over the budget: ${sessionId}`);
  }
  return found;
}

function badBackups(said: readonly Acknowledgement[]): readonly string[] {
  return said.flatMap((one) => {
    // The oldest ones give way to newer ones.
    if (one.kind !== 'backup' || !existsSync(one.path)) return [];
    const copy = new SqliteDatabase(one.path, { readonly: true });
    try {
      const count = Number(copy.prepare('SELECT count(*) FROM messages').pluck().get());
      return [...quickCheck(copy), ...(count < one.messages ? ['a backup lacks messages'] : [])];
    } finally {
      copy.close();
    }
  });
}

function unforgotten(root: string, database: Database, said: readonly Acknowledgement[]): readonly string[] {
  const erased = said.flatMap((one) => (one.kind === 'erased' ? [one] : []));
  if (erased.length === 0) return [];
  database.pragma('wal_checkpoint(TRUNCATE)');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const bytes = files.map((file) => readFileSync(file));
  return erased.flatMap(({ userId, word }) =>
    bytes.some((file) => file.includes(word)) || files.some((file) => file.includes(userId))
      ? [`something is left of an erased user: ${word}`]
      : [],
  );
}
