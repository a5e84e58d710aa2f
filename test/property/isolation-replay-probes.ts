import type { Probe } from './isolation-probes';
import { settings } from './isolation-settings';

const none = { kind: 'none', reason: null } as const;

/** What one user may try with another's turns and cases. */
export const replayProbes = {
  listPastTurns: (engine, userId, { sessionId }) => [
    engine.listPastTurns({ userId, sessionId, limit: 10 }),
    engine.listPastTurns({ userId, sessionId: null, limit: 10 }),
  ],
  replayTurn: (engine, userId, { turnId }) => [
    engine.replayTurn({ userId, turnId, settings, queryVector: none, looksAgain: false }),
  ],
  readQuestion: (engine, userId, { turnId }) => [engine.readQuestion({ userId, turnId })],
  listCases: (engine, userId) => [engine.listCases({ userId })],
  addCase: (engine, userId, theirs, mine) => [
    engine.addCase({ userId, replyId: theirs.replyId, expectedId: null, words: 'lighthouse' }),
    engine.addCase({ userId, replyId: mine.replyId, expectedId: theirs.questionId, words: null }),
  ],
  deleteCase: (engine, userId, { caseId }) => [engine.deleteCase({ userId, id: caseId })],
  readCase: (engine, userId, { caseId }) => [engine.readCase({ userId, id: caseId })],
  runCase: (engine, userId, { caseId }) => [
    engine.runCase({ userId, id: caseId, settings, queryVector: none, looksAgain: false }),
  ],
} as const satisfies Readonly<Record<string, Probe>>;
