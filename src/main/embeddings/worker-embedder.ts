import type { Worker } from 'node:worker_threads';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { EmbedOptions, Embedder } from '../memory/ports/embedder';
import { BUNDLED_DIMENSION, BUNDLED_MODEL } from './bundled-model';
import { cancelledError } from './cancelled-error';
import type { EmbedReply, EmbedRequest } from './embed-protocol';
import { onlyVector } from './only-vector';
import { createOpenCalls } from './open-calls';

/** An embedder whose thread can be ended. */
export interface WorkerEmbedder extends Embedder {
  /** Ends the thread; calls still open are answered with `cancelled`. */
  close(): Promise<void>;
}

const MAX_STARTS = 2;

/**
 * The bundled model in a thread of its own, started by `startWorker` at the first text.
 *
 * A worker that dies answers its open calls with `worker-lost` and is started once more at the next call; after a
 * second death every call throws `worker-lost`, not retryable, and recall goes on by words.
 */
export function createWorkerEmbedder(startWorker: () => Worker): WorkerEmbedder {
  const calls = createOpenCalls(BUNDLED_DIMENSION);
  let worker: Worker | null = null;
  let starts = 0;
  let isClosed = false;

  const openWorker = (): Worker => {
    if (isClosed) throw new AppError('cancelled', catalogue.embeddings.closed);
    if (worker !== null) return worker;
    if (starts >= MAX_STARTS) throw new AppError('worker-lost', catalogue.embeddings.workerGone);
    starts += 1;
    const started = startWorker();
    let cause: unknown;
    started.on('message', (reply: EmbedReply) => calls.settle(reply));
    started.on('error', (error: unknown) => (cause = error));
    started.on('exit', () => {
      worker = null;
      calls.failAll(new AppError('worker-lost', catalogue.embeddings.workerLost, { cause, retryable: true }));
    });
    worker = started;
    return started;
  };

  const embed = async (
    texts: readonly string[],
    urgent: boolean,
    { signal }: EmbedOptions = {},
  ): Promise<readonly Float32Array[]> => {
    if (signal?.aborted === true) throw cancelledError();
    const target = openWorker();
    const send = (request: EmbedRequest): void => target.postMessage(request);
    return calls.open(signal, {
      send: (id) => send({ kind: 'embed', id, texts, urgent }),
      cancel: (id) => send({ kind: 'cancel', id }),
    });
  };

  return {
    model: BUNDLED_MODEL,
    dimension: BUNDLED_DIMENSION,
    embedQuery: async (text, options) => onlyVector(await embed([text], true, options)),
    embedDocuments: async (texts, options) => (texts.length === 0 ? [] : embed(texts, false, options)),
    async close() {
      isClosed = true;
      calls.failAll(new AppError('cancelled', catalogue.embeddings.closed));
      await worker?.terminate();
    },
  };
}
