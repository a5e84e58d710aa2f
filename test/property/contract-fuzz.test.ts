import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calls, type CallName } from '../../src/shared/contract/calls';
import { openWholeProgram } from '../fakes/whole-program';
import { callProbes, type TheirThings } from './call-probes';

const names = Object.keys(calls) as readonly CallName[];
const payloads = 10_000;

/** Ids that name nothing, so that a payload that fits reaches storage and finds nothing there. */
const nobody = new Proxy({} as TheirThings, {
  get: () => '0190a000-0000-7000-8000-0000000000ff',
});

/** Hostile values of every type a page could send. */
const anything = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    '\u0000',
    '"; DROP TABLE messages; --',
    'NEAR("',
    '../../etc/passwd',
    '__proto__',
    '\ud800',
    Number.NaN,
    -1,
    2 ** 53,
    [],
    { __proto__: null },
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

/** Inputs that fit, with one field replaced, added or taken away. */
function bent(name: CallName): fc.Arbitrary<unknown> {
  const fitting: readonly object[] = [{}, ...callProbes[name](nobody, nobody)];
  return fc.record({ base: fc.constantFrom(...fitting), field: fc.nat(), value: anything }).map((made) => {
    const fields = Object.keys(made.base);
    const field = fields[made.field % (fields.length + 1)] ?? 'more';
    return { ...made.base, [field]: made.value };
  });
}

const asked = fc.constantFrom(...names).chain((name) =>
  fc.record({
    name: fc.oneof({ weight: 30, arbitrary: fc.constant<unknown>(name) }, { weight: 1, arbitrary: anything }),
    payload: fc.oneof({ weight: 1, arbitrary: anything }, { weight: 3, arbitrary: bent(name) }),
  }),
);

describe('the contract', () => {
  it(
    'answers 10,000 random payloads over all calls with a value or a typed error, and goes on',
    { timeout: 600_000 },
    async () => {
      const program = await openWholeProgram();
      for (const { name, payload } of fc.sample(asked, { numRuns: payloads, seed: 20_260_302 })) {
        const reply = await program.ask(name, payload);
        const told = JSON.stringify({ name, payload }, (_key, value: unknown) =>
          typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : value,
        );
        if (!reply.ok) expect(reply.error.kind, told).not.toBe('unexpected');
      }
      const { user } = await program.call('app.start', {});
      const { users } = await program.call('users.list', {});
      expect(users.map(({ id }) => id)).toContain(user.id);
      expect(await program.call('sessions.create', {})).toMatchObject({ messageCount: 0 });
    },
  );
});
