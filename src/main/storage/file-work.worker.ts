import { parentPort, workerData } from 'node:worker_threads';
import { toErrorShape } from '../../shared/errors';
import { doFileWork, type FileTask } from './file-work';
import type { FileReply } from './file-thread';

// Entry of the thread for work on whole database files: one thread a task, which ends with it. So neither a turn nor the
// window waits for a copy or a check, however large the database is.
if (parentPort === null) throw new Error('file-work.worker runs in a worker thread');
const port = parentPort;
const say = (reply: FileReply): void => port.postMessage(reply);

/** Progress is told a few times a second, and each phase at once. */
const everyMs = 100;
const told = { at: 0, phase: '' };

async function work(): Promise<void> {
  const result = await doFileWork(workerData as FileTask, {
    onProgress: (progress) => {
      const now = Date.now();
      if (progress.phase === told.phase && now - told.at < everyMs) return;
      Object.assign(told, { at: now, phase: progress.phase });
      say({ kind: 'progress', progress });
    },
  });
  say({ kind: 'done', result });
}

void work()
  .catch((error: unknown) => say({ kind: 'failed', error: toErrorShape(error) }))
  .then(() => port.close());
