import type { EmbedBatch } from './bundled-model';
import { firstBatch } from './first-batch';

/** Texts that wait for their vectors. */
export interface EmbedTask {
  readonly texts: readonly string[];
  /** A query: served before any documents. */
  readonly urgent: boolean;
  /** Called once with a vector for each text, in their order. */
  readonly onDone: (vectors: readonly Float32Array[]) => void;
  /** Called once with whatever the model threw. */
  readonly onError: (error: unknown) => void;
}

/** One model's line of tasks. */
export interface EmbedQueue {
  /** Puts a task at the end of its line; the returned function takes it out again, unanswered. */
  add(task: EmbedTask): () => void;
}

interface Waiting extends EmbedTask {
  readonly vectors: Float32Array[];
}

/**
 * A line in which queries go before documents and documents are embedded a small batch at a time, so that a query
 * never waits for more than one such batch.
 *
 * `load` is called at the first task, and again after it has failed.
 */
export function createEmbedQueue(load: () => Promise<EmbedBatch>): EmbedQueue {
  const waiting = new Set<Waiting>();
  let isRunning = false;
  let loaded: Promise<EmbedBatch> | null = null;

  const runOneBatch = async (task: Waiting): Promise<void> => {
    try {
      loaded ??= load();
      const embed = await loaded.catch((error: unknown) => {
        loaded = null;
        throw error;
      });
      // Loading takes a while: a query that came meanwhile goes first.
      if (nextTask(waiting) !== task) return;
      const batch = firstBatch(task.texts.slice(task.vectors.length));
      task.vectors.push(...(await embed(batch)));
      if (task.vectors.length < task.texts.length || !waiting.delete(task)) return;
      task.onDone(task.vectors);
    } catch (error) {
      if (waiting.delete(task)) task.onError(error);
    }
  };

  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    for (let task = nextTask(waiting); task !== null; task = nextTask(waiting)) {
      await runOneBatch(task);
      // The model never lets the event loop turn: without this a query's message is read after the last document.
      await eventLoopTurn();
    }
    isRunning = false;
  };

  return {
    add(task) {
      const entry: Waiting = { ...task, vectors: [] };
      waiting.add(entry);
      void run();
      return () => waiting.delete(entry);
    },
  };
}

function nextTask(waiting: ReadonlySet<Waiting>): Waiting | null {
  let first: Waiting | null = null;
  for (const task of waiting) {
    if (task.urgent) return task;
    first ??= task;
  }
  return first;
}

function eventLoopTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
