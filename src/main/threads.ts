import createEmbedderWorker from './embeddings/embed.worker?nodeWorker';
import startEngineWorker from './engine/engine.worker?nodeWorker';
import type { Workers } from './headless/workers';
import createImportWorker from './importers/import.worker?nodeWorker';
import fileWorker from './storage/file-work.worker?modulePath';

/** The threads beside the main one, as the build made them; the engine's starts threads for work on whole files itself. */
export const threads: Workers = {
  createEngineWorker: (options) =>
    startEngineWorker({ ...options, workerData: { ...(options.workerData as object), fileWorker } }),
  createEmbedderWorker,
  createImportWorker,
};
