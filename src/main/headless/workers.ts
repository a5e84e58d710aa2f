import type { Worker, WorkerOptions } from 'node:worker_threads';

/** How the threads are started; the build knows where their files lie. */
export interface Workers {
  readonly createEngineWorker: (options: WorkerOptions) => Worker;
  readonly createEmbedderWorker: (options: WorkerOptions) => Worker;
  readonly createImportWorker: (options: WorkerOptions) => Worker;
}
