import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHeldReply } from '../openai-server/held-reply';
import { CHAT_PATH, startChatRig, until } from './chat-rig';

describe('a server that is silent', () => {
  let rig: Awaited<ReturnType<typeof startChatRig>>;

  beforeEach(async () => {
    rig = await startChatRig();
  });
  afterEach(() => rig.server.close());

  const paused = (answer: ReturnType<typeof rig.ask>, waits: number) =>
    until(() => answer.waits().length === waits && rig.clock.waiting === 1);

  it('gives up after 60 s without a first word, three times', async () => {
    rig.server.always(CHAT_PATH, { kind: 'hang' });
    const answer = rig.ask();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await rig.server.received(attempt);
      rig.clock.advance(59_999);
      expect(answer.waits()).toHaveLength(attempt - 1);
      rig.clock.advance(1);
      await rig.server.requests[attempt - 1]?.closed;
      if (attempt === 3) break;
      await paused(answer, attempt);
      expect(answer.waits()[attempt - 1]).toMatchObject({ error: { kind: 'timeout' } });
      rig.clock.advance(2_000);
    }
    expect(await answer.ended).toMatchObject({ kind: 'timeout', retryable: true });
    expect(rig.server.requests).toHaveLength(3);
  });

  it('gives up on headers and thoughts without a word as on nothing at all', async () => {
    const held = createHeldReply();
    rig.server.script(CHAT_PATH, held.behaviour);
    const answer = rig.ask();
    await held.begun;
    await held.sendRaw(': thinking\n\n');
    await until(() => {
      rig.clock.advance(60_000);
      return answer.waits().length === 1;
    });
    expect(answer.waits()).toMatchObject([{ error: { kind: 'timeout' } }]);
    rig.control.abort();
    await answer.ended;
  });

  it.each([
    ['http://127.0.0.1:9/v1', 'test-chat', 300_000],
    ['https://far.example/v1', 'o3-mini', 300_000],
    ['https://far.example/v1', 'gpt-4o', 60_000],
  ])('waits at %s for the first word of %s %i ms', async (baseUrl, model, ms) => {
    const asked = vi.fn();
    const hanging: typeof fetch = (_input, init) => {
      asked();
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    };
    const answer = rig.ask({}, { baseUrl, model, fetch: hanging, timeouts: undefined });
    await until(() => asked.mock.calls.length === 1);
    rig.clock.advance(ms - 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(answer.waits()).toEqual([]);
    rig.clock.advance(1);
    await until(() => answer.waits().length === 1);
    rig.control.abort();
    await answer.ended;
  });

  it('gives up after 45 s of silence in the middle, keeps the words and asks no second time', async () => {
    const held = createHeldReply();
    rig.server.script(CHAT_PATH, held.behaviour);
    const answer = rig.ask();
    await held.send('Half');
    await until(() => answer.text() === 'Half');
    rig.clock.advance(44_999);
    await held.send(' an');
    await until(() => answer.text() === 'Half an');
    rig.clock.advance(44_999);
    expect(rig.clock.waiting).toBe(1);
    rig.clock.advance(1);
    expect(await answer.ended).toMatchObject({ kind: 'timeout', retryable: true });
    expect(rig.server.requests).toHaveLength(1);
    await rig.server.requests[0]?.closed;
  });
});
