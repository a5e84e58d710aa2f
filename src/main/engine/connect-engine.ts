import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Engine, EngineMethod } from '../memory/ports/engine';
import { engineMethods } from '../memory/ports/engine-methods';
import type { Logger } from '../../shared/logger';
import { parseResponse, type Channel, type EngineRequest, type EngineResponse } from './protocol';

/** A worker thread that runs the engine; `terminate` kills it. */
export interface EngineWorker extends Channel {
  on(event: 'message' | 'error', listener: (value: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<unknown>;
}

/** The engine behind its worker. */
export interface EngineClient {
  readonly engine: Engine;
  /** What happened while opening the data, in words for the user; null when all is well. */
  readonly notice: string | null;
  /** Ends the worker after `engine.close`. */
  terminate(): Promise<void>;
}

/** What the client needs. */
export interface EngineClientOptions {
  readonly createWorker: () => EngineWorker;
  readonly logger: Logger;
  /** Called when the worker died and was started again, or could not be. */
  readonly onLost: (restarted: boolean) => void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One worker and the calls that wait for it. */
class Connection {
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #lost: AppError | null = null;
  readonly ready: Promise<string | null>;

  constructor(
    readonly worker: EngineWorker,
    logger: Logger,
    onExit: () => void,
  ) {
    this.ready = new Promise((resolve, reject) => {
      const receive = (response: EngineResponse): void => {
        if (response.kind === 'ready') resolve(response.notice);
        else if (response.kind === 'failed') reject(AppError.fromShape(response.error));
        else if (response.kind === 'log') logger[response.level](response.message, response.fields);
        else this.#settle(response);
      };
      worker.on('message', (message) => {
        receive(parseResponse(message));
      });
      worker.on('error', (error) => {
        logger.error('engine worker failed', { error: error instanceof Error ? (error.stack ?? '') : '' });
      });
      worker.on('exit', () => {
        const lost = new AppError('worker-lost', catalogue.main.errors.engineLost, { retryable: true });
        this.#lost = lost;
        reject(lost);
        for (const call of this.#pending.values()) call.reject(lost);
        this.#pending.clear();
        onExit();
      });
    });
    // Nobody may be waiting yet when opening fails; whoever calls sees the rejection then.
    this.ready.catch(() => undefined);
  }

  async call(method: EngineMethod, input: unknown): Promise<unknown> {
    await this.ready;
    // A thread that has ended answers nothing: without this the call would wait for ever.
    if (this.#lost !== null) throw this.#lost;
    const id = this.#nextId++;
    const request: EngineRequest = { id, method, input };
    return await new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.worker.postMessage(request);
    });
  }

  #settle(response: Extract<EngineResponse, { kind: 'value' | 'error' }>): void {
    const call = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    if (response.kind === 'value') call?.resolve(response.value);
    else call?.reject(AppError.fromShape(response.error));
  }
}

/**
 * Starts the engine's worker and waits until its database is open. A worker that dies is started again once;
 * the calls it had are answered with `worker-lost`. Errors: whatever opening the data folder throws.
 */
export async function connectEngine(options: EngineClientOptions): Promise<EngineClient> {
  const { createWorker, logger, onLost } = options;
  let closing = false;
  let restarts = 0;

  const start = (): Connection => new Connection(createWorker(), logger, exited);
  const exited = (): void => {
    if (closing || !opened) return;
    const restarted = restarts < 1;
    restarts += 1;
    if (restarted) connection = start();
    onLost(restarted);
  };

  let opened = false;
  let connection = start();
  const notice = await connection.ready;
  opened = true;

  const operations = engineMethods.map((method) => [
    method,
    (input: unknown) => connection.call(method, input),
  ]);
  return {
    // The port's types hold for every method: both sides are compiled against it.
    engine: Object.fromEntries(operations) as Engine,
    notice,
    terminate: async () => {
      closing = true;
      await connection.worker.terminate();
    },
  };
}
