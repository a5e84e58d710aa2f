import { describe, expect, it } from 'vitest';
import { allMigrations } from '../../../src/main/storage/migrations/all-migrations';
import { openInMemory } from '../../../src/main/storage/open-in-memory';
import { countShownQuery, streamingQuery } from '../../../src/main/storage/tables/message-reader';

describe('what every turn asks of a long chat', () => {
  it.each([
    ['the number of its messages', countShownQuery, 'messages_by_path (session_id=? AND user_id=?)'],
    ['the reply that is being written', streamingQuery, 'messages_streaming (state=?)'],
  ])('is answered by an index alone: %s', (_name, query, index) => {
    const database = openInMemory(allMigrations);
    const plan = database
      .prepare<[string, string], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
      .all('session', 'user')
      .map(({ detail }) => detail);
    database.close();
    expect(plan).toEqual([expect.stringContaining(index)]);
  });
});
