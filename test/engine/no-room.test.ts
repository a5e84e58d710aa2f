import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors';
import type { MessageId, SessionId } from '../../src/shared/model/ids';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { appendTurn, newTurnId } from '../fakes/whole-turn';

const model = 'test#8';
/** Long enough that no page has room for it. */
const long = 'The lighthouse keeper writes down every ship that passes by night. '.repeat(400);

interface Stage {
  readonly disk: EngineOnDisk;
  readonly sessionId: SessionId;
  readonly questionId: MessageId;
}

/** What writes, each on its own over the same small memory. */
const writes: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  'a question': ({ disk: { engine, userId }, sessionId }) =>
    engine.beginTurn({
      userId,
      sessionId,
      turnId: newTurnId(),
      text: long,
      replyProvenance: 'model',
      model: 'gpt-4o',
    }),
  'a turn': ({ disk, sessionId }) => appendTurn({ ...disk, sessionId }, { text: long, reply: long }),
  'a chat': ({ disk: { engine, userId } }) => engine.createSession({ userId, recallScope: 'session' }),
  'an edit': ({ disk: { engine, userId }, sessionId, questionId }) =>
    engine.editTurn({
      userId,
      sessionId,
      messageId: questionId,
      turnId: newTurnId(),
      text: long,
      replyProvenance: 'model',
      model: 'gpt-4o',
    }),
  'an import': ({ disk: { engine, userId, clock } }) =>
    engine.importSessions({
      userId,
      sessions: [
        {
          key: 'a',
          title: 'a',
          messages: [{ role: 'user', author: null, content: long, createdAt: clock.now() }],
        },
      ],
    }),
  vectors: async ({ disk: { engine, userId }, sessionId }) => {
    const pending = await engine.pendingChunks({ userId, sessionId, model, limit: 100 });
    return engine.storeVectors({
      userId,
      sessionId,
      model,
      chunkIds: pending.map(({ chunkId }) => chunkId),
      vectors: pending.map(({ text }) => hashVector(text, 8)),
    });
  },
  'a draft': ({ disk: { engine, userId }, sessionId }) =>
    engine.writeDraft({ userId, sessionId, text: long }),
  'a prompt': ({ disk: { engine, userId }, sessionId }) =>
    engine.writePrompt({ userId, sessionId, text: long.slice(0, 5_000) }),
  'a pin': ({ disk: { engine, userId }, sessionId, questionId }) =>
    engine.setPinned({ userId, sessionId, messageId: questionId, pinned: true }),
  'a deletion': ({ disk: { engine, userId }, sessionId, questionId }) =>
    engine.forgetMessages({ userId, sessionId, firstId: questionId, lastId: questionId }),
  'a user': ({ disk: { engine } }) => engine.createUser({ name: 'Bo' }),
  'a backup': ({ disk: { engine } }) => engine.backUp({ keep: 3, isDue: false }),
};

async function openStage(): Promise<Stage> {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const { message } = await appendTurn(
    { ...disk, sessionId },
    { text: 'My boat is called Ada.', reply: 'Noted.' },
  );
  return { disk, sessionId, questionId: message.id };
}

/** The log as another process reads it. */
function logOf(disk: EngineOnDisk): readonly unknown[] {
  return disk.readBeside().prepare('SELECT id, content, state FROM messages ORDER BY seq').all();
}

/** No page more than there are; free ones are none. */
function fill(database: Database): void {
  database.exec('VACUUM');
  const pages = database.pragma('page_count', { simple: true }) as number;
  database.pragma(`max_page_count = ${String(pages)}`);
}

const faults = {
  'a full disk': {
    begin: fill,
    end: (database: Database) => void database.pragma('max_page_count = 1073741823'),
  },
  'a disk that became read-only': {
    begin: (database: Database) => void database.pragma('query_only = ON'),
    end: (database: Database) => void database.pragma('query_only = OFF'),
  },
};

/** What is too large for the pages there are; of the rest some find room in them. */
const tooLarge = ['a question', 'a turn', 'an edit', 'an import', 'a draft'];

describe.each(Object.entries(faults))('on %s', (fault, { begin, end }) => {
  it.each(Object.entries(writes))(
    '%s is written or refused with a word, and nothing else changes',
    async (name, write) => {
      const stage = await openStage();
      const { disk } = stage;
      const before = logOf(disk);
      begin(disk.database);
      const error: unknown = await write(stage).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      const mustFail = fault === 'a full disk' ? tooLarge.includes(name) : name !== 'a backup';
      if (mustFail) expect(error).not.toBeNull();
      if (error !== null) {
        expect(error).toBeInstanceOf(AppError);
        expect(['storage-full', 'storage-read-only']).toContain((error as AppError).kind);
        expect(logOf(disk)).toEqual(before);
      }
      // What was there can be read all the while: a full disk is never an empty list.
      const page = await disk.engine.pageMessages({
        userId: disk.userId,
        sessionId: stage.sessionId,
        anchor: { kind: 'newest' },
        limit: 10,
      });
      expect(page.total).toBeGreaterThanOrEqual(error === null ? 0 : 2);
      end(disk.database);
      // With room again, what was refused goes through.
      if (error !== null) await write(stage);
      expect(disk.database.pragma('quick_check(1)', { simple: true })).toBe('ok');
    },
  );
});
