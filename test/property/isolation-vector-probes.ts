import { sentenceModel } from '../fakes/embed-sentences';
import { hashVector } from '../fakes/fake-embedder';
import type { Probe } from './isolation-probes';

/** What is to be embedded is told to its user alone, and vectors go to nobody else's chunks. */
export const vectorProbes: {
  readonly [
    Method in 'pendingChunks' | 'storeVectors' | 'pendingSentences' | 'storeSentences' | 'countMissingVectors'
  ]: Probe;
} = {
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
  pendingSentences: (engine, userId, { sessionId }) => [
    engine.pendingSentences({ userId, sessionId, model: sentenceModel, after: 0, limit: 100 }),
  ],
  storeSentences: (engine, userId, theirs, mine) =>
    [theirs.sessionId, mine.sessionId].map((sessionId) =>
      engine.storeSentences({
        userId,
        sessionId,
        model: sentenceModel,
        chunks: theirs.chunkIds.map((chunkId) => ({ chunkId, asks: [false], vectors: [hashVector('x', 8)] })),
      }),
    ),
  countMissingVectors: (engine, userId) => [engine.countMissingVectors({ userId, model: 'another' })],
};
