import createEmbedderWorker from '../embeddings/embed.worker?nodeWorker';
import startEngineWorker from '../engine/engine.worker?nodeWorker';
import { engineLimits, startWithRoom } from '../engine/engine-limits';
import { fileWorker } from '../engine/file-worker';
import type { Workers } from './workers';
import createImportWorker from '../importers/import.worker?nodeWorker';

/** The threads beside the main one, as the build made them; the engine's starts threads for work on whole files itself. */
export const threads: Workers = {
  createEngineWorker: (options) =>
    startWithRoom(() =>
      startEngineWorker({
        ...options,
        resourceLimits: engineLimits,
        workerData: { ...(options.workerData as object), fileWorker },
      }),
    ),
  createEmbedderWorker,
  createImportWorker,
};
