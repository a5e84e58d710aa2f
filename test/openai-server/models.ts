import type { Behaviour } from './behaviour';

/** The models this server says it has, sorted. */
export const testModels: readonly string[] = ['test-chat', 'test-embedding', 'test-small'];

/** A good list of models. */
export function models(names = testModels): Behaviour {
  return {
    kind: 'reply',
    make: () => ({ object: 'list', data: names.map((id) => ({ id, object: 'model', owned_by: 'tests' })) }),
  };
}
