import type { MemoryReader } from '../../src/main/memory/ports/recall';
import { hashVector } from '../fakes/fake-embedder';
import { newTurnId } from '../fakes/whole-turn';
import type { Probe } from './isolation-probes';
import { secret, settings, vectorModel } from './isolation-settings';

const vector = { kind: 'vector', model: vectorModel, values: hashVector('lighthouse', 8) } as const;
const question = 'When was the blue lighthouse of Porto painted?';

/** What one user may try with another's messages in recall and context. */
export const contextProbes: {
  readonly [Method in keyof Pick<MemoryReader, 'recall' | 'searchMemory' | 'buildContext'>]: Probe;
} = {
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
  searchMemory: (engine, userId, theirs, mine) =>
    [null, mine.sessionId, theirs.sessionId].flatMap((sessionId) =>
      [vector, { kind: 'none', reason: null } as const].map((queryVector) =>
        engine.searchMemory({ userId, sessionId, query: `${question} ${secret}`, queryVector, limit: 20 }),
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
        continues: null,
        settings,
        latencies: [],
      }),
    ),
};
