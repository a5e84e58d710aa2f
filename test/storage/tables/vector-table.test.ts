import { describe, expect, it } from 'vitest';
import { stampQuery } from '../../../src/main/storage/tables/vector-table';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';

describe('the state of a session’s vectors', () => {
  it('is read from the session’s own chunks, not from all the user’s', async () => {
    const { database } = await openEngineOnDisk();
    const plan = database
      .prepare<[string, string, string], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${stampQuery}`)
      .all('model', 'session', 'user')
      .map(({ detail }) => detail);
    expect(plan[0]).toContain('chunks_by_session (session_id=?)');
    expect(plan[1]).toContain('COVERING INDEX');
  });
});
