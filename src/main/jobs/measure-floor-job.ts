import { withoutNames } from '../memory/ranking/named-speakers';
import type { Embedder } from '../memory/ports/embedder';
import type { FloorProbe, FloorStore } from '../memory/ports/floor-store';
import type { MemoryReader, QueryVector } from '../memory/ports/recall';
import type { SessionId, UserId } from '../../shared/model/ids';
import { embedTexts } from './embed-texts';
import type { JobHandler } from './job-handler';

/** What the job needs. */
export interface MeasureFloorOptions {
  readonly store: Pick<FloorStore, 'drawProbes' | 'askProbe' | 'storeFloor'> &
    Pick<MemoryReader, 'listAuthors'>;
  readonly embedder: (about: { readonly userId: UserId; readonly sessionId: SessionId }) => Embedder;
  /** In [0, 1). */
  readonly random: () => number;
}

/**
 * Measures from which score on a recalled message is likely no accident, on the user's own messages: by words, then
 * with the embedder in use. One probe at a time, so that a question never waits for more than one; their vectors before
 * all, as background work, which leaves a server's allowance to the turn.
 */
export function createMeasureFloorJob(options: MeasureFloorOptions): JobHandler {
  const { store } = options;
  return async ({ userId, sessionId }, signal) => {
    const embedder = options.embedder({ userId, sessionId });
    const drawn = await store.drawProbes({ userId, seed: options.random() * 2 ** 31 });
    const authors = await store.listAuthors({ userId, sessionId });
    const measure = async (vectorOf: (index: number) => QueryVector): Promise<readonly FloorProbe[]> => {
      const probes: FloorProbe[] = [];
      for (const [index, probe] of drawn.entries()) {
        signal.throwIfAborted();
        const asked = await store.askProbe({ userId, probe, queryVector: vectorOf(index) });
        if (asked !== null) probes.push(asked);
      }
      return probes;
    };
    const byWords = await measure(() => ({ kind: 'none', reason: null }));
    await store.storeFloor({ userId, embedder: null, probes: byWords });
    const queries = drawn.map(({ query }) => withoutNames(query, authors));
    const vectors = await embedTexts(embedder, queries, signal);
    const byMeaning = await measure((index) => {
      const values = vectors[index];
      return values === undefined
        ? { kind: 'none', reason: null }
        : { kind: 'vector', model: embedder.model, values };
    });
    await store.storeFloor({ userId, embedder: embedder.model, probes: byMeaning });
  };
}
