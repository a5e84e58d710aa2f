import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolderAt } from '../../src/main/storage/data-folder';
import { openDatabase } from '../../src/main/storage/open-database';
import { AppError } from '../../src/shared/errors';
import type { MessageId, SessionId } from '../../src/shared/model/ids';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { appendTurn, newTurnId } from '../fakes/whole-turn';
import { folderContent } from '../storage/support/temporary-folder';
import { limitFileSizes, mountReadOnly, mountSmallDisk } from './full-disk';

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

/** Writes while there is a fault, and once more when it has passed; what was there stays, and can be read all the while. */
async function writeDuring(
  { disk, ...where }: Stage,
  write: (stage: Stage) => Promise<unknown>,
  fault: { readonly begin: () => void; readonly end: () => void },
): Promise<unknown> {
  const stage = { disk, ...where };
  const before = logOf(disk);
  fault.begin();
  let error: unknown;
  try {
    error = await write(stage).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error !== null) {
      expect(error).toBeInstanceOf(AppError);
      expect(['storage-full', 'storage-read-only']).toContain((error as AppError).kind);
      expect(logOf(disk)).toEqual(before);
    }
    // What was there can be read all the while: a full disk is never an empty list.
    const page = await disk.engine.pageMessages({
      userId: disk.userId,
      sessionId: where.sessionId,
      anchor: { kind: 'newest' },
      limit: 10,
    });
    expect(page.total).toBeGreaterThanOrEqual(error === null ? 0 : 2);
  } finally {
    fault.end();
  }
  // With room again, what was refused goes through.
  if (error !== null) await write(stage);
  expect(disk.database.pragma('quick_check(1)', { simple: true })).toBe('ok');
  return error;
}

describe.each(Object.entries(faults))('on %s', (fault, { begin, end }) => {
  it.each(Object.entries(writes))(
    '%s is written or refused with a word, and nothing else changes',
    async (name, write) => {
      const stage = await openStage();
      const { database } = stage.disk;
      const error = await writeDuring(stage, write, {
        begin: () => begin(database),
        end: () => end(database),
      });
      const mustFail = fault === 'a full disk' ? tooLarge.includes(name) : name !== 'a backup';
      if (mustFail) expect(error).not.toBeNull();
    },
  );
});

// Each of the two where the system lets a test have it: one of them it does everywhere but on Windows.
const real = [
  ['a disk that is full to its last byte', mountSmallDisk()],
  ['a file that the system lets grow no more', limitFileSizes()],
] as const;

describe.each(real)('on %s', (_name, room) => {
  const before = process.env['TMPDIR'];
  beforeAll(() => {
    if (room?.folder) process.env['TMPDIR'] = room.folder;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    room?.close();
  });

  it.skipIf(room === null).each(Object.entries(writes))(
    '%s is written or refused with a word, and nothing else changes',
    async (name, write) => {
      const stage = await openStage();
      const error = await writeDuring(stage, write, {
        begin: () => room?.begin(stage.disk.path),
        end: () => room?.end(),
      });
      if (tooLarge.includes(name)) expect(error).not.toBeNull();
    },
  );
});

it('a start in a folder that cannot be written to is refused with a word, and changes nothing', async (context) => {
  const { disk } = await openStage();
  await disk.engine.close({});
  const mounted = mountReadOnly(disk.folder);
  if (mounted === null) return context.skip('mounting is refused');
  try {
    const before = folderContent(disk.folder);
    const started = openDatabase({ path: dataFolderAt(mounted.folder).database, clock: disk.clock });
    await expect(started).rejects.toMatchObject({ kind: 'storage-read-only' });
    expect(folderContent(disk.folder)).toEqual(before);
  } finally {
    mounted.close();
  }
  return undefined;
});

it.runIf(process.platform === 'linux')('one of the two at least was tried', () => {
  expect(real.some(([, room]) => room !== null)).toBe(true);
});
