import { describe, expect, it } from 'vitest';
import type { Engine, EngineMethod } from '../../src/main/memory/ports/engine';
import { engineMethods } from '../../src/main/memory/ports/engine-methods';
import type { SummaryPlan } from '../../src/main/memory/ports/summary-store';
import { AppError } from '../../src/shared/errors';
import type { JobId, MessageId, SessionId, TurnId, UserId } from '../../src/shared/model/ids';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { askTurn, newTurnId, summariseOnce } from '../fakes/whole-turn';

const settings = testSettings({ bufferMessageLimit: 4 });
const vectorModel = 'fake-8';
const secret = 'zqsecretkx';

/** Everything one user has. */
interface Belongings {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly questionId: MessageId;
  readonly replyId: MessageId;
  readonly streamingId: MessageId;
  readonly turnId: TurnId;
  readonly jobId: JobId;
  readonly chunkIds: readonly number[];
  readonly plan: SummaryPlan;
}

async function fill(
  { engine, database, clock }: EngineOnDisk,
  userId: UserId,
  mark: string,
): Promise<Belongings> {
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'user' });
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
  const asked = await askTurn(place, { text: `${mark} When was the lighthouse painted?` }, settings);
  const key = 'shared-key';
  const messages = [{ role: 'user' as const, author: 'Nadia', content: `${mark} lighthouse`, createdAt: 1 }];
  await engine.importSessions({ userId, sessions: [{ key, title: `${mark} imported`, messages }] });
  const chunks = await engine.pendingChunks({ ...where, model: vectorModel, limit: 100 });
  const chunkIds = chunks.map((chunk) => chunk.chunkId);
  await engine.storeVectors({
    ...where,
    model: vectorModel,
    chunkIds,
    vectors: chunks.map((chunk) => hashVector(chunk.text, 8)),
  });
  const turnId = newTurnId();
  const begin = { ...where, turnId, text: `${mark} And the lighthouse now?`, model: 'gpt-4o' };
  const streaming = await engine.beginTurn({ ...begin, replyProvenance: 'model' });
  const [job] = await engine.listJobs({ userId });
  database.prepare(`UPDATE jobs SET state = 'dead' WHERE id = ?`).run(job!.id);
  return {
    ...where,
    questionId: asked.questionId,
    replyId: asked.replyId,
    streamingId: streaming.reply.id,
    turnId: asked.turnId,
    jobId: job!.id as JobId,
    chunkIds,
    plan,
  };
}

type Probe = (
  engine: Engine,
  me: UserId,
  theirs: Belongings,
  mine: Belongings,
) => readonly Promise<unknown>[];

const vector = { kind: 'vector', model: vectorModel, values: hashVector('lighthouse', 8) } as const;
const question = 'When was the blue lighthouse of Porto painted?';
/** Calls of the program itself: they name no user, or answer nothing of one. */
const ofTheProgram: Probe = () => [];

/** What one user may try with another's ids, for every operation there is. */
const probes: { readonly [Method in EngineMethod]: Probe } = {
  defaultUser: ofTheProgram,
  claimJob: ofTheProgram,
  completeJob: ofTheProgram,
  failJob: ofTheProgram,
  releaseJob: ofTheProgram,
  nextJobAt: ofTheProgram,
  readSettings: ofTheProgram,
  writeSettings: ofTheProgram,
  warmUp: ofTheProgram,
  checkDatabase: ofTheProgram,
  close: ofTheProgram,
  createUser: ofTheProgram,
  enqueueMissingVectors: ofTheProgram,
  extractSummary: (engine, _me, _theirs, mine) => [
    engine.extractSummary({ plan: mine.plan, model: 'gpt-4o' }),
  ],
  countTokens: (engine) => [engine.countTokens({ text: question, model: 'gpt-4o' })],
  listSessions: (engine, userId) => [engine.listSessions({ userId, cursor: null, limit: 50 })],
  createSession: (engine, userId) => [engine.createSession({ userId, recallScope: 'user' })],
  getSession: (engine, userId, { sessionId }) => [engine.getSession({ userId, sessionId })],
  updateSession: (engine, userId, { sessionId }) => [
    engine.updateSession({ userId, sessionId, changes: { title: 'Mine now' } }),
  ],
  deleteSession: (engine, userId, { sessionId }) => [engine.deleteSession({ userId, sessionId })],
  restoreSession: (engine, userId, { sessionId }) => [engine.restoreSession({ userId, sessionId })],
  beginTurn: (engine, userId, { sessionId }) => [
    engine.beginTurn({
      userId,
      sessionId,
      turnId: newTurnId(),
      text: 'x',
      replyProvenance: 'model',
      model: 'm',
    }),
  ],
  checkpointReply: (engine, userId, { streamingId }) => [
    engine.checkpointReply({ userId, replyId: streamingId, content: 'mine' }),
  ],
  finishReply: (engine, userId, { streamingId }) => [
    engine.finishReply({ userId, replyId: streamingId, content: 'mine', state: 'done', error: null }),
  ],
  pageMessages: (engine, userId, theirs, mine) => [
    engine.pageMessages({ userId, sessionId: theirs.sessionId, anchor: { kind: 'newest' }, limit: 50 }),
    engine.pageMessages({
      userId,
      sessionId: mine.sessionId,
      anchor: { kind: 'around', messageId: theirs.questionId },
      limit: 50,
    }),
  ],
  searchMessages: (engine, userId, { sessionId }) => [
    engine.searchMessages({ userId, sessionId, query: 'lighthouse', limit: 100 }),
    engine.searchMessages({ userId, sessionId: null, query: 'lighthouse', limit: 100 }),
    engine.searchMessages({ userId, sessionId: null, query: 'li', limit: 100 }),
    engine.searchMessages({ userId, sessionId: null, query: secret, limit: 100 }),
  ],
  countImported: (engine, userId) => [engine.countImported({ userId, keys: ['their-key'] })],
  importSessions: (engine, userId) => [
    engine.importSessions({ userId, sessions: [{ key: 'shared-key', title: 'Mine', messages: [] }] }),
  ],
  recall: (engine, userId, theirs, mine) =>
    [mine.sessionId, theirs.sessionId].flatMap((sessionId) =>
      [vector, { kind: 'none', reason: null } as const].map((queryVector) =>
        engine.recall({
          userId,
          sessionId,
          query: `${question} ${secret}`,
          queryVector,
          settings,
          userMessageId: theirs.questionId,
        }),
      ),
    ),
  buildContext: (engine, userId, theirs, mine) =>
    [
      { sessionId: theirs.sessionId, userMessageId: mine.questionId },
      { sessionId: mine.sessionId, userMessageId: theirs.questionId },
    ].map((ids) =>
      engine.buildContext({
        ...ids,
        userId,
        turnId: newTurnId(),
        replyId: theirs.replyId,
        recall: null,
        settings,
        latencies: [],
      }),
    ),
  completeSnapshot: (engine, userId, { turnId }) => [
    engine.completeSnapshot({ userId, turnId, latencies: [], tokensReported: { prompt: 1, completion: 1 } }),
  ],
  readSnapshots: (engine, userId, theirs, mine) => [
    engine.readSnapshots({ userId, sessionId: theirs.sessionId, turnIds: null }),
    engine.readSnapshots({ userId, sessionId: mine.sessionId, turnIds: [theirs.turnId] }),
  ],
  previewContext: (engine, userId, { sessionId }) => [engine.previewContext({ userId, sessionId, settings })],
  planSummary: (engine, userId, { sessionId }) => [engine.planSummary({ userId, sessionId, settings })],
  commitSummary: (engine, userId, theirs, mine) =>
    [theirs.plan, { ...mine.plan, lastMessageId: theirs.plan.lastMessageId }].map((plan) =>
      engine.commitSummary({ userId, plan, text: 'Mine', origin: 'model', model: 'm', settings }),
    ),
  listSummaries: (engine, userId, { sessionId }) => [engine.listSummaries({ userId, sessionId })],
  pendingChunks: (engine, userId, { sessionId }) => [
    engine.pendingChunks({ userId, sessionId, model: 'another', limit: 100 }),
  ],
  storeVectors: (engine, userId, theirs, mine) =>
    [theirs.sessionId, mine.sessionId].map((sessionId) =>
      engine.storeVectors({
        userId,
        sessionId,
        model: 'another',
        chunkIds: theirs.chunkIds,
        vectors: theirs.chunkIds.map(() => hashVector('x', 8)),
      }),
    ),
  listJobs: (engine, userId) => [engine.listJobs({ userId })],
  retryJob: (engine, userId, { jobId }) => [engine.retryJob({ userId, jobId })],
};

describe('no call made for one user', () => {
  it('returns or changes anything of another, whatever ids it names', { timeout: 120_000 }, async () => {
    const disk = await openEngineOnDisk();
    const theirs = await fill(disk, disk.userId, secret);
    const mine = await fill(disk, disk.addUser('Somebody else'), 'Well,');
    const dump = (): unknown =>
      ['sessions', 'messages', 'summaries', 'snapshots', 'jobs', 'chunks'].map((table) =>
        disk.database.prepare(`SELECT * FROM ${table} WHERE user_id = ?`).all(theirs.userId),
      );
    const countVectors = disk.database.prepare('SELECT count(*) FROM vectors').pluck();
    const before = [dump(), countVectors.get()];
    for (const method of engineMethods) {
      const answers = await Promise.all(
        probes[method](disk.engine, mine.userId, theirs, mine).map((answer) =>
          answer.catch((error: unknown) => {
            expect(error, method).toBeInstanceOf(AppError);
            expect(error, method).toMatchObject({ kind: 'not-found' });
            return null;
          }),
        ),
      );
      const returned = JSON.stringify(answers, (key, value: unknown) => (key === 'query' ? null : value));
      expect(returned, method).not.toContain(secret);
      const { questionId, replyId, streamingId, sessionId, turnId, userId } = theirs;
      for (const id of [questionId, replyId, streamingId, sessionId, turnId, userId]) {
        expect(returned, method).not.toContain(id);
      }
      expect([dump(), countVectors.get()], method).toEqual(before);
    }
  });
});
