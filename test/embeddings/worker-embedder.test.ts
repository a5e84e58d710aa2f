import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkerEmbedder } from '../../src/main/embeddings/worker-embedder';
import type { WorkerEmbedder } from '../../src/main/embeddings/worker-embedder';

/** A thread that does with each text what the text says. */
const OBEDIENT = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (request) => {
    if (request.kind !== 'embed') return;
    switch (request.texts[0]) {
      case 'die': return process.exit(3);
      case 'throw': throw new Error('bug');
      case 'silent': return;
      case 'missing':
        return parentPort.postMessage({ kind: 'failed', id: request.id,
          error: { kind: 'not-found', message: 'The files are missing.', retryable: false } });
      default:
        parentPort.postMessage({ kind: 'vectors', id: request.id,
          values: new Float32Array(512 * request.texts.length).fill(request.texts.length) });
    }
  });
`;

describe('the embedder in a thread of its own', () => {
  let embedder: WorkerEmbedder | null = null;
  let starts = 0;
  const open = (): WorkerEmbedder => {
    starts = 0;
    embedder = createWorkerEmbedder(() => {
      starts += 1;
      return new Worker(OBEDIENT, { eval: true });
    });
    return embedder;
  };
  afterEach(() => embedder?.close());

  it('starts its thread at the first text only', async () => {
    const opened = open();
    expect(await opened.embedDocuments([])).toEqual([]);
    expect(starts).toBe(0);
    expect(await opened.embedQuery('x')).toHaveLength(512);
    expect(await opened.embedDocuments(['x', 'y'])).toHaveLength(2);
    expect(starts).toBe(1);
  });

  it.each(['die', 'throw'])(
    'answers all open calls when the thread dies (%s), and starts it once more',
    async (end) => {
      const opened = open();
      const answers = await Promise.allSettled([opened.embedQuery('silent'), opened.embedDocuments([end])]);
      for (const answer of answers) {
        expect(answer).toMatchObject({ reason: { kind: 'worker-lost', retryable: true } });
      }
      expect(await opened.embedQuery('x')).toHaveLength(512);
      await expect(opened.embedQuery(end)).rejects.toMatchObject({ kind: 'worker-lost' });
      await expect(opened.embedQuery('x')).rejects.toMatchObject({ kind: 'worker-lost', retryable: false });
      expect(starts).toBe(2);
    },
  );

  it('passes on that the weights are missing, and goes on', async () => {
    const opened = open();
    await expect(opened.embedQuery('missing')).rejects.toMatchObject({ name: 'AppError', kind: 'not-found' });
    expect(await opened.embedQuery('x')).toHaveLength(512);
  });

  it('leaves a cancelled call at once', async () => {
    const opened = open();
    const control = new AbortController();
    const answer = opened.embedQuery('silent', { signal: control.signal });
    control.abort();
    await expect(answer).rejects.toMatchObject({ kind: 'cancelled' });
    await expect(opened.embedQuery('x', { signal: control.signal })).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(await opened.embedQuery('x')).toHaveLength(512);
  });

  it('answers open and later calls when it is closed', async () => {
    const opened = open();
    const answer = opened.embedQuery('silent');
    const closing = opened.close();
    await expect(answer).rejects.toMatchObject({ kind: 'cancelled' });
    await closing;
    await expect(opened.embedQuery('x')).rejects.toMatchObject({ kind: 'cancelled' });
    expect(starts).toBe(1);
  });
});
