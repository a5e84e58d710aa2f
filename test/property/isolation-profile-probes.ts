import type { ProfileStore } from '../../src/main/memory/ports/profile-store';
import type { MessageId } from '../../src/shared/model/ids';
import { sampleId } from '../renderer/samples';
import type { Probe } from './isolation-probes';

const mineId = sampleId(3, 1) as MessageId;
const fact = {
  attribute: 'home',
  value: 'Mine',
  text: 'Lives in Mine',
  state: 'holds',
  from: null,
  to: null,
  confidence: 1,
} as const;

/** What one user may try with what is known of another. */
export const profileProbes: { readonly [Method in keyof ProfileStore]: Probe } = {
  readProfile: (engine, userId) => [engine.readProfile({ userId })],
  planDistil: (engine, userId, { sessionId }) => [engine.planDistil({ userId, sessionId })],
  extractFacts: (engine) => [
    engine.extractFacts({ messages: [{ id: mineId, content: 'I live in Porto.', createdAt: 1 }] }),
  ],
  learnFacts: (engine, userId, theirs, mine) =>
    [theirs, mine].map(({ sessionId }) =>
      engine.learnFacts({
        userId,
        sessionId,
        throughSeq: 1,
        origin: 'model',
        facts: [{ fact, evidence: [theirs.questionId] }],
      }),
    ),
  enqueueDistil: (engine, userId) => [engine.enqueueDistil({ userId })],
  editFact: (engine, userId, { factId }) => [engine.editFact({ userId, factId, text: 'Mine' })],
  pinFact: (engine, userId, { factId }) => [engine.pinFact({ userId, factId, pinned: true })],
  addFact: (engine, userId, { questionId }) => [
    engine.addFact({ userId, messageId: questionId, text: 'Mine' }),
  ],
  restoreFact: (engine, userId, { factId }) => [engine.restoreFact({ userId, factId })],
  deleteFact: (engine, userId, { factId }) => [engine.deleteFact({ userId, factId })],
};
