import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour } from '../openai-server/behaviour';
import { contextOverflow, brokenChat } from '../openai-server/chat';
import { CHAT_PATH, startChatRig, until } from './chat-rig';

const failing: Behaviour = { kind: 'status', status: 500 };
const limited = (headers: Readonly<Record<string, string>> = {}): Behaviour => ({
  kind: 'status',
  status: 429,
  headers,
});

describe('requests that are made again', () => {
  let rig: Awaited<ReturnType<typeof startChatRig>>;

  beforeEach(async () => {
    rig = await startChatRig();
  });
  afterEach(() => rig.server.close());

  const paused = (answer: ReturnType<typeof rig.ask>, waits: number) =>
    until(() => answer.waits().length === waits && rig.clock.waiting === 1);

  it.each<[string, string, Behaviour]>([
    ['500', 'server', failing],
    ['503', 'server', { kind: 'status', status: 503 }],
    ['408', 'server', { kind: 'status', status: 408 }],
    ['409', 'server', { kind: 'status', status: 409 }],
    ['429', 'rate-limit', limited()],
    ['a closed connection', 'network', { kind: 'drop' }],
    ['a stream that ends before its first word', 'network', brokenChat([], 'end')],
    [
      'an error before its first word',
      'server',
      { kind: 'raw', contentType: 'text/event-stream', body: 'data: {"error":{"message":"busy"}}\n\n' },
    ],
  ])('announces a pause after %s and asks again when it is over', async (_name, kind, behaviour) => {
    rig.server.script(CHAT_PATH, behaviour, behaviour);
    const answer = rig.ask();
    await paused(answer, 1);
    expect(answer.waits()).toMatchObject([
      { error: { kind, retryable: true }, attempt: 2, attempts: 3, until: rig.clock.now() + 750 },
    ]);
    rig.clock.advance(749);
    expect(rig.server.requests).toHaveLength(1);
    rig.clock.advance(1);
    await paused(answer, 2);
    expect(rig.server.requests).toHaveLength(2);
    expect(answer.waits()[1]).toMatchObject({ attempt: 3, attempts: 3, until: rig.clock.now() + 1_500 });
    rig.clock.advance(1_500);
    expect(await answer.ended).toBeNull();
    expect(answer.text()).toContain('Where is Ann?');
    expect(rig.server.requests).toHaveLength(3);
  });

  it('gives up after three requests', async () => {
    rig.server.always(CHAT_PATH, failing);
    const answer = rig.ask();
    await paused(answer, 1);
    rig.clock.advance(750);
    await paused(answer, 2);
    rig.clock.advance(1_500);
    expect(await answer.ended).toMatchObject({ kind: 'server', retryable: true });
    expect(rig.server.requests).toHaveLength(3);
    expect(rig.clock.waiting).toBe(0);
  });

  it('waits as long as a rate limit asks, up to 30 s', async () => {
    rig.server.script(CHAT_PATH, limited({ 'retry-after': '30' }));
    const answer = rig.ask();
    await paused(answer, 1);
    const retryAt = rig.clock.now() + 30_000;
    expect(answer.waits()).toMatchObject([{ until: retryAt, error: { kind: 'rate-limit', retryAt } }]);
    rig.clock.advance(30_000);
    expect(await answer.ended).toBeNull();
    expect(rig.server.requests).toHaveLength(2);
  });

  it('fails at once where a rate limit asks for more, and says when to come back', async () => {
    rig.server.script(CHAT_PATH, limited({ 'retry-after': '31' }));
    expect(await rig.ask().ended).toMatchObject({
      kind: 'rate-limit',
      retryable: true,
      retryAfterMs: 31_000,
      retryAt: rig.clock.now() + 31_000,
    });
    expect(rig.server.requests).toHaveLength(1);
  });

  it('says when to come back after the last of three rate limits', async () => {
    rig.server.always(CHAT_PATH, limited({ 'retry-after-ms': '200' }));
    const answer = rig.ask();
    await paused(answer, 1);
    rig.clock.advance(200);
    await paused(answer, 2);
    rig.clock.advance(200);
    expect(await answer.ended).toMatchObject({ kind: 'rate-limit', retryAt: rig.clock.now() + 200 });
    expect(rig.server.requests).toHaveLength(3);
  });

  it.each<[string, Behaviour]>([
    ['auth', { kind: 'status', status: 401 }],
    ['auth', { kind: 'status', status: 403 }],
    ['quota', { kind: 'status', status: 402 }],
    ['quota', { kind: 'status', status: 429, error: { code: 'insufficient_quota', message: 'x' } }],
    ['not-found', { kind: 'status', status: 404 }],
    ['bad-response', { kind: 'status', status: 400 }],
    ['bad-response', { kind: 'status', status: 422 }],
    ['context-overflow', contextOverflow()],
    ['context-overflow', { kind: 'status', status: 413 }],
  ])('throws %s at once, asking once', async (kind, behaviour) => {
    rig.server.script(CHAT_PATH, behaviour);
    const answer = rig.ask();
    expect(await answer.ended).toMatchObject({ name: 'AppError', kind });
    expect(answer.waits()).toEqual([]);
    expect(rig.server.requests).toHaveLength(1);
  });

  it('ends a pause at once when it is cancelled', async () => {
    rig.server.script(CHAT_PATH, failing);
    const answer = rig.ask();
    await paused(answer, 1);
    rig.control.abort();
    expect(await answer.ended).toMatchObject({ kind: 'cancelled' });
    expect(rig.clock.waiting).toBe(0);
    expect(rig.server.requests).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 429, 500])('never repeats the key of a %i that quotes it', async (status) => {
    const error = { message: `Incorrect API key provided: sk-test-1234567890. In: Where is Ann?` };
    rig.server.always(CHAT_PATH, { kind: 'status', status, error, headers: { 'retry-after': '60' } });
    const answer = rig.ask();
    if (status === 500) {
      await paused(answer, 1);
      rig.control.abort();
    }
    const thrown = await answer.ended;
    expect(thrown).toMatchObject({ name: 'AppError' });
    const everything = inspect([thrown, answer.chunks], { depth: 10, showHidden: true });
    expect(everything).not.toContain('1234567890');
  });
});
