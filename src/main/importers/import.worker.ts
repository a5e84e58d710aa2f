import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { toErrorShape } from '../../shared/errors';
import type { ImportReply, ImportTask } from './import-protocol';
import { findConversations, readSessions } from './read-conversations';

// Entry of the thread that reads a file: one thread a reading, which ends with it. The program stays at hand however
// large the file is, and a cancel is the end of the thread.
if (parentPort === null) throw new Error('import.worker runs in a worker thread');
const port = parentPort;
const { path, key } = workerData as ImportTask;
const say = (reply: ImportReply): void => port.postMessage(reply);

/** Progress is told a few times a second. */
const everyMs = 100;
let toldAt = 0;
const onRead = (done: number, total: number): void => {
  const now = Date.now();
  if (now - toldAt < everyMs) return;
  toldAt = now;
  say({ kind: 'progress', done, total });
};

async function read(): Promise<void> {
  if (key === null) {
    say({ kind: 'found', conversations: await findConversations(path, onRead) });
    return;
  }
  for await (const sessions of readSessions(path, key, onRead)) {
    say({ kind: 'chats', sessions });
    await once(port, 'message');
  }
  say({ kind: 'end' });
}

void read()
  .catch((error: unknown) => say({ kind: 'failed', error: toErrorShape(error) }))
  .then(() => port.close());
