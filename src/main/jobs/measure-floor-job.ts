import { withoutNames } from '../memory/ranking/named-speakers';
import type { Embedder } from '../memory/ports/embedder';
import type { DrawnProbe, FloorProbe, FloorStore } from '../memory/ports/floor-store';
import type { MemoryReader, QueryVector } from '../memory/ports/recall';
import type { SessionId, UserId } from '../../shared/model/ids';
import { embedTexts } from './embed-texts';
import type { JobHandler } from './job-handler';

/** What the job needs. */
export interface MeasureFloorOptions {
  readonly store: Pick<FloorStore, 'drawProbes' | 'askProbe' | 'storeFloor' | 'readFloors'> &
    Pick<MemoryReader, 'listAuthors'>;
  readonly embedder: (about: { readonly userId: UserId; readonly sessionId: SessionId }) => Embedder;
  /** In [0, 1). */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Of a measurement that is put off again and again, the part by words is done once in so long. */
const byWordsMs = 86_400_000;

/**
 * Measures from which score on a recalled message is likely no accident, on the user's own messages: by words and with the
 * embedder in use. One probe at a time, so that a question never waits for more than one; their vectors before all, as
 * background work, which leaves a server's allowance to the turn.
 */
export function createMeasureFloorJob(options: MeasureFloorOptions): JobHandler {
  const { store } = options;
  return async ({ userId, sessionId }, signal) => {
    const embedder = options.embedder({ userId, sessionId });
    const drawn = await store.drawProbes({ userId, seed: options.random() * 2 ** 31 });
    const authors = await store.listAuthors({ userId, sessionId });
    const queries = drawn.map(({ query }) => withoutNames(query, authors));
    const measure = async (vectors: readonly QueryVector[], of: string | null): Promise<void> => {
      const probes = await askAll(options, { userId, drawn, vectors }, signal);
      await store.storeFloor({ userId, embedder: of, probes });
    };
    const measureByWords = (): Promise<void> =>
      measure(
        drawn.map(() => ({ kind: 'none', reason: null })),
        null,
      );
    try {
      const vectors = await embedTexts(embedder, queries, signal);
      await measureByWords();
      const { model } = embedder;
      await measure(
        vectors.map((values) => ({ kind: 'vector', model, values })),
        model,
      );
    } catch (error) {
      // What goes by words needs no embedder that refuses, or fails.
      const { floors } = await store.readFloors({ userId, embedder: embedder.model });
      const measuredAt = floors.find((floor) => floor.embedder === null)?.measuredAt ?? null;
      const isFresh = measuredAt !== null && options.now() - measuredAt < byWordsMs;
      if (!isFresh && !signal.aborted) await measureByWords();
      throw error;
    }
  };
}

/** Asks each probe by its vector; those that cannot be asked are left out. */
async function askAll(
  { store }: MeasureFloorOptions,
  about: {
    readonly userId: UserId;
    readonly drawn: readonly DrawnProbe[];
    readonly vectors: readonly QueryVector[];
  },
  signal: AbortSignal,
): Promise<readonly FloorProbe[]> {
  const probes: FloorProbe[] = [];
  for (const [index, queryVector] of about.vectors.entries()) {
    signal.throwIfAborted();
    const probe = about.drawn[index];
    const asked =
      probe === undefined ? null : await store.askProbe({ userId: about.userId, probe, queryVector });
    if (asked !== null) probes.push(asked);
  }
  return probes;
}
