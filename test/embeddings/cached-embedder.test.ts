import { describe, expect, it } from 'vitest';
import { createCachedEmbedder } from '../../src/main/embeddings/cached-embedder';
import { createMemoryEmbeddingCache } from '../../src/main/embeddings/memory-embedding-cache';
import type { Embedder } from '../../src/main/memory/ports/embedder';
import { userIdSchema } from '../../src/shared/model/ids';

const ann = userIdSchema.parse('01890a5d-ac96-774b-bcce-b302099a8057');
const bob = userIdSchema.parse('01890a5d-ac96-774b-bcce-b302099a8058');

function countingEmbedder(model = 'm'): Embedder & { readonly asked: string[] } {
  const asked: string[] = [];
  const vectorOf = (text: string): Float32Array => {
    asked.push(text);
    return Float32Array.of(text.length, 1);
  };
  return {
    asked,
    model,
    dimension: 2,
    embedQuery: async (text) => vectorOf(text),
    embedDocuments: async (texts) => texts.map(vectorOf),
  };
}

describe('an embedder with a cache', () => {
  it('asks for each text once, whether query or document, and keeps the order', async () => {
    const embedder = countingEmbedder();
    const cached = createCachedEmbedder({ embedder, cache: createMemoryEmbeddingCache(), userId: ann });
    await cached.embedQuery('aa');
    const vectors = await cached.embedDocuments(['b', 'aa', 'ccc', 'b']);
    expect(vectors.map((vector) => vector[0])).toEqual([1, 2, 3, 1]);
    expect(embedder.asked).toEqual(['aa', 'b', 'ccc']);
  });

  it('finds nothing that another user or another model embedded', async () => {
    const cache = createMemoryEmbeddingCache();
    const embedder = countingEmbedder();
    const other = countingEmbedder('n');
    await createCachedEmbedder({ embedder, cache, userId: ann }).embedQuery('secret');
    await createCachedEmbedder({ embedder, cache, userId: bob }).embedQuery('secret');
    await createCachedEmbedder({ embedder: other, cache, userId: ann }).embedQuery('secret');
    expect([embedder.asked.length, other.asked.length]).toEqual([2, 1]);
  });

  it('is not changed by a caller that writes into its vector', async () => {
    const cached = createCachedEmbedder({
      embedder: countingEmbedder(),
      cache: createMemoryEmbeddingCache(),
      userId: ann,
    });
    const vector = await cached.embedQuery('aa');
    vector.fill(9);
    expect(Array.from(await cached.embedQuery('aa'))).toEqual([2, 1]);
    const [first, second] = await cached.embedDocuments(['aa', 'aa']);
    first!.fill(9);
    expect(second![0]).toBe(2);
  });

  it('keeps nothing of a call that failed', async () => {
    const embedder: Embedder = { ...countingEmbedder(), embedQuery: () => Promise.reject(new Error('down')) };
    const cached = createCachedEmbedder({ embedder, cache: createMemoryEmbeddingCache(), userId: ann });
    await expect(cached.embedQuery('x')).rejects.toThrow('down');
    expect(await cached.embedDocuments(['x'])).toHaveLength(1);
  });

  it('forgets what was not asked for longest', async () => {
    const embedder = countingEmbedder();
    const cached = createCachedEmbedder({ embedder, cache: createMemoryEmbeddingCache(2), userId: ann });
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) await cached.embedQuery(text);
    expect(embedder.asked).toEqual(['a', 'b', 'c', 'b']);
  });
});
