import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../src/main/memory/ports/recall';
import { chat } from '../openai-server/chat';
import { CHAT_PATH, startChatRig } from './chat-rig';

describe('the body of a chat request', () => {
  let rig: Awaited<ReturnType<typeof startChatRig>>;

  beforeEach(async () => {
    rig = await startChatRig();
  });
  afterEach(() => rig.server.close());

  const bodies = (): readonly Record<string, unknown>[] =>
    rig.server.requests.map(({ body }) => body as Record<string, unknown>);

  it.each([
    ['o1', true],
    ['o3-mini', true],
    ['o4-mini-2025-04-16', true],
    ['gpt-5', true],
    ['gpt-5.1-mini', true],
    ['openai/GPT-5-nano', true],
    ['gpt-4o', false],
    ['gpt-4.1', false],
    ['gpt-oss-20b', false],
    ['olmo-2', false],
    ['phi-o1', false],
  ])('asks %s as a model that thinks first: %s', async (model, isReasoning) => {
    expect(await rig.ask({}, { model }).ended).toBeNull();
    expect('max_completion_tokens' in bodies()[0]!).toBe(isReasoning);
    expect('temperature' in bodies()[0]!).toBe(!isReasoning);
  });

  it('leaves the temperature to the model where none is set', async () => {
    await rig.ask({ temperature: undefined }).ended;
    expect(bodies()[0]).not.toHaveProperty('temperature');
  });

  it('sends no half characters, no names that servers refuse, and results of tools as words of the user', async () => {
    rig.server.script(CHAT_PATH, chat('Yes.'));
    const messages: readonly ChatMessage[] = [
      { role: 'user', content: 'a\ud83d', name: 'Ann_1' },
      { role: 'user', content: '🙂', name: 'Ann Lee' },
      { role: 'tool', content: '42' },
    ];
    await rig.ask({ messages }).ended;
    expect(bodies()[0]?.['messages']).toEqual([
      { role: 'user', content: 'a\ufffd', name: 'Ann_1' },
      { role: 'user', content: '🙂' },
      { role: 'user', content: 'Result of a tool:\n42' },
    ]);
  });
});
