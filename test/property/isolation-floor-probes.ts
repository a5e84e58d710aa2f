import { hashVector } from '../fakes/fake-embedder';
import type { Probe } from './isolation-probes';
import { secret } from './isolation-settings';

/** Floors rest on a user's own messages and say nothing of another's. */
export const floorProbes: {
  readonly [Method in 'drawProbes' | 'askProbe' | 'storeFloor' | 'readFloors' | 'enqueueFloors']: Probe;
} = {
  drawProbes: (engine, userId) => [1, 2, 3].map((seed) => engine.drawProbes({ userId, seed })),
  askProbe: (engine, userId, { questionId }) => {
    const probe = { messageId: questionId, query: `The lighthouse of Porto ${secret}` };
    const values = hashVector(probe.query, 64);
    return [
      engine.askProbe({ userId, probe, queryVector: { kind: 'none', reason: null } }),
      engine.askProbe({ userId, probe, queryVector: { kind: 'vector', model: 'fake', values } }),
    ];
  },
  storeFloor: (engine, userId) => [engine.storeFloor({ userId, embedder: null, probes: [] })],
  readFloors: (engine, userId) => [engine.readFloors({ userId, embedder: 'fake' })],
  enqueueFloors: (engine, userId) => [engine.enqueueFloors({ userId, embedder: 'fake-8' })],
};
