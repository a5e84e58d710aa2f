import { describe, expect, it, onTestFinished } from 'vitest';
import { createOpenAiChatModel } from '../../src/main/provider/openai-chat-model';
import { createEmbeddingRequest } from '../../src/main/provider/embedding-request';
import { limitedFetch } from '../../src/main/provider/limited-fetch';
import { createRateLimiter } from '../../src/main/provider/rate-limiter';
import { readRateLimits } from '../../src/main/provider/read-rate-limits';
import { chatEvents } from '../openai-server/chat';
import { CHAT_PATH, collect, startChatRig } from './chat-rig';

const embeddingPath = '/v1/embeddings';
const signal = new AbortController().signal;

async function startLimited() {
  const rig = await startChatRig();
  onTestFinished(() => rig.server.close());
  const limiter = createRateLimiter({ clock: rig.clock });
  const fetchLimited = limitedFetch(fetch, { limiter, clock: rig.clock });
  const options = { ...rig.options, fetch: fetchLimited };
  const ask = (purpose: 'reply' | 'summary') =>
    collect(createOpenAiChatModel(options).stream(rig.request({ purpose })));
  const embed = (purpose: 'question' | 'embedding'): Promise<unknown> =>
    createEmbeddingRequest({ ...options, model: 'embed-1' })(['one'], { signal, purpose });
  const answerWith = (headers: Readonly<Record<string, string>>) =>
    rig.server.script(CHAT_PATH, {
      kind: 'choose',
      choose: (body) => ({
        kind: 'raw',
        contentType: 'text/event-stream',
        body: chatEvents(body).join(''),
        headers,
      }),
    });
  return { ...rig, ask, embed, answerWith };
}

describe('what a server says of its limits', () => {
  const now = Date.UTC(2026, 2, 2, 10);
  it.each([
    ['6m0s', 360_000],
    ['1.5s', 1_500],
    ['20ms', 20],
    ['1h2m3s', 3_723_000],
    ['30', 30_000],
    [String(now / 1_000 + 9), 9_000],
    [String(now + 9_000), 9_000],
  ])('is read where a window resets after %s', (reset, resetMs) => {
    const headers = new Headers({
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '3',
      'x-ratelimit-reset-requests': reset,
    });
    expect(readRateLimits(headers, 200, now)).toEqual({
      closedMs: null,
      windows: [{ remaining: 3, limit: 60, resetMs }],
    });
  });

  it.each(['', 'soon', '-5', 'NaN'])('is passed over where it is “%s”', (text) => {
    const headers = new Headers({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': text });
    expect(readRateLimits(headers, 200, now).windows).toEqual([]);
  });
});

describe('the limits of a provider', () => {
  it('hold turn and background together: after a refusal nobody asks before the time it names', async () => {
    const { server, clock, ask, embed } = await startLimited();
    server.script(CHAT_PATH, { kind: 'status', status: 429, headers: { 'retry-after': '40' } });
    expect(await ask('summary').ended).toMatchObject({ kind: 'rate-limit' });
    expect(await ask('reply').ended).toMatchObject({ kind: 'rate-limit', retryAt: clock.now() + 40_000 });
    await expect(embed('embedding')).rejects.toMatchObject({ kind: 'rate-limit', retryAfterMs: 41_000 });
    expect(server.requests).toHaveLength(1);

    // The turn first, the background a second later.
    clock.advance(40_000);
    await expect(embed('embedding')).rejects.toMatchObject({ retryAfterMs: 1_000 });
    expect(await ask('reply').ended).toBeNull();
    clock.advance(1_000);
    await embed('embedding');
    expect(server.requests.map(({ path }) => path)).toEqual([CHAT_PATH, CHAT_PATH, embeddingPath]);
  });

  it('leave the last of a window to the turn', async () => {
    const { server, clock, ask, embed, answerWith } = await startLimited();
    answerWith({
      'x-ratelimit-limit-tokens': '10000',
      'x-ratelimit-remaining-tokens': '1900',
      'x-ratelimit-reset-tokens': '6s',
    });
    expect(await ask('reply').ended).toBeNull();
    await expect(embed('embedding')).rejects.toMatchObject({ retryAfterMs: 7_000 });
    await embed('question');
    expect(await ask('reply').ended).toBeNull();
    expect(server.requests).toHaveLength(3);
    clock.advance(7_000);
    await embed('embedding');
    expect(server.requests).toHaveLength(4);
  });

  it('make a turn wait for a window that is used up, and ask once when it opens', async () => {
    const { server, clock, ask, answerWith } = await startLimited();
    answerWith({ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '12s' });
    expect(await ask('reply').ended).toBeNull();
    const second = ask('reply');
    await expect.poll(() => second.waits().length).toBe(1);
    expect(second.waits()[0]).toMatchObject({ until: clock.now() + 12_000 });
    expect(server.requests).toHaveLength(1);
    clock.advance(12_000);
    expect(await second.ended).toBeNull();
    expect(server.requests).toHaveLength(2);
  });

  it('keep the background away for a while after a refusal that names no time, the turn not', async () => {
    const { server, clock, ask, embed } = await startLimited();
    server.script(embeddingPath, { kind: 'status', status: 429 });
    await expect(embed('embedding')).rejects.toMatchObject({ kind: 'rate-limit', retryAfterMs: null });
    await expect(embed('embedding')).rejects.toMatchObject({ retryAfterMs: 10_000 });
    expect(await ask('reply').ended).toBeNull();
    expect(server.requests).toHaveLength(2);
    clock.advance(10_000);
    await embed('embedding');
    expect(server.requests).toHaveLength(3);
  });
});
