import type { MessageId, SessionId, TurnId } from '../../shared/model/ids';
import type { Engine, EngineMethod } from '../memory/ports/engine';

type Input<Method extends EngineMethod> = Parameters<Engine[Method]>[0];

/** What is remembered of temporary turns, whose later calls do not name their session. */
export interface KnownTurns {
  sessionOfReply(replyId: MessageId): SessionId | null;
  sessionOfTurn(turnId: TurnId): SessionId | null;
}

/** The session a call is about; null where it is about none, or about all. */
type Route<Method extends EngineMethod> = (input: Input<Method>, known: KnownTurns) => SessionId | null;

/** A call that names its session must go by it: a route that gives none does not fit. */
type RouteOf<Method extends EngineMethod> =
  Input<Method> extends { readonly sessionId: SessionId }
    ? (input: Input<Method>) => SessionId
    : Route<Method>;

const bySession = <Id extends SessionId | null>({ sessionId }: { readonly sessionId: Id }): Id => sessionId;
const byPlan = ({ plan }: { readonly plan: { readonly sessionId: SessionId } }): SessionId => plan.sessionId;
const byReply = ({ replyId }: { readonly replyId: MessageId }, known: KnownTurns): SessionId | null =>
  known.sessionOfReply(replyId);
const byTurn = ({ turnId }: { readonly turnId: TurnId }, known: KnownTurns): SessionId | null =>
  known.sessionOfTurn(turnId);
/** What concerns the program, all chats, or chats that come to stay. */
const main = (): null => null;

/** How to tell which session each call is about; a new operation of the engine fails the build until it is here. */
export const temporaryRoutes: { readonly [Method in EngineMethod]: RouteOf<Method> } = {
  defaultUser: main,
  createUser: main,
  listUsers: main,
  renameUser: main,
  activateUser: main,
  deleteUser: main,
  restoreUser: main,
  eraseDeletedUsers: main,
  listSessions: main,
  createSession: main,
  searchSessions: main,
  getSession: bySession,
  updateSession: bySession,
  deleteSession: bySession,
  restoreSession: bySession,
  readDraft: bySession,
  writeDraft: bySession,
  listDraftFiles: bySession,
  attachFile: bySession,
  detachFile: bySession,
  readDraftFiles: bySession,
  readPrompt: bySession,
  writePrompt: bySession,
  // Presets are the user's, whichever chat they are used in.
  listPresets: main,
  savePreset: main,
  deletePreset: main,
  beginTurn: bySession,
  retryTurn: bySession,
  editTurn: bySession,
  regenerateTurn: bySession,
  stepVersion: bySession,
  setPinned: bySession,
  setExcluded: bySession,
  copyChat: bySession,
  addCopy: main,
  supersedeReply: bySession,
  readFirstAnswer: bySession,
  forgetMessages: bySession,
  undoForget: bySession,
  eraseForgotten: main,
  listForgets: main,
  forgetPlaces: bySession,
  dismissForget: bySession,
  checkpointReply: byReply,
  finishReply: byReply,
  beginToolCalls: bySession,
  markToolCall: bySession,
  finishToolCall: bySession,
  isToolAllowed: bySession,
  findMessage: bySession,
  pageMessages: bySession,
  searchMessages: bySession,
  // What a temporary chat says is found in no search.
  searchAll: main,
  readDetail: main,
  countImported: main,
  findImported: main,
  importSessions: main,
  noteImport: main,
  unfinishedImport: main,
  listExported: main,
  exportChat: bySession,
  exportMessages: bySession,
  listAuthors: bySession,
  recall: bySession,
  searchMemory: bySession,
  buildContext: bySession,
  previewContext: bySession,
  completeSnapshot: byTurn,
  readSnapshots: bySession,
  countTokens: main,
  planSummary: bySession,
  extractSummary: main,
  commitSummary: byPlan,
  listSummaries: bySession,
  previewFold: bySession,
  readSummaries: bySession,
  diffSummary: bySession,
  editSummary: bySession,
  rollBackSummary: bySession,
  planScore: bySession,
  coverSummary: main,
  storeScore: bySession,
  planRetry: bySession,
  readProfile: main,
  planDistil: bySession,
  extractFacts: main,
  learnFacts: bySession,
  enqueueDistil: main,
  // Only turns that are kept are asked again.
  listPastTurns: main,
  replayTurn: main,
  readQuestion: main,
  listCases: main,
  addCase: main,
  deleteCase: main,
  readCase: main,
  runCase: main,
  // What is not kept needs no hygiene.
  scanHygiene: main,
  mendHygiene: main,
  undoHygiene: main,
  mendFacts: main,
  undoMendFacts: main,
  // Floors are measured on what is kept.
  drawProbes: main,
  askProbe: main,
  storeFloor: main,
  readFloors: main,
  enqueueFloors: main,
  editFact: main,
  pinFact: main,
  addFact: main,
  restoreFact: main,
  deleteFact: main,
  pendingChunks: bySession,
  storeVectors: bySession,
  pendingSentences: bySession,
  storeSentences: bySession,
  enqueueMissingVectors: main,
  countMissingVectors: main,
  claimJob: main,
  completeJob: main,
  failJob: main,
  postponeJob: main,
  releaseJob: main,
  nextJobAt: main,
  countJobs: main,
  listJobs: main,
  retryJob: main,
  recordCost: bySession,
  stoppedWork: bySession,
  retryStopped: main,
  registryStatus: main,
  readHealth: bySession,
  readStorage: main,
  readSpending: main,
  readSettings: main,
  writeSettings: main,
  warmUp: main,
  checkDatabase: main,
  listBackups: main,
  backUp: main,
  previewBackup: main,
  deleteBackup: main,
  requestRestore: main,
  writeArchive: main,
  copyProgress: main,
  cancelCopy: main,
  unfinishedCopy: main,
  bringArchive: main,
  renewSearchText: main,
  close: main,
};
