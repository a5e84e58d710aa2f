import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { load, type Item, type System } from '../system';

interface Orama {
  readonly create: (options: object) => object;
  readonly insert: (database: object, document: object) => Promise<string> | string;
  readonly insertMultiple: (
    database: object,
    documents: object[],
    batch: number,
  ) => Promise<string[]> | string[];
  readonly search: (
    database: object,
    query: object,
  ) => Promise<{ readonly hits: readonly { readonly document: { readonly key: string } }[] }>;
}

interface Persistence {
  readonly persistToFile: (database: object, format: string, path: string) => Promise<string>;
  readonly restoreFromFile: (format: string, path: string) => Promise<object>;
}

/** Orama: words and vectors together, in memory; on disk by writing all of it. */
export const orama: System = {
  open: async (folder) => {
    const { create, insert, insertMultiple, search } = await load<Orama>('@orama/orama');
    const { persistToFile, restoreFromFile } = await load<Persistence>(
      '@orama/plugin-data-persistence/server',
    );
    const file = join(folder, 'orama.msp');
    let database: object | null = existsSync(file) ? await restoreFromFile('binary', file) : null;
    const opened = (dimension: number): object =>
      (database ??= create({
        schema: { key: 'string', text: 'string', vector: `vector[${String(dimension)}]` },
      }));
    const documentOf = ({ id, text, vector }: Item): object => ({
      key: id,
      text,
      vector: Array.from(vector),
    });
    return {
      fill: async (items) => {
        const filled = opened(items[0]?.vector.length ?? 0);
        await insertMultiple(filled, items.map(documentOf), 500);
        await persistToFile(filled, 'binary', file);
      },
      add: async (item) => {
        const grown = opened(item.vector.length);
        await insert(grown, documentOf(item));
        await persistToFile(grown, 'binary', file);
      },
      search: async ({ text, vector }, count) => {
        const { hits } = await search(opened(vector.length), {
          mode: 'hybrid',
          term: text,
          properties: ['text'],
          vector: { value: Array.from(vector), property: 'vector' },
          similarity: 0,
          limit: count,
        });
        return hits.map(({ document }) => document.key);
      },
      close: () => Promise.resolve(),
    };
  },
};
