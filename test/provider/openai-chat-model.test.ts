import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenAiChatModel } from '../../src/main/provider/openai-chat-model';
import { brokenChat, chatEvents, chatReply, chatUsage, delta, unevenChat } from '../openai-server/chat';
import { createHeldReply } from '../openai-server/held-reply';
import { CHAT_PATH, collect, startChatRig, until } from './chat-rig';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
describe('a chat model of an OpenAI-compatible server', () => {
  let rig: Awaited<ReturnType<typeof startChatRig>>;

  beforeEach(async () => {
    vi.stubEnv('OPENAI_API_KEY', 'key-of-the-environment');
    rig = await startChatRig();
  });
  afterEach(() => rig.server.close());

  it('streams the reply piece by piece, and then the counts of the server', async () => {
    const answer = rig.ask();
    expect(await answer.ended).toBeNull();
    const body = rig.server.requests[0]?.body;
    expect(answer.text()).toBe(chatReply(body));
    expect(answer.chunks.length).toBeGreaterThan(5);
    const { prompt_tokens, completion_tokens } = chatUsage(body);
    expect(answer.chunks.at(-1)).toEqual({
      kind: 'usage',
      prompt: prompt_tokens,
      completion: completion_tokens,
    });
    expect(rig.clock.waiting).toBe(0);
  });

  it('sends the messages, the model, the limit and the temperature, with the key and nothing of the environment', async () => {
    await rig.ask().ended;
    const [request] = rig.server.requests;
    expect(request?.body).toEqual({
      model: 'test-chat',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Where is Ann?' },
      ],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 100,
      temperature: 0.7,
    });
    expect(request?.headers.authorization).toBe('Bearer sk-test-1234567890');
    expect(JSON.stringify(request?.headers)).not.toContain('environment');
  });

  it('is named as its model and is of a server', () => {
    expect(createOpenAiChatModel(rig.options)).toMatchObject({ name: 'test-chat', kind: 'server' });
  });

  it('asks for nothing before somebody reads', async () => {
    const stream = createOpenAiChatModel(rig.options).stream(rig.request());
    expect(rig.server.requests).toHaveLength(0);
    await collect(stream).ended;
    expect(rig.server.requests).toHaveLength(1);
  });

  it.each([1, 3, 7, 64])('puts characters together that were cut into pieces of %i bytes', async (bytes) => {
    const reply = 'Grüße, 你好, 👩‍👩‍👧 und Schluß';
    rig.server.script(CHAT_PATH, unevenChat(bytes, reply));
    const answer = rig.ask();
    expect(await answer.ended).toBeNull();
    expect(answer.text()).toBe(reply);
    expect(answer.text()).not.toContain('\ufffd');
  });

  it('hands a piece on before the next one has come', async () => {
    const held = createHeldReply();
    rig.server.script(CHAT_PATH, held.behaviour);
    const answer = rig.ask();
    await held.begun;
    await held.send('One ');
    await until(() => answer.text() === 'One ');
    const bytes = Buffer.from(delta('é'));
    await held.sendRaw(bytes.subarray(0, bytes.indexOf(0xc3) + 1));
    await held.sendRaw(bytes.subarray(bytes.indexOf(0xc3) + 1));
    await until(() => answer.text() === 'One é');
    await held.finish({ prompt_tokens: 5, completion_tokens: 2 });
    expect(await answer.ended).toBeNull();
    expect(answer.usage()).toEqual([{ kind: 'usage', prompt: 5, completion: 2 }]);
  });

  it('ends at [DONE] though the server keeps the connection open, and hangs up', async () => {
    rig.server.script(CHAT_PATH, {
      kind: 'pieces',
      pieces: (body) => chatEvents(body, 'Here.'),
      then: 'hang',
    });
    const answer = rig.ask();
    expect(await answer.ended).toBeNull();
    expect(answer.text()).toBe('Here.');
    await rig.server.requests[0]?.closed;
  });

  it('waits 5 s for counts after the end was announced, and does without them', async () => {
    const held = createHeldReply();
    rig.server.script(CHAT_PATH, held.behaviour);
    const answer = rig.ask();
    await held.sendRaw(delta('Here', 'stop') + delta('.'));
    await until(() => answer.text() === 'Here.');
    let hasEnded = false;
    void answer.ended.then(() => {
      hasEnded = true;
    });
    rig.clock.advance(4_999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(hasEnded).toBe(false);
    rig.clock.advance(1);
    expect(await answer.ended).toBeNull();
    expect(answer.usage()).toEqual([]);
  });

  it('keeps the words of a stream that ends without saying so, and calls the network broken', async () => {
    rig.server.script(CHAT_PATH, brokenChat(['Half an', ' answer'], 'end'));
    const answer = rig.ask();
    expect(await answer.ended).toMatchObject({ kind: 'network', retryable: true });
    expect(answer.text()).toBe('Half an answer');
    expect(answer.waits()).toEqual([]);
    expect(rig.server.requests).toHaveLength(1);
  });

  it('keeps the words of a stream whose connection breaks, and asks no second time', async () => {
    const held = createHeldReply();
    rig.server.script(CHAT_PATH, held.behaviour);
    const answer = rig.ask();
    await held.send('Half an');
    await until(() => answer.text() === 'Half an');
    await held.drop();
    expect(await answer.ended).toMatchObject({ kind: 'network', retryable: true });
    expect(answer.text()).toBe('Half an');
    expect(rig.server.requests).toHaveLength(1);
  });

  it('stops at once when it is cancelled in the middle, and hangs up', async () => {
    const held = createHeldReply();
    rig.server.script(CHAT_PATH, held.behaviour);
    const answer = rig.ask();
    await held.send('Half');
    await until(() => answer.text() === 'Half');
    rig.control.abort();
    expect(await answer.ended).toMatchObject({ kind: 'cancelled' });
    await rig.server.requests[0]?.closed;
    expect(rig.clock.waiting).toBe(0);
  });

  it('hangs up although garbage was collected while it waited', async () => {
    const held = createHeldReply();
    rig.server.script(CHAT_PATH, held.behaviour);
    const answer = rig.ask();
    await held.send('Half');
    await until(() => answer.text() === 'Half');
    for (let time = 0; time < 6; time += 1) {
      collectGarbage();
      await new Promise((resolve) => setImmediate(resolve));
    }
    rig.control.abort();
    expect(await answer.ended).toMatchObject({ kind: 'cancelled' });
    await rig.server.requests[0]?.closed;
  });

  it('is cancelled, not done, where it is stopped while only the counts are missing', async () => {
    const held = createHeldReply();
    rig.server.script(CHAT_PATH, held.behaviour);
    const answer = rig.ask();
    await held.sendRaw(delta('Here', 'stop') + delta('.'));
    await until(() => answer.text() === 'Here.');
    rig.control.abort();
    expect(await answer.ended).toMatchObject({ kind: 'cancelled' });
  });

  it('stops at once when it is cancelled before the first word, and never asks again', async () => {
    rig.server.script(CHAT_PATH, { kind: 'hang' });
    const answer = rig.ask();
    await rig.server.received(1);
    rig.control.abort();
    expect(await answer.ended).toMatchObject({ kind: 'cancelled' });
    await rig.server.requests[0]?.closed;
    expect(await rig.ask().ended).toMatchObject({ kind: 'cancelled' });
    expect(rig.server.requests).toHaveLength(1);
  });

  it('hangs up when whoever reads it stops reading', async () => {
    rig.server.script(CHAT_PATH, brokenChat(['One', ' two'], 'hang'));
    for await (const chunk of createOpenAiChatModel(rig.options).stream(rig.request())) {
      expect(chunk).toEqual({ kind: 'text', text: 'One' });
      break;
    }
    await rig.server.requests[0]?.closed;
    expect(rig.clock.waiting).toBe(0);
  });

  it('reads the key anew for every answer, and throws what reading it throws', async () => {
    const apiKey = vi
      .fn<() => Promise<string | null>>()
      .mockResolvedValueOnce('one')
      .mockResolvedValueOnce(null);
    await rig.ask({}, { apiKey }).ended;
    await rig.ask({}, { apiKey }).ended;
    expect(rig.server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer one',
      'Bearer none',
    ]);
    const locked = new Error('the keychain is locked');
    expect(await rig.ask({}, { apiKey: () => Promise.reject(locked) }).ended).toBe(locked);
  });

  it('never follows a server to another address, which would get the key', async () => {
    const other = await startChatRig();
    const location = `${other.server.url}/chat/completions`;
    rig.server.script(CHAT_PATH, {
      kind: 'raw',
      status: 307,
      headers: { location },
      contentType: 'text/plain',
      body: '',
    });
    expect(await rig.ask().ended).toMatchObject({ kind: 'network', retryable: false });
    expect(other.server.requests).toHaveLength(0);
    await other.server.close();
  });
});
