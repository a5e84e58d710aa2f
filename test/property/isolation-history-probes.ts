import type { BranchStore, ChatCopy } from '../../src/main/memory/ports/branch-store';
import type { ForgetStore } from '../../src/main/memory/ports/forget-store';
import type { MessageId, SessionId, UserId } from '../../src/shared/model/ids';
import { newTurnId } from '../fakes/whole-turn';
import type { Probe } from './isolation-probes';

const begin = (userId: UserId, sessionId: SessionId, messageId: MessageId) => ({
  userId,
  sessionId,
  messageId,
  turnId: newTurnId(),
  replyProvenance: 'model' as const,
  model: 'm',
});

const copyNaming = (originId: MessageId): ChatCopy => ({
  title: 'Mine',
  recallScope: 'user',
  strategy: 'hybrid',
  temporary: false,
  messages: [
    {
      role: 'user',
      author: null,
      content: 'Mine',
      state: 'done',
      provenance: 'typed',
      error: null,
      createdAt: 1,
      pinned: false,
      excluded: false,
      originId,
      model: null,
      metadata: null,
    },
  ],
});

/** What one user may try with another's versions, and with what another deleted. */
export const historyProbes: {
  readonly [Method in keyof BranchStore | Exclude<keyof ForgetStore, 'eraseForgotten'>]: Probe;
} = {
  editTurn: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.editTurn({ ...begin(userId, sessionId, theirs.questionId), text: 'Mine' }),
    ),
  regenerateTurn: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => engine.regenerateTurn(begin(userId, sessionId, theirs.replyId))),
  stepVersion: (engine, userId, theirs, mine) =>
    [theirs, mine].flatMap(({ sessionId }) =>
      ([1, -1] as const).map((step) =>
        engine.stepVersion({ userId, sessionId, messageId: theirs.replyId, step }),
      ),
    ),
  setPinned: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.setPinned({ userId, sessionId, messageId: theirs.replyId, pinned: true }),
    ),
  setExcluded: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.setExcluded({ userId, sessionId, messageId: theirs.replyId, excluded: true }),
    ),
  copyChat: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) => engine.copyChat({ userId, sessionId, messageId: theirs.replyId })),
  // A copy is made of what the user was given; a message named as its origin gives nothing away.
  addCopy: (engine, userId, theirs) => [engine.addCopy({ userId, copy: copyNaming(theirs.replyId) })],
  forgetMessages: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.forgetMessages({ userId, sessionId, firstId: theirs.questionId, lastId: theirs.replyId }),
    ),
  undoForget: (engine, userId, { forgetId, deletedId: sessionId }) => [
    engine.undoForget({ userId, sessionId, forgetId }),
  ],
  listForgets: (engine, userId) => [engine.listForgets({ userId })],
  forgetPlaces: (engine, userId, { forgetId, deletedId: sessionId, questionId }) => [
    engine.forgetPlaces({ userId, sessionId, forgetId, placeIds: [`message:messages:${questionId}`] }),
  ],
  dismissForget: (engine, userId, { forgetId, deletedId: sessionId }) => [
    engine.dismissForget({ userId, sessionId, forgetId }),
  ],
};
