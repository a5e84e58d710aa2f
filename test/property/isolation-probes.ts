import type { Engine, EngineMethod } from '../../src/main/memory/ports/engine';
import type { SummaryPlan } from '../../src/main/memory/ports/summary-store';
import type {
  FactId,
  JobId,
  MessageId,
  SessionId,
  SummaryId,
  TurnId,
  UserId,
} from '../../src/shared/model/ids';
import { floorProbes } from './isolation-floor-probes';
import { toolProbes } from './tool-probes';
import { newTurnId } from '../fakes/whole-turn';
import { historyProbes } from './isolation-history-probes';
import { importProbes } from './isolation-import-probes';
import { profileProbes } from './isolation-profile-probes';
import { summaryProbes } from './isolation-summary-probes';
import { contextProbes } from './isolation-context-probes';
import { secret, settings } from './isolation-settings';
import { replayProbes } from './isolation-replay-probes';
import { vectorProbes } from './isolation-vector-probes';
import { writingProbes } from './isolation-writing-probes';

/** One chat of a user, and a job of that user. */
export interface Belongings {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly questionId: MessageId;
  readonly replyId: MessageId;
  readonly streamingId: MessageId;
  readonly turnId: TurnId;
  readonly jobId: JobId;
  /** A chat that was deleted and can still be brought back. */
  readonly deletedId: SessionId;
  readonly forgetId: string;
  readonly draftFileId: string;
  readonly presetId: string;
  readonly caseId: string;
  readonly chunkIds: readonly number[];
  readonly plan: SummaryPlan;
  readonly summaryId: SummaryId;
  readonly factId: FactId;
}

/** Calls with the ids of another; what they answer. */
export type Probe = (
  engine: Engine,
  me: UserId,
  theirs: Belongings,
  mine: Belongings,
) => readonly Promise<unknown>[];

const question = 'When was the blue lighthouse of Porto painted?';
/** Calls of the program itself: they name no user, or answer nothing of one. */
const ofTheProgram: Probe = () => [];

/** What one user may try with another's ids, for every operation there is. */
export const probes: { readonly [Method in EngineMethod]: Probe } = {
  defaultUser: ofTheProgram,
  claimJob: ofTheProgram,
  completeJob: ofTheProgram,
  failJob: ofTheProgram,
  postponeJob: ofTheProgram,
  readSpending: ofTheProgram,
  releaseJob: ofTheProgram,
  nextJobAt: ofTheProgram,
  readSettings: ofTheProgram,
  writeSettings: ofTheProgram,
  warmUp: ofTheProgram,
  checkDatabase: ofTheProgram,
  // Copies of everything: how much is in them is told, and not whose it is.
  listBackups: ofTheProgram,
  backUp: ofTheProgram,
  previewBackup: ofTheProgram,
  deleteBackup: ofTheProgram,
  requestRestore: ofTheProgram,
  writeArchive: ofTheProgram,
  copyProgress: ofTheProgram,
  cancelCopy: ofTheProgram,
  unfinishedCopy: ofTheProgram,
  bringArchive: ofTheProgram,
  renewSearchText: ofTheProgram,
  close: ofTheProgram,
  eraseForgotten: ofTheProgram,
  createUser: ofTheProgram,
  // Names of users, which the switcher shows; what is done to one is done by whoever sits at the screen.
  listUsers: ofTheProgram,
  renameUser: ofTheProgram,
  activateUser: ofTheProgram,
  deleteUser: ofTheProgram,
  restoreUser: ofTheProgram,
  eraseDeletedUsers: ofTheProgram,
  enqueueMissingVectors: ofTheProgram,
  retryStopped: ofTheProgram,
  ...floorProbes,
  listExported: (engine, userId) => [engine.listExported({ userId })],
  exportChat: (engine, userId, { sessionId }) => [engine.exportChat({ userId, sessionId })],
  exportMessages: (engine, userId, { sessionId }) => [
    engine.exportMessages({ userId, sessionId, after: 0, limit: 500 }),
  ],
  extractSummary: (engine, _me, _theirs, mine) => [
    engine.extractSummary({ plan: mine.plan, model: 'gpt-4o' }),
  ],
  countTokens: (engine) => [engine.countTokens({ text: question, model: 'gpt-4o' })],
  listSessions: (engine, userId) => [engine.listSessions({ userId, cursor: null, limit: 50 })],
  createSession: (engine, userId) =>
    [true, false].map((temporary) => engine.createSession({ userId, recallScope: 'user', temporary })),
  getSession: (engine, userId, { sessionId }) => [engine.getSession({ userId, sessionId })],
  updateSession: (engine, userId, { sessionId }) => [
    engine.updateSession({ userId, sessionId, changes: { title: 'Mine now' } }),
  ],
  deleteSession: (engine, userId, { sessionId }) => [engine.deleteSession({ userId, sessionId })],
  restoreSession: (engine, userId, { sessionId }) => [engine.restoreSession({ userId, sessionId })],
  searchSessions: (engine, userId) =>
    ['lighthouse', secret].map((query) => engine.searchSessions({ userId, query, limit: 100 })),
  readDraft: (engine, userId, { sessionId }) => [engine.readDraft({ userId, sessionId })],
  writeDraft: (engine, userId, { sessionId }) =>
    ['Mine', ''].map((text) => engine.writeDraft({ userId, sessionId, text })),
  readPrompt: (engine, userId, { sessionId }) =>
    [sessionId, null].map((scope) => engine.readPrompt({ userId, sessionId: scope })),
  writePrompt: (engine, userId, { sessionId }) =>
    [sessionId, null].map((scope) => engine.writePrompt({ userId, sessionId: scope, text: 'Mine' })),
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
  retryTurn: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.retryTurn({
        userId,
        sessionId,
        replyId: theirs.replyId,
        turnId: newTurnId(),
        keepText: true,
        replyProvenance: 'model',
        model: 'm',
      }),
    ),
  supersedeReply: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.supersedeReply({ userId, sessionId, replyId: theirs.streamingId, content: 'mine' }),
    ),
  readFirstAnswer: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.readFirstAnswer({ userId, sessionId, turnId: theirs.turnId }),
    ),
  ...historyProbes,
  checkpointReply: (engine, userId, { streamingId }) => [
    engine.checkpointReply({ userId, replyId: streamingId, content: 'mine' }),
  ],
  finishReply: (engine, userId, { streamingId }) => [
    engine.finishReply({ userId, replyId: streamingId, content: 'mine', state: 'done', error: null }),
  ],
  ...toolProbes,
  ...writingProbes,
  ...replayProbes,
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
  searchAll: (engine, userId, { sessionId }) =>
    [
      { query: 'lighthouse', sessionId: null },
      { query: 'li', sessionId: null },
      { query: secret, sessionId: null },
      { query: secret, sessionId },
    ].map(({ query, sessionId: within }) =>
      engine.searchAll({ userId, query, filters: { sessionId: within, role: null, since: 0 }, limit: 100 }),
    ),
  readDetail: (engine, userId, theirs, mine) =>
    [theirs, mine].flatMap(({ questionId, replyId }) =>
      [questionId, replyId].map((messageId) => engine.readDetail({ userId, messageId })),
    ),
  ...importProbes,
  listAuthors: (engine, userId, theirs, mine) =>
    [mine.sessionId, theirs.sessionId].map((sessionId) => engine.listAuthors({ userId, sessionId })),
  ...contextProbes,
  completeSnapshot: (engine, userId, { turnId }) => [
    engine.completeSnapshot({ userId, turnId, latencies: [], tokensReported: { prompt: 1, completion: 1 } }),
  ],
  readSnapshots: (engine, userId, theirs, mine) => [
    engine.readSnapshots({ userId, sessionId: theirs.sessionId, turnIds: null }),
    engine.readSnapshots({ userId, sessionId: mine.sessionId, turnIds: [theirs.turnId] }),
  ],
  previewContext: (engine, userId, { sessionId }) => [engine.previewContext({ userId, sessionId, settings })],
  ...summaryProbes,
  ...profileProbes,
  ...vectorProbes,
  readHealth: (engine, userId, { sessionId }) =>
    [sessionId, null].map((scope) => engine.readHealth({ userId, sessionId: scope, turns: 100 })),
  readStorage: (engine, userId) => [engine.readStorage({ userId })],
  recordCost: (engine, userId, { sessionId, turnId }) => [
    engine.recordCost({
      userId,
      sessionId,
      turnId,
      kind: 'reply',
      model: 'gpt-4o',
      isLocal: false,
      promptTokens: 1,
      completionTokens: 1,
      reported: true,
    }),
  ],
  registryStatus: (engine, userId) => [engine.registryStatus({ userId, settings })],
  countJobs: (engine, userId) => [engine.countJobs({ userId })],
  listJobs: (engine, userId) => [engine.listJobs({ userId })],
  retryJob: (engine, userId, { jobId }) => [engine.retryJob({ userId, jobId })],
  stoppedWork: (engine, userId, { sessionId }) =>
    (['score', 'summarise'] as const).map((kind) => engine.stoppedWork({ userId, sessionId, kind })),
};
