import { join } from 'node:path';
import { load, type Item, type System } from '../system';

interface LocalIndex {
  isIndexCreated(): Promise<boolean>;
  createIndex(): Promise<void>;
  beginUpdate(): Promise<void>;
  endUpdate(): Promise<void>;
  insertItem(item: { vector: number[]; metadata: { id: string; text: string } }): Promise<unknown>;
  queryItems(
    vector: number[],
    query: string,
    count: number,
  ): Promise<readonly { readonly item: { readonly metadata: { readonly id: string } } }[]>;
}

/** vectra: one JSON file, read whole and written whole. */
export const vectra: System = {
  open: async (folder) => {
    const { LocalIndex } = await load<{ readonly LocalIndex: new (folder: string) => LocalIndex }>('vectra');
    const index = new LocalIndex(join(folder, 'vectra'));
    if (!(await index.isIndexCreated())) await index.createIndex();
    const insert = ({ id, text, vector }: Item): Promise<unknown> =>
      index.insertItem({ vector: Array.from(vector), metadata: { id, text } });
    return {
      fill: async (items) => {
        await index.beginUpdate();
        for (const item of items) await insert(item);
        await index.endUpdate();
      },
      add: async (item) => {
        await insert(item);
      },
      search: async ({ vector }, count) => {
        const found = await index.queryItems(Array.from(vector), '', count);
        return found.map(({ item }) => item.metadata.id);
      },
      close: () => Promise.resolve(),
    };
  },
};
