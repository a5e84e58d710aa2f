import { assertNever } from '../../shared/assert-never';
import { AppError } from '../../shared/errors';
import { cancelledError } from './cancelled-error';
import type { EmbedReply } from './embed-protocol';
import { splitVectors } from './join-vectors';

/** Calls that wait for the worker's answer. */
export interface OpenCalls {
  /**
   * Opens a call and sends it; rejects with `cancelled` when the signal aborts, after telling the worker through
   * `cancel`.
   */
  open(
    signal: AbortSignal | undefined,
    worker: { readonly send: (id: number) => void; readonly cancel: (id: number) => void },
  ): Promise<readonly Float32Array[]>;
  /** Ends the call that the reply answers; a reply to none is ignored. */
  settle(reply: EmbedReply): void;
  /** Ends all calls with one error. */
  failAll(error: AppError): void;
}

interface Call {
  resolve(vectors: readonly Float32Array[]): void;
  reject(error: AppError): void;
}

/** No calls yet; their ids count from 1. */
export function createOpenCalls(dimension: number): OpenCalls {
  const calls = new Map<number, Call>();
  let lastId = 0;
  const take = (id: number): Call | undefined => {
    const call = calls.get(id);
    calls.delete(id);
    return call;
  };
  return {
    open: (signal, worker) =>
      new Promise((resolve, reject) => {
        const id = (lastId += 1);
        const cancel = (): void => {
          take(id)?.reject(cancelledError());
          worker.cancel(id);
        };
        const stopListening = (): void => signal?.removeEventListener('abort', cancel);
        calls.set(id, {
          resolve(vectors) {
            stopListening();
            resolve(vectors);
          },
          reject(error) {
            stopListening();
            reject(error);
          },
        });
        signal?.addEventListener('abort', cancel, { once: true });
        worker.send(id);
      }),
    settle(reply) {
      const call = take(reply.id);
      switch (reply.kind) {
        case 'vectors':
          call?.resolve(splitVectors(reply.values, dimension));
          return;
        case 'failed':
          call?.reject(AppError.fromShape(reply.error));
          return;
        default:
          assertNever(reply);
      }
    },
    failAll(error) {
      for (const id of [...calls.keys()]) take(id)?.reject(error);
    },
  };
}
