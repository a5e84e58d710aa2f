import { newTurnId } from '../fakes/whole-turn';
import type { Probe } from './isolation-probes';

/** What one user may try with another's tool calls. */
export const toolProbes = {
  beginToolCalls: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.beginToolCalls({
        userId,
        sessionId,
        turnId: newTurnId(),
        replyId: theirs.streamingId,
        content: 'mine',
        calls: [{ id: 'call', name: 'calculate', arguments: '{}', provenance: 'tool' }],
        model: 'm',
      }),
    ),
  markToolCall: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.markToolCall({
        userId,
        sessionId,
        messageId: theirs.questionId,
        status: 'running',
        answer: 'always',
      }),
    ),
  finishToolCall: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.finishToolCall({
        userId,
        sessionId,
        messageId: theirs.streamingId,
        content: 'mine',
        status: 'done',
        answer: null,
        ms: 1,
      }),
    ),
  isToolAllowed: (engine, userId, { sessionId }) => [
    engine.isToolAllowed({ userId, sessionId, name: 'pin_message' }),
  ],
  findMessage: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.findMessage({ userId, sessionId, messageId: theirs.questionId }),
    ),
} satisfies Readonly<Record<string, Probe>>;
