import { join } from 'node:path';
import { startScriptedModel } from '../scripted-model';
import { load, type Item, type OpenSystem, type System, type VectorOf } from '../system';

interface Memory {
  add(text: string, options: { userId: string; infer: boolean; metadata: { key: string } }): Promise<unknown>;
  search(
    query: string,
    options: { topK: number; filters: { user_id: string } },
  ): Promise<{ readonly results: readonly { readonly metadata: { readonly key: string } }[] }>;
}

interface Setting {
  readonly folder: string;
  readonly vectorOf: VectorOf;
  /** The base address of a model that says what of a text is kept; null keeps every text as it is. */
  readonly modelUrl: string | null;
}

async function opened({ folder, vectorOf, modelUrl }: Setting): Promise<OpenSystem> {
  process.env.MEM0_TELEMETRY = 'False';
  const { Memory } = await load<{ readonly Memory: new (config: object) => Memory }>('mem0ai/oss');
  // Before it asks the model it looks for what is like the message, with its role before it.
  const vector = async (text: string): Promise<number[]> =>
    Array.from(await vectorOf(text.replace(/^user: /u, '')));
  const model = {
    embedQuery: vector,
    embedDocuments: (texts: readonly string[]) => Promise.all(texts.map(vector)),
  };
  const memory = new Memory({
    embedder: { provider: 'langchain', config: { model } },
    vectorStore: {
      provider: 'memory',
      config: { collectionName: 'messages', dimension: 512, dbPath: join(folder, 'mem0.db') },
    },
    llm: {
      provider: 'openai',
      config: { apiKey: 'none', model: 'scripted', baseURL: modelUrl ?? undefined },
    },
    historyDbPath: join(folder, 'history.db'),
  });
  const add = async ({ id, text }: Item): Promise<void> => {
    await memory.add(text, { userId: 'user', infer: modelUrl !== null, metadata: { key: id } });
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
}

/** mem0's open-source library over its own SQLite store, without a model: every text is kept as it is. */
export const mem0: System = {
  open: (folder, vectorOf) => opened({ folder, vectorOf, modelUrl: null }),
};

/** Answers mem0's one question, what to keep of the new messages: the message itself, word for word. */
function keepMessage(asked: string): string {
  const message = /^## New Messages\nuser: (.*?)\n\n## Observation Date$/msu.exec(asked)?.[1];
  if (message === undefined) throw new Error(`mem0 asks otherwise than it did: ${asked}`);
  return JSON.stringify({ memory: [{ id: '0', text: message, attributed_to: 'user' }] });
}

/** The same library as it is meant to be used, with a model that says what is kept; ours always says the same. */
export const mem0Scripted: System = {
  open: async (folder, vectorOf) => {
    const model = await startScriptedModel(keepMessage);
    const open = await opened({ folder, vectorOf, modelUrl: model.url });
    return {
      ...open,
      close: async () => {
        model.close();
        await open.close();
      },
    };
  },
};
