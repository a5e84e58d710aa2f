import type { Worker, WorkerOptions } from 'node:worker_threads';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError, type AppErrorShape } from '../../shared/errors';
import type { CopyProgress } from '../../shared/model/backup';
import { removePartial } from './copy-database';
import type { DoFileWork, FileTask } from './file-work';

/** What the thread `file-work.worker.ts` says. */
export type FileReply =
  | { readonly kind: 'progress'; readonly progress: CopyProgress }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly error: AppErrorShape };

/** The work, done by a thread of its own each time. A cancel is the end of the thread; what it left half done goes. */
export function createFileThread(startWorker: (options: WorkerOptions) => Worker): DoFileWork {
  return (task, { onProgress, signal } = {}) => {
    const worker = startWorker({ workerData: task });
    return new Promise<never>((resolve, reject) => {
      const cancel = (): void => {
        reject(new AppError('cancelled', catalogue.storage.copyCancelled));
        // In the midst of one long statement a thread ends only with that.
        void worker.terminate().then(() => clear(task));
      };
      worker.on('message', (reply: FileReply) => {
        if (reply.kind === 'progress') onProgress?.(reply.progress);
        else if (reply.kind === 'failed') reject(AppError.fromShape(reply.error));
        // The thread answers each kind of task with the result of its kind.
        else resolve(reply.result as never);
      });
      const lost = (cause?: Error): void =>
        reject(new AppError('worker-lost', catalogue.storage.fileWorkLost, { cause, retryable: true }));
      worker.on('error', lost);
      worker.on('exit', () => lost());
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted === true) cancel();
    });
  };
}

function clear(task: FileTask): void {
  if ('target' in task) removePartial(task.target);
}
