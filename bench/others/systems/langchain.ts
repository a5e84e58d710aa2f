import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { load, type Item, type OpenSystem, type System } from '../system';

interface Document {
  readonly pageContent: string;
  readonly metadata: { readonly id: string };
}

interface Store {
  addVectors(vectors: number[][], documents: Document[]): Promise<unknown>;
  similaritySearchVectorWithScore(
    query: number[],
    count: number,
  ): Promise<readonly (readonly [Document, number])[]>;
}

interface SavedStore extends Store {
  save(folder: string): Promise<void>;
}

interface StoreClass<Kind> {
  new (embeddings: object, options: object): Kind;
  load(folder: string, embeddings: object): Promise<Kind>;
}

/** Vectors are given, so that none are asked for. */
const embeddings = {};
const batch = 1_000;

async function addTo(store: Store, items: readonly Item[]): Promise<void> {
  for (let start = 0; start < items.length; start += batch) {
    const part = items.slice(start, start + batch);
    await store.addVectors(
      part.map(({ vector }) => Array.from(vector)),
      part.map(({ id, text }) => ({ pageContent: text, metadata: { id } })),
    );
  }
}

function opened(store: Store, save: () => Promise<void>): OpenSystem {
  return {
    fill: async (items) => {
      await addTo(store, items);
      await save();
    },
    add: async (item) => {
      await addTo(store, [item]);
      await save();
    },
    search: async ({ vector }, count) => {
      const found = await store.similaritySearchVectorWithScore(Array.from(vector), count);
      return found.map(([{ metadata }]) => metadata.id);
    },
    close: () => Promise.resolve(),
  };
}

/** LangChain.js over FAISS; on disk only by saving all of it. */
export const langchainFaiss: System = {
  open: async (folder) => {
    const { FaissStore } = await load<{ readonly FaissStore: StoreClass<SavedStore> }>(
      '@langchain/community/vectorstores/faiss',
    );
    const saved = join(folder, 'langchain');
    const store = existsSync(saved)
      ? await FaissStore.load(saved, embeddings)
      : new FaissStore(embeddings, {});
    return opened(store, () => store.save(saved));
  },
};

/** LangChain.js in memory; nothing is kept. */
export const langchainMemory: System = {
  open: async () => {
    const { MemoryVectorStore } = await load<{ readonly MemoryVectorStore: StoreClass<Store> }>(
      '@langchain/classic/vectorstores/memory',
    );
    return opened(new MemoryVectorStore(embeddings, {}), () => Promise.resolve());
  },
};
