import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CallName } from '../../src/shared/contract/calls';
import { calls } from '../../src/shared/contract/calls';
import { appErrorShapeSchema } from '../../src/shared/error-shape-schema';
import { AppError } from '../../src/shared/errors';
import { dispatch } from '../../src/main/ipc/dispatch';
import type { HandlerMap } from '../../src/main/ipc/handler-map';
import type { LogFields, Logger } from '../../src/shared/logger';

const callNames = Object.keys(calls) as CallName[];
const context = { signal: new AbortController().signal };
const replySchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: appErrorShapeSchema }),
]);

function recordingLogger(): Logger & {
  readonly errors: { message: string; fields: LogFields | undefined }[];
} {
  const errors: { message: string; fields: LogFields | undefined }[] = [];
  const ignore = (): void => undefined;
  return {
    errors,
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: (message, fields) => errors.push({ message, fields }),
  };
}

/** Handlers that all do the same, so that only the dispatch is under test. */
function everyHandler(run: (input: unknown) => unknown): HandlerMap {
  const entries = callNames.map((name) => [name, async (input: unknown) => run(input)]);
  return Object.fromEntries(entries) as HandlerMap;
}

describe('dispatch', () => {
  it('answers what the handler returns', async () => {
    const logger = recordingLogger();
    const reply = await dispatch({ handlers: everyHandler(() => null), logger }, 'memory.jobs', {}, context);
    expect(reply).toEqual({ ok: true, value: null });
  });

  it('hands the handler the parsed input, not the raw one', async () => {
    const logger = recordingLogger();
    const id = '0197a5f0-0000-7000-8000-000000000001';
    const handlers = everyHandler((input) => input);
    const reply = await dispatch(
      { handlers, logger },
      'sessions.update',
      { sessionId: id, title: '  Trip ' },
      context,
    );
    expect(reply).toEqual({ ok: true, value: { sessionId: id, title: 'Trip' } });
  });

  it.each(['nope', '', 'constructor', '__proto__', 'toString', 7, null, undefined, {}])(
    'refuses the unknown call %j as bad input',
    async (name) => {
      const logger = recordingLogger();
      const reply = await dispatch({ handlers: everyHandler(() => null), logger }, name, {}, context);
      expect(reply).toMatchObject({ ok: false, error: { kind: 'bad-input' } });
      expect(logger.errors).toEqual([]);
    },
  );

  it('refuses a field the contract does not name', async () => {
    const logger = recordingLogger();
    const payload = { cursor: null, limit: 10, userId: 'someone else' };
    const reply = await dispatch(
      { handlers: everyHandler(() => null), logger },
      'sessions.list',
      payload,
      context,
    );
    expect(reply).toMatchObject({ ok: false, error: { kind: 'bad-input' } });
  });

  it('says where the input is wrong and never repeats its words', async () => {
    const logger = recordingLogger();
    const payload = { sessionId: 'my secret', text: 'my secret' };
    const reply = await dispatch(
      { handlers: everyHandler(() => null), logger },
      'chat.send',
      payload,
      context,
    );
    expect(JSON.stringify(reply)).toContain('sessionId');
    expect(JSON.stringify(reply)).not.toContain('my secret');
  });

  it('keeps the kind, message and retryability of an expected error and logs nothing', async () => {
    const logger = recordingLogger();
    const handlers = everyHandler(() => {
      throw new AppError('storage-full', 'The disk is full.', { retryable: true });
    });
    const reply = await dispatch({ handlers, logger }, 'app.start', {}, context);
    expect(reply).toEqual({
      ok: false,
      error: { kind: 'storage-full', message: 'The disk is full.', retryable: true },
    });
    expect(logger.errors).toEqual([]);
  });

  it('logs a bug once with its stack and tells the page nothing of it', async () => {
    const logger = recordingLogger();
    const handlers = everyHandler(() => {
      throw new TypeError('x is not a function at /home/someone');
    });
    const reply = await dispatch({ handlers, logger }, 'app.start', {}, context);
    expect(reply).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
    expect(JSON.stringify(reply)).not.toContain('/home/someone');
    expect(logger.errors).toHaveLength(1);
    expect(String(logger.errors[0]?.fields?.['stack'])).toContain('dispatch.test');
  });

  it.each([undefined, null, 'text', 0, Symbol('s')])(
    'answers even when a handler throws %s',
    async (thrown) => {
      const logger = recordingLogger();
      const handlers = everyHandler(() => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what a library may do is the point
        throw thrown;
      });
      const reply = await dispatch({ handlers, logger }, 'app.start', {}, context);
      expect(reply).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
    },
  );
});

describe.each(callNames)('any payload for %s', (name) => {
  it('gets a reply: the handler’s for what fits, an error for what does not', async () => {
    const logger = recordingLogger();
    const handlers = everyHandler((input) => {
      if (!calls[name].input.safeParse(input).success) throw new Error('unchecked input reached a handler');
      return null;
    });
    await fc.assert(
      fc.asyncProperty(payloadFor(name), async (payload) => {
        replySchema.parse(await dispatch({ handlers, logger }, name, payload, context));
      }),
      { numRuns: 2_000 },
    );
    expect(logger.errors).toEqual([]);
  });
});

/** Anything at all, and objects with the call's own field names holding anything: the second goes deeper. */
function payloadFor(name: CallName): fc.Arbitrary<unknown> {
  const schema: unknown = calls[name].input;
  const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const likely = fc.oneof(
    fc.anything(),
    fc.uuid(),
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.constantFrom('session', 'user', 'hybrid', 'https://example.com'),
    fc.record({ kind: fc.constantFrom('newest', 'before', 'after', 'around'), position: fc.integer() }),
  );
  const shaped = fc.record(Object.fromEntries(fields.map((field) => [field, likely])), { requiredKeys: [] });
  return fc.oneof(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }), shaped);
}
