import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Node 20 takes no `--import` for a thread, so the thread asks tsx for the file itself. */
const BOOTSTRAP = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ tsImport }) => tsImport(workerData.file, workerData.file));
`;

/** A worker thread that runs a TypeScript file of the program, as the bundler's worker does in the app. */
export function startTsxWorker(file: URL, options: WorkerOptions = {}): Worker {
  const given = (options.workerData ?? {}) as object;
  return new Worker(BOOTSTRAP, { ...options, eval: true, workerData: { ...given, file: file.href } });
}
