import { join } from 'node:path';
import { load, type Item, type System } from '../system';

interface Memory {
  add(text: string, options: { userId: string; infer: boolean; metadata: { key: string } }): Promise<unknown>;
  search(
    query: string,
    options: { topK: number; filters: { user_id: string } },
  ): Promise<{ readonly results: readonly { readonly metadata: { readonly key: string } }[] }>;
}

/** mem0's open-source library over its own SQLite store, without a model: every text is kept as it is. */
export const mem0: System = {
  open: async (folder, vectorOf) => {
    process.env.MEM0_TELEMETRY = 'False';
    const { Memory } = await load<{ readonly Memory: new (config: object) => Memory }>('mem0ai/oss');
    const vector = (text: string): number[] => Array.from(vectorOf(text));
    const model = {
      embedQuery: (text: string) => Promise.resolve(vector(text)),
      embedDocuments: (texts: readonly string[]) => Promise.resolve(texts.map(vector)),
    };
    const memory = new Memory({
      embedder: { provider: 'langchain', config: { model } },
      vectorStore: {
        provider: 'memory',
        config: { collectionName: 'messages', dimension: 512, dbPath: join(folder, 'mem0.db') },
      },
      llm: { provider: 'openai', config: { apiKey: 'none' } },
      historyDbPath: join(folder, 'history.db'),
    });
    const add = async ({ id, text }: Item): Promise<void> => {
      await memory.add(text, { userId: 'user', infer: false, metadata: { key: id } });
    };
    return {
      fill: async (items) => {
        for (const item of items) await add(item);
      },
      add,
      search: async ({ text }, count) => {
        const { results } = await memory.search(text, { topK: count, filters: { user_id: 'user' } });
        return results.map(({ metadata }) => metadata.key);
      },
      close: () => Promise.resolve(),
    };
  },
};
