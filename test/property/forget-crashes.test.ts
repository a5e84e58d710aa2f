import { describe, expect, it } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { summariseOnce } from '../fakes/whole-turn';
import {
  at,
  embedAll,
  expectNothingLeft,
  expectSound,
  rareText,
  readGone,
  runStep,
  settings,
  shown,
  type World,
} from './forget-world';

describe('what is forgotten', () => {
  it(
    'is erased by the next process where this one was killed in between, at whatever step',
    { timeout: 60_000 },
    async () => {
      const disk = await openEngineOnDisk();
      const { id: sessionId } = await disk.engine.createSession({
        userId: disk.userId,
        recallScope: 'session',
      });
      const world: World = { disk, sessions: [sessionId], said: 0 };
      for (let index = 0; index < 4; index += 1) await runStep(world, { kind: 'turn', session: 0, pick: 0 });
      await embedAll(world, 0);
      const where = { userId: disk.userId, sessionId };
      const messages = await shown(world, 0);
      const gone = readGone(world, [messages[2]!.id]);
      await disk.engine.forgetMessages({ ...where, firstId: messages[2]!.id, lastId: messages[2]!.id });
      await disk.kill();
      // A reader holds the write-ahead log back: the rows go, the log cannot be emptied, and the note stays.
      const reader = disk.readBeside();
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM messages').get();
      const busy = await disk.engine.eraseForgotten({ before: null });
      expect(busy.nextAt).not.toBeNull();
      await disk.kill();
      reader.exec('COMMIT');
      reader.close();
      expect(await disk.engine.eraseForgotten({ before: null })).toEqual({ erased: 0, nextAt: null });
      await expectNothingLeft(world, gone);
      expect(disk.database.prepare('SELECT count(*) FROM forgets').pluck().get()).toBe(0);
      expectSound(world);
    },
  );

  it(
    'of a long chat goes on being erased where a process ended in the middle of it',
    { timeout: 60_000 },
    async () => {
      const disk = await openEngineOnDisk();
      const messages = Array.from({ length: 450 }, (_, index) => ({
        role: 'user' as const,
        author: null,
        content: rareText(index),
        createdAt: index,
      }));
      const { userId } = disk;
      const { added } = await disk.engine.importSessions({
        userId,
        sessions: [{ key: 'k', title: 'T', messages }],
      });
      const world: World = { disk, sessions: [added[0]!.id], said: 0 };
      const gone = readGone(
        world,
        (await shown(world, 0)).map(({ id }) => id),
      );
      await disk.engine.deleteSession({ userId, sessionId: added[0]!.id });
      const half = disk.engine.eraseForgotten({ before: null });
      disk.database.close();
      await expect(half).rejects.toThrow();
      await disk.kill();
      const left = disk.database.prepare('SELECT count(*) FROM messages').pluck().get() as number;
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThan(450);
      const restore = disk.engine.restoreSession({ userId, sessionId: added[0]!.id });
      await expect(restore).rejects.toMatchObject({ kind: 'not-found' });
      await disk.engine.eraseForgotten({ before: null });
      await expectNothingLeft(world, { ...gone, texts: gone.texts.slice(0, 40) });
      expect(disk.database.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(0);
    },
  );

  it('comes back whole while it can be undone, and not afterwards', async () => {
    const disk = await openEngineOnDisk();
    const { id: sessionId } = await disk.engine.createSession({
      userId: disk.userId,
      recallScope: 'session',
    });
    const world: World = { disk, sessions: [sessionId], said: 0 };
    for (let index = 0; index < 6; index += 1) await runStep(world, { kind: 'turn', session: 0, pick: 0 });
    await summariseOnce(at(world, 0), settings);
    const where = { userId: disk.userId, sessionId };
    const before = await shown(world, 0);
    const titled = await disk.engine.getSession(where);
    const summaries = await disk.engine.listSummaries(where);
    expect(summaries[0]!.current).toBe(true);
    const range = { ...where, firstId: before[0]!.id, lastId: before[1]!.id };
    const { forget, session } = await disk.engine.forgetMessages(range);
    expect(session.messageCount).toBe(before.length - 2);
    expect(session.title).not.toBe(titled.title);
    expect((await disk.engine.listSummaries(where)).some(({ current }) => current)).toBe(false);
    const back = await disk.engine.undoForget({ ...where, forgetId: forget.id });
    expect(back.title).toBe(titled.title);
    expect(await shown(world, 0)).toEqual(before);
    expect(await disk.engine.listSummaries(where)).toEqual(summaries);
    await disk.engine.forgetMessages(range);
    await disk.engine.eraseForgotten({ before: null });
    const late = disk.engine.undoForget({ ...where, forgetId: forget.id });
    await expect(late).rejects.toMatchObject({ kind: 'not-found' });
    expect(await summariseOnce(at(world, 0), settings)).toBe(true);
  });
});
