import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors';
import type { JobId, SessionId, UserId } from '../../src/shared/model/ids';
import { engineMethods } from '../../src/main/memory/ports/engine-methods';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { appendTurn, askTurn, newTurnId, summariseOnce } from '../fakes/whole-turn';
import { keyOf } from './isolation-import-probes';
import { probes, type Belongings } from './isolation-probes';
import { secret, settings, vectorModel } from './isolation-settings';

/** A chat with everything a chat may have, its mark in all of it. */
async function fillChat(
  { engine, clock }: EngineOnDisk,
  userId: UserId,
  mark: string,
  temporary: boolean,
): Promise<Omit<Belongings, 'jobId' | 'deletedId' | 'forgetId' | 'factId' | 'presetId' | 'caseId'>> {
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'user', temporary });
  const where = { userId, sessionId };
  const place = { engine, ...where };
  const say = (index: number) =>
    `${mark} The blue lighthouse of Porto was painted in ${String(1900 + index)}.`;
  for (let index = 0; index < 6; index += 1) {
    await askTurn(place, { text: say(index), reply: `${mark} So it was, ${String(index)}.` }, settings);
    clock.advance(1_000);
  }
  await summariseOnce(place, settings);
  for (let index = 6; index < 10; index += 1)
    await askTurn(place, { text: say(index), reply: `${mark}!` }, settings);
  const plan = (await engine.planSummary({ ...where, settings }))!;
  const [summary] = await engine.listSummaries(where);
  const asked = await askTurn(place, { text: `${mark} When was the lighthouse painted?` }, settings);
  const chunks = await engine.pendingChunks({ ...where, model: vectorModel, limit: 100 });
  const chunkIds = chunks.map((chunk) => chunk.chunkId);
  const vectors = chunks.map((chunk) => hashVector(chunk.text, 8));
  await engine.storeVectors({ ...where, model: vectorModel, chunkIds, vectors });
  const begin = { ...where, turnId: newTurnId(), text: `${mark} And the lighthouse now?`, model: 'gpt-4o' };
  const streaming = await engine.beginTurn({ ...begin, replyProvenance: 'model' });
  await engine.writeDraft({ ...where, text: `${mark} draft` });
  const file = { name: `${mark}.txt`, text: `${mark} lighthouse`, model: 'gpt-4o' };
  const { id: draftFileId } = await engine.attachFile({ ...where, ...file });
  await engine.writePrompt({ ...where, text: `${mark} prompt` });
  const { questionId, replyId, turnId } = asked;
  return {
    ...where,
    questionId,
    replyId,
    streamingId: streaming.reply.id,
    draftFileId,
    turnId,
    chunkIds,
    plan,
    summaryId: summary!.id,
  };
}

/** A user's chats, one that stays and one that does not, and all that is beside them. */
async function fill(disk: EngineOnDisk, userId: UserId, mark: string): Promise<readonly Belongings[]> {
  const { engine, database } = disk;
  await engine.writePrompt({ userId, sessionId: null, text: `${mark} prompt of all` });
  const chats = [await fillChat(disk, userId, mark, false), await fillChat(disk, userId, mark, true)];
  const messages = [{ role: 'user' as const, author: 'Nadia', content: `${mark} lighthouse`, createdAt: 1 }];
  const sessions = ['shared-key', keyOf(mark)].map((key) => ({ key, title: `${mark} imported`, messages }));
  await engine.importSessions({ userId, sessions });
  const wanted = { path: `/${mark}.json`, key: mark, chats: 2, bytes: 1, modifiedAt: 1 };
  await engine.noteImport({ userId, wanted });
  const { id: deletedId } = await engine.createSession({ userId, recallScope: 'user' });
  await appendTurn({ engine, userId, sessionId: deletedId }, { text: `${mark} lighthouse, deleted` });
  await engine.deleteSession({ userId, sessionId: deletedId });
  const [forget] = await engine.listForgets({ userId });
  const { sessionId, questionId } = chats[0]!;
  const home = { attribute: 'home', value: mark, text: `Lives in ${mark}` } as const;
  const fact = { ...home, state: 'holds', from: null, to: null, confidence: 1 } as const;
  const facts = [{ fact, evidence: [questionId] }];
  await engine.learnFacts({ userId, sessionId, throughSeq: 1, origin: 'model', facts });
  const { facts: known } = await engine.readProfile({ userId });
  const [preset] = await engine.savePreset({ userId, id: null, name: mark, text: `${mark} preset` });
  const words = `${mark} case`;
  const [kept] = await engine.addCase({ userId, replyId: chats[0]!.replyId, expectedId: null, words });
  const [job] = await engine.listJobs({ userId });
  database.prepare(`UPDATE jobs SET state = 'dead' WHERE id = ?`).run(job!.id);
  const ids = {
    jobId: job!.id as JobId,
    deletedId,
    forgetId: forget!.id,
    factId: known[0]!.id,
    presetId: preset!.id,
    caseId: kept!.id,
  };
  return chats.map((chat) => ({ ...chat, ...ids }));
}

/** Everything a user has on disk, and what can be read of a chat in memory. */
async function dump({ engine, database }: EngineOnDisk, userId: UserId, sessionId: SessionId) {
  const where = { userId, sessionId };
  const tables = [
    'sessions',
    'messages',
    'summaries',
    'snapshots',
    'jobs',
    'chunks',
    'drafts',
    'draft_files',
    'prompts',
    'presets',
    'recall_cases',
    'facts',
    'forgets',
  ];
  const vectors = `SELECT count(*) FROM vectors v JOIN chunks c ON c.id = v.chunk_id WHERE c.user_id = ?`;
  return [
    tables.map((table) => database.prepare(`SELECT * FROM ${table} WHERE user_id = ?`).all(userId)),
    database.prepare(vectors).pluck().get(userId),
    await engine.getSession(where),
    await engine.pageMessages({ ...where, anchor: { kind: 'newest' }, limit: 100 }),
    await engine.readSnapshots({ ...where, turnIds: null }),
    await engine.listSummaries(where),
    await engine.readDraft(where),
    await engine.readPrompt(where),
    await engine.unfinishedImport({ userId }),
  ];
}

describe('no call made for one user', () => {
  it(
    'returns or changes anything of another, whatever ids it names, on disk or in memory',
    { timeout: 120_000 },
    async () => {
      const disk = await openEngineOnDisk();
      const allTheirs = await fill(disk, disk.userId, secret);
      const allMine = await fill(disk, disk.addUser('Somebody else'), 'Well,');
      const state = () =>
        Promise.all(allTheirs.map(({ userId, sessionId }) => dump(disk, userId, sessionId)));
      const before = await state();
      expect(JSON.stringify(before)).toContain(secret);
      for (const method of engineMethods) {
        for (const theirs of allTheirs) {
          for (const mine of allMine) {
            const answers = await Promise.all(
              probes[method](disk.engine, mine.userId, theirs, mine).map((answer) =>
                answer.catch((error: unknown) => {
                  expect(error, method).toBeInstanceOf(AppError);
                  expect(error, method).toMatchObject({ kind: 'not-found' });
                  return null;
                }),
              ),
            );
            const returned = JSON.stringify(answers, (key, value: unknown) =>
              key === 'query' ? null : value,
            );
            expect(returned, method).not.toContain(secret);
            const { questionId, replyId, streamingId, sessionId, turnId, userId } = theirs;
            for (const id of [questionId, replyId, streamingId, sessionId, turnId, userId]) {
              expect(returned, method).not.toContain(id);
            }
          }
        }
        expect(await state(), method).toEqual(before);
      }
    },
  );
});
