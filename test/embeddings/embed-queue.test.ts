import { describe, expect, it } from 'vitest';
import { createEmbedQueue } from '../../src/main/embeddings/embed-queue';
import type { EmbedQueue } from '../../src/main/embeddings/embed-queue';
import { firstBatch } from '../../src/main/embeddings/first-batch';

const vectorOf = (text: string): Float32Array => Float32Array.of(text.length);

const add = (queue: EmbedQueue, texts: readonly string[], urgent = false): Promise<readonly Float32Array[]> =>
  new Promise((resolve, reject) => {
    queue.add({ texts, urgent, onDone: resolve, onError: reject });
  });

describe('the line before the embedding model', () => {
  it('lets a query go before documents that wait, after the batch that runs', async () => {
    const seen: string[] = [];
    const queries: Promise<unknown>[] = [];
    const queue: EmbedQueue = createEmbedQueue(async () => async (texts) => {
      seen.push(...texts);
      if (queries.length === 0) queries.push(add(queue, ['query'], true));
      return texts.map(vectorOf);
    });
    const documents = Array.from({ length: 20 }, (_, index) => `d${String(index)}`);
    const vectors = await add(queue, documents);
    await Promise.all(queries);
    expect(seen.indexOf('query')).toBe(8);
    expect(seen.filter((text) => text !== 'query')).toEqual(documents);
    expect(vectors).toEqual(documents.map(vectorOf));
  });

  it('reads messages between two batches, so that a query from another thread is seen', async () => {
    const seen: string[] = [];
    const queue = createEmbedQueue(async () => async (texts) => {
      if (seen.length === 0) setImmediate(() => void add(queue, ['query'], true));
      seen.push(...texts);
      return texts.map(vectorOf);
    });
    await add(
      queue,
      Array.from({ length: 40 }, () => 'document'),
    );
    expect(seen.indexOf('query')).toBeLessThanOrEqual(16);
    expect(seen).toHaveLength(41);
  });

  it('lets a query that comes while the model loads be the first', async () => {
    const seen: string[] = [];
    let finishLoading = (): void => undefined;
    const loading = new Promise<void>((resolve) => (finishLoading = resolve));
    const queue = createEmbedQueue(async () => {
      await loading;
      return async (texts) => {
        seen.push(...texts);
        return texts.map(vectorOf);
      };
    });
    const all = [add(queue, ['document']), add(queue, ['query'], true)];
    finishLoading();
    await Promise.all(all);
    expect(seen).toEqual(['query', 'document']);
  });

  it('goes on after a task that failed, and loads again after a failed load', async () => {
    let loads = 0;
    const queue = createEmbedQueue(async () => {
      loads += 1;
      if (loads === 1) throw new Error('no weights');
      return async (texts) => {
        if (texts.includes('bad')) throw new Error('bad text');
        return texts.map(vectorOf);
      };
    });
    await expect(add(queue, ['x'])).rejects.toThrow('no weights');
    const answers = await Promise.allSettled([add(queue, ['bad']), add(queue, ['good'])]);
    expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'fulfilled']);
    expect(loads).toBe(2);
  });

  it('forgets a task that was taken out', async () => {
    const seen: string[] = [];
    const queue = createEmbedQueue(async () => async (texts) => {
      seen.push(...texts);
      return texts.map(vectorOf);
    });
    const first = add(queue, ['first']);
    const remove = queue.add({
      texts: ['second'],
      urgent: false,
      onDone: () => seen.push('answered'),
      onError: () => undefined,
    });
    remove();
    await first;
    await add(queue, ['third']);
    expect(seen).toEqual(['first', 'third']);
  });
});

describe('a batch', () => {
  it('has at most 8 texts and about 400 characters, but at least one text', () => {
    expect(firstBatch(Array.from({ length: 30 }, () => 'short'))).toHaveLength(8);
    expect(firstBatch(['a'.repeat(150), 'b'.repeat(150), 'c'.repeat(150)])).toHaveLength(2);
    expect(firstBatch(['a'.repeat(5_000), 'b'])).toHaveLength(1);
    expect(firstBatch([])).toHaveLength(0);
  });
});
