import { describe, expect, it } from 'vitest';
import { allMigrations } from '../../../src/main/storage/migrations/all-migrations';
import { openInMemory } from '../../../src/main/storage/open-in-memory';
import {
  countShownQuery,
  countTurnsQuery,
  pinnedQuery,
  streamingQuery,
} from '../../../src/main/storage/tables/message-reader';

describe('what every turn asks of a long chat', () => {
  it.each([
    ['the number of its messages', countShownQuery, 'messages_by_path (session_id=? AND user_id=?)'],
    ['the number of its turns', countTurnsQuery, 'messages_turns (session_id=? AND user_id=? AND depth<?)'],
    ['what is pinned', pinnedQuery, 'messages_pinned (session_id=? AND user_id=? AND depth<?)'],
    ['the reply that is being written', streamingQuery, 'messages_streaming (state=?)'],
  ])('is answered by an index alone: %s', (_name, query, index) => {
    const database = openInMemory(allMigrations);
    const plan = database
      .prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
      .all(...['session', 'user', 9, 9].slice(0, query.split('?').length - 1))
      .map(({ detail }) => detail);
    database.close();
    expect(plan).toEqual([expect.stringContaining(index)]);
  });
});
