import { parentPort } from 'node:worker_threads';
import { assertNever } from '../../shared/assert-never';
import { toErrorShape } from '../../shared/errors';
import { loadBundledModel } from './bundled-model';
import type { EmbedReply, EmbedRequest } from './embed-protocol';
import { createEmbedQueue } from './embed-queue';
import { joinVectors } from './join-vectors';

// Entry of the bundled embedder's thread: a request a message in, a reply a message out, the model loaded at the
// first text.
if (parentPort === null) throw new Error('embed.worker runs in a worker thread');
const port = parentPort;
const queue = createEmbedQueue(loadBundledModel);
const removeById = new Map<number, () => void>();

const answer = (reply: EmbedReply, transfer: readonly ArrayBuffer[] = []): void => {
  removeById.delete(reply.id);
  port.postMessage(reply, transfer);
};

port.on('message', (request: EmbedRequest) => {
  const { id } = request;
  switch (request.kind) {
    case 'embed':
      removeById.set(
        id,
        queue.add({
          texts: request.texts,
          urgent: request.urgent,
          onDone: (vectors) => {
            const values = joinVectors(vectors);
            answer({ kind: 'vectors', id, values }, [values.buffer]);
          },
          onError: (error) => answer({ kind: 'failed', id, error: toErrorShape(error) }),
        }),
      );
      return;
    case 'cancel':
      removeById.get(id)?.();
      removeById.delete(id);
      return;
    default:
      assertNever(request);
  }
});
