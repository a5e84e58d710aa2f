import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Tiktoken } from 'js-tiktoken/lite';
import { faiss, type IndexFlatIP } from '../../../src/main/vectors/faiss';
import type { Item, System } from '../system';

/** Tokens of recent messages that a context would send, counted anew at each message. */
const bufferTokens = 4_000;

/** A vector as JSON: nine digits give the same 32 bits back, are written and read twice as fast as all, and take less disk. */
function written(vector: Float32Array): string {
  return `[${Array.from(vector, (value) => value.toPrecision(9)).join(',')}]`;
}

/** Loaded with its table only where something is counted: neither opening nor searching needs it. */
async function loadEncoding(): Promise<Tiktoken> {
  return new Tiktoken((await import('js-tiktoken/ranks/cl100k_base')).default);
}

/**
 * The design that comes first to mind, as fast as it allows: one table, vectors as JSON, read and put into an index at
 * each start; the buffer of recent messages counted anew at each message.
 */
export const naive: System = {
  open: (folder) => {
    const database = new SqliteDatabase(join(folder, 'naive.db'));
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(
      'CREATE TABLE IF NOT EXISTS messages (seq INTEGER PRIMARY KEY, id TEXT, content TEXT, embedding TEXT, created_at INTEGER)',
    );
    const insert = database.prepare(
      'INSERT INTO messages (id, content, embedding, created_at) VALUES (?, ?, ?, ?)',
    );
    const newest = database
      .prepare<[], string>('SELECT content FROM messages ORDER BY seq DESC LIMIT 200')
      .pluck();
    let encoding: Tiktoken | null = null;
    const ids: string[] = [];
    let index: IndexFlatIP | null = null;
    const remember = (id: string, vector: number[]): void => {
      ids.push(id);
      index ??= new (faiss().IndexFlatIP)(vector.length);
      index.add(vector);
    };
    const store = ({ id, text, vector, createdAt }: Item): void => {
      insert.run(id, text, written(vector), createdAt);
    };
    const stored = database.prepare<[], { readonly id: string; readonly embedding: string }>(
      'SELECT id, embedding FROM messages ORDER BY seq',
    );
    for (const { id, embedding } of stored.iterate()) remember(id, JSON.parse(embedding) as number[]);

    return Promise.resolve({
      fill: (items) => {
        database.transaction(() => {
          for (const item of items) store(item);
        })();
        for (const { id, vector } of items) remember(id, Array.from(vector));
        return Promise.resolve();
      },
      add: async (item) => {
        store(item);
        remember(item.id, Array.from(item.vector));
        encoding ??= await loadEncoding();
        let tokens = 0;
        for (const content of newest.iterate()) {
          tokens += encoding.encode(content).length;
          if (tokens > bufferTokens) break;
        }
      },
      search: ({ vector }, count) => {
        const { labels } = index?.search(Array.from(vector), Math.min(count, ids.length)) ?? { labels: [] };
        return Promise.resolve(labels.flatMap((label) => ids[label] ?? []));
      },
      close: () => {
        database.close();
        return Promise.resolve();
      },
    });
  },
};
