import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebuildFullText } from '../../src/main/storage/full-text';
import type { SessionId } from '../../src/shared/model/ids';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { newTurnId, summariseOnce } from '../fakes/whole-turn';
import { randomText } from './random-words';

const ending = fc.constantFrom('done' as const, 'stopped' as const, 'failed' as const);
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('turn' as const),
      session: fc.nat({ max: 9 }),
      text: randomText(0, 30),
      parts: fc.array(randomText(1, 10), { maxLength: 4 }),
      ending: fc.option(ending),
      offline: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('import' as const), texts: fc.array(randomText(0, 12)) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('delete' as const, 'restore' as const, 'summarise' as const),
      session: fc.nat({ max: 9 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('restart' as const, 'kill' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface World {
  readonly disk: EngineOnDisk;
  readonly sessions: SessionId[];
  imports: number;
}

async function runTurn({ disk, sessions }: World, now: Extract<Step, { kind: 'turn' }>): Promise<void> {
  const { engine, userId } = disk;
  const sessionId = sessions[now.session % sessions.length]!;
  const replyProvenance = now.offline ? 'offline' : 'model';
  const begun = await engine.beginTurn({
    userId,
    sessionId,
    turnId: newTurnId(),
    text: now.text,
    replyProvenance,
    model: 'gpt-4o',
  });
  let content = '';
  for (const part of now.parts) {
    content += part;
    await engine.checkpointReply({ userId, replyId: begun.reply.id, content });
  }
  // Null: the reply is left streaming, as by a kill.
  if (now.ending === null) return;
  await engine.finishReply({ userId, replyId: begun.reply.id, content, state: now.ending, error: null });
}

async function runStep(world: World, now: Step): Promise<void> {
  const { disk, sessions } = world;
  const { userId } = disk;
  switch (now.kind) {
    case 'turn':
      return runTurn(world, now);
    case 'import': {
      world.imports += 1;
      const messages = now.texts.map((content, index) => ({
        role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
        author: index % 2 === 0 ? 'Nadia' : 'Tomas',
        content,
        createdAt: disk.clock.now() + index,
      }));
      const key = `file:${String(world.imports)}`;
      const { added } = await disk.engine.importSessions({
        userId,
        sessions: [{ key, title: key, messages }],
      });
      sessions.push(...added.map((session) => session.id));
      return;
    }
    case 'restart':
      return disk.restart();
    case 'kill':
      return disk.kill();
    case 'summarise':
    case 'delete':
    case 'restore': {
      const where = { userId, sessionId: sessions[now.session % sessions.length]! };
      if (now.kind === 'delete') await disk.engine.deleteSession(where);
      else if (now.kind === 'restore') await disk.engine.restoreSession(where);
      else await summariseOnce({ engine: disk.engine, ...where }, testSettings({ bufferMessageLimit: 4 }));
    }
  }
}

const readLog = (database: Database): ReadonlyMap<number, unknown> =>
  new Map(
    (
      database
        .prepare(
          `SELECT seq, id, user_id, session_id, parent_id, depth, turn_id, role, author, content, state, provenance,
             error, model, created_at FROM messages WHERE state <> 'streaming'`,
        )
        .all() as { readonly seq: number }[]
    ).map((row) => [row.seq, row]),
  );

const search = (database: Database): unknown =>
  ['river', 'Nadia', 'green OR quiet', '1987', 'mus*', '2026'].map((query) =>
    database
      .prepare(
        'SELECT rowid, bm25(messages_fts) FROM messages_fts WHERE messages_fts MATCH ? ORDER BY rank, rowid',
      )
      .all(query),
  );

const found = (database: Database): unknown =>
  database.prepare(`SELECT rowid FROM messages_fts WHERE messages_fts MATCH 'river OR Nadia'`).pluck().all();

function expectPathFromHead(database: Database): void {
  const chain = database
    .prepare(
      `WITH RECURSIVE chain (id) AS (SELECT head_id FROM sessions WHERE head_id IS NOT NULL
         UNION ALL SELECT m.parent_id FROM messages m JOIN chain c ON m.id = c.id WHERE m.parent_id IS NOT NULL)
       SELECT id FROM chain ORDER BY id`,
    )
    .pluck()
    .all();
  const marked = database.prepare('SELECT id FROM messages WHERE on_path = 1 ORDER BY id').pluck().all();
  expect(marked).toEqual(chain);
}

describe('the three classes of data', () => {
  it(
    'keep the log as it was written, and indexes that are equal when rebuilt',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
          const disk = await openEngineOnDisk();
          const { id } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
          const world: World = { disk, sessions: [id], imports: 0 };
          let log = readLog(disk.database);
          for (const now of steps) {
            // A deleted chat refuses, and a chat that is answering has a conflict: neither may change the log.
            await runStep(world, now).catch((error: unknown) => {
              expect(error).toMatchObject({
                kind: expect.stringMatching(/^(?:not-found|conflict)$/) as unknown,
              });
            });
            disk.clock.advance(1_000);
            const next = readLog(disk.database);
            for (const [seq, row] of log) expect(next.get(seq)).toEqual(row);
            log = next;
          }
          expectPathFromHead(disk.database);
          const before = search(disk.database);
          rebuildFullText(disk.database);
          expect(search(disk.database)).toEqual(before);
          const rows = found(disk.database);
          disk.database.exec(`INSERT INTO messages_fts (messages_fts) VALUES ('rebuild')`);
          expect(found(disk.database)).toEqual(rows);
        }),
        { numRuns: 12 },
      );
    },
  );

  it('refuse in the database itself to rewrite a finished message', async () => {
    const disk = await openEngineOnDisk();
    const { id } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
    const world: World = { disk, sessions: [id], imports: 0 };
    await runTurn(world, {
      kind: 'turn',
      session: 0,
      text: 'A',
      parts: ['B'],
      ending: 'done',
      offline: false,
    });
    for (const change of [`content = 'C'`, `role = 'system'`, `state = 'streaming'`, `author = 'X'`]) {
      expect(() => disk.database.exec(`UPDATE messages SET ${change}`)).toThrow(/never/);
    }
  });
});
