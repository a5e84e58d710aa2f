import { stat } from 'node:fs/promises';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { ChatFiles, Reading } from '../memory/ports/chat-files';
import type { ImportReply, ImportTask } from './import-protocol';

/** The next thing a thread says; its death is an error. */
async function* repliesOf(worker: Worker, { signal, onRead }: Reading): AsyncGenerator<ImportReply> {
  const said: ImportReply[] = [];
  let wake: () => void = () => undefined;
  const state: { ended: unknown } = { ended: null };
  const end = (reason: unknown): void => {
    state.ended ??= reason;
    wake();
  };
  const { importing } = catalogue.main;
  const cancel = (): void => end(new AppError('cancelled', importing.cancelled));
  worker.on('message', (reply: ImportReply) => {
    said.push(reply);
    wake();
  });
  worker.on('error', (cause) =>
    end(new AppError('import-failed', importing.unreadable(cause.message), { cause })),
  );
  worker.on('exit', () => end(new AppError('import-failed', importing.unreadable(''))));
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  try {
    for (;;) {
      const reply = said.shift();
      if (signal.aborted || (reply === undefined && state.ended !== null)) throw state.ended as Error;
      if (reply === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else if (reply.kind === 'progress') onRead?.(reply.done, reply.total);
      else if (reply.kind === 'failed') throw AppError.fromShape(reply.error);
      else yield reply;
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

/** Builds an {@link ChatFiles} on threads of the worker `import.worker.ts`. */
export function createImportSource(startWorker: (options: WorkerOptions) => Worker): ChatFiles {
  const start = (task: ImportTask): Worker => startWorker({ workerData: task });
  return {
    mark: async (path) => {
      const found = await stat(path).catch(() => null);
      return found === null ? null : { bytes: found.size, modifiedAt: Math.round(found.mtimeMs) };
    },
    find: async (path, options) => {
      for await (const reply of repliesOf(start({ path, key: null }), options)) {
        if (reply.kind === 'found') return reply.conversations;
      }
      return [];
    },
    async *read(path, key, options) {
      const worker = start({ path, key });
      for await (const reply of repliesOf(worker, options)) {
        if (reply.kind === 'end') return;
        if (reply.kind !== 'chats') continue;
        yield reply.sessions;
        worker.postMessage('more');
      }
    },
  };
}
