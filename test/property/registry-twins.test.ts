import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registryLimits } from '../../src/main/engine/session-memories';
import type { Engine } from '../../src/main/memory/ports/engine';
import type { SessionId, UserId } from '../../src/shared/model/ids';
import { hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { askTurn, summariseOnce } from '../fakes/whole-turn';
import { distinctWord } from './random-words';
import { openTwin } from './twin-engines';

const users = 20;
const sessionsOfEach = 50;
const model = 'fake-8';
const settings = testSettings({ bufferMessageLimit: 4 });

interface Place {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/** Something done to a session; what it answers is compared. */
type Act = (engine: Engine, place: Place, word: string) => Promise<unknown>;

async function embed(engine: Engine, place: Place): Promise<number> {
  const pending = { ...place, model, limit: 50 };
  const chunks = await engine.pendingChunks(pending);
  const chunkIds = chunks.map(({ chunkId }) => chunkId);
  if (chunks.length > 0) {
    const vectors = chunks.map(({ text }) => hashVector(text, 8));
    await engine.storeVectors({ ...pending, chunkIds, vectors });
  }
  return chunks.length;
}

const acts: Readonly<Record<string, Act>> = {
  ask: async (engine, place, word) => {
    const asked = await askTurn(
      { engine, ...place },
      { text: `${word}, and what of the ${word}?` },
      settings,
    );
    return [asked.recall.candidates, asked.context.messages, asked.snapshot.blocks];
  },
  preview: (engine, place) => engine.previewContext({ ...place, settings }),
  summarise: (engine, place) => summariseOnce({ engine, ...place }, settings),
  embed,
  recall: (engine, place, word) => {
    const queryVector = { kind: 'vector', model, values: hashVector(word, 8) } as const;
    return engine.recall({ ...place, query: word, queryVector, settings, userMessageId: null });
  },
  recallEverywhere: async (engine, place, word) => {
    await engine.updateSession({ ...place, changes: { recallScope: 'user' } });
    const queryVector = { kind: 'vector', model, values: hashVector(word, 8) } as const;
    return engine.recall({ ...place, query: word, queryVector, settings, userMessageId: null });
  },
  hide: async (engine, place) => {
    await engine.deleteSession(place);
    return engine.restoreSession(place);
  },
  rename: (engine, place, word) => engine.updateSession({ ...place, changes: { title: word } }),
};

const step = fc.record({
  act: fc.constantFrom('ask', 'ask', 'ask', ...Object.keys(acts)),
  session: fc.nat({ max: users * sessionsOfEach - 1 }),
  word: fc.nat({ max: 400 }).map(distinctWord),
});

describe('a session that was evicted and came back', () => {
  it(
    'is the same as its twin that never left: 1,000 sessions of 20 users, at random, with restarts',
    { timeout: 900_000 },
    async () => {
      const twins = [
        await openTwin(registryLimits),
        await openTwin({ sessions: 5_000, bytes: 1e9 }),
      ] as const;
      const both = async <T>(run: (engine: Engine) => Promise<T>): Promise<T> => {
        const [small, large] = [await run(twins[0].engine()), await run(twins[1].engine())];
        expect(small).toEqual(large);
        return small;
      };
      const places: Place[] = [];
      for (let user = 0; user < users; user += 1) {
        const { id: userId } = await both((engine) => engine.createUser({ name: `User ${String(user)}` }));
        for (let index = 0; index < sessionsOfEach; index += 1) {
          const { id } = await both((engine) => engine.createSession({ userId, recallScope: 'session' }));
          const place = { userId, sessionId: id };
          places.push(place);
          await both((engine) => acts['ask']!(engine, place, distinctWord(places.length)));
        }
      }
      const seed = 20_260_302;
      const steps = fc.sample(step, { numRuns: 1_500, seed });
      for (const [number, { act, session, word }] of steps.entries()) {
        if (number % 500 === 250) for (const twin of twins) await twin.restart();
        const place = places[session]!;
        await both((engine) => acts[act]!(engine, place, word));
      }
      for (const place of places) await both((engine) => engine.previewContext({ ...place, settings }));
      const status = { userId: places.at(-1)!.userId, settings };
      const [small, large] = await Promise.all(twins.map((twin) => twin.engine().registryStatus(status)));
      expect(small).toMatchObject({ active: 100, maxActive: 100 });
      expect(small!.evictions).toBeGreaterThan(900);
      expect(large).toMatchObject({ active: 1_000, evictions: 0 });
      // What is held of a session is the same; which index happens to be open is not part of its state.
      const state = ({ sessions }: typeof small & object) =>
        new Map(
          sessions.map(({ indexedVectors: _open, indexBytes: _bytes, ...rest }) => [rest.sessionId, rest]),
        );
      const full = state(large!);
      for (const [id, held] of state(small!)) expect(held).toEqual(full.get(id));
      for (const twin of twins) await twin.close();
    },
  );
});
