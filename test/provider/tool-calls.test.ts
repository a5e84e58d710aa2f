import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../src/main/memory/ports/recall';
import { createQuirks } from '../../src/main/provider/quirks';
import { refusing } from '../openai-server/chat';
import { callTools, callToolsWhole } from '../openai-server/tool-calls';
import { CHAT_PATH, startChatRig } from './chat-rig';

const tools = [{ name: 'calculate', description: 'Works it out.', parameters: { type: 'object' } }];
const call = { id: 'call_1', name: 'calculate', arguments: '{"expression":"6 * 7"}' };
const second = { id: 'call_2', name: 'current_time', arguments: '{}' };
const history: readonly ChatMessage[] = [
  { role: 'user', content: 'Six times seven?' },
  { role: 'assistant', content: '', toolCalls: [call, second] },
  { role: 'tool', content: '42', toolCallId: 'call_1' },
  { role: 'tool', content: 'Noon', toolCallId: 'call_2' },
];

describe('tool calls', () => {
  let rig: Awaited<ReturnType<typeof startChatRig>>;
  beforeEach(async () => {
    rig = await startChatRig();
  });
  afterEach(() => rig.server.close());

  const lastBody = (): Record<string, unknown> => rig.server.requests.at(-1)?.body as Record<string, unknown>;

  it.each([1, 3, 500])(
    'arrive whole in the order they were made, streamed in pieces of %d',
    async (fragment) => {
      rig.server.script(CHAT_PATH, callTools([call, second], 'Let me see.', fragment));
      const asked = rig.ask({ tools });
      expect(await asked.ended).toBeNull();
      expect(asked.text()).toBe('Let me see.');
      expect(asked.chunks.at(-1)).toEqual({ kind: 'tool-calls', calls: [call, second] });
      expect(lastBody()['tools']).toEqual([{ type: 'function', function: tools[0] }]);
    },
  );

  it('arrive from a server that does not stream them, with arguments as an object and the same id twice', async () => {
    const object = { ...call, arguments: { expression: '6 * 7' } };
    rig.server.script(CHAT_PATH, callToolsWhole([object, object]));
    const asked = rig.ask({ tools });
    expect(await asked.ended).toBeNull();
    const [chunk] = asked.chunks;
    if (chunk?.kind !== 'tool-calls') throw new Error('no calls');
    expect(chunk.calls.map(({ arguments: args }) => args)).toEqual([call.arguments, call.arguments]);
    expect(new Set(chunk.calls.map(({ id }) => id)).size).toBe(2);
  });

  it('are passed on as they are where their arguments are no JSON', async () => {
    rig.server.script(CHAT_PATH, callTools([{ ...call, arguments: '{"expression": 6 *' }]));
    const asked = rig.ask({ tools });
    expect(await asked.ended).toBeNull();
    expect(asked.chunks.at(-1)).toMatchObject({ calls: [{ arguments: '{"expression": 6 *' }] });
  });

  it('go back to the server in the form of the protocol, with the results right behind them', async () => {
    const asked = rig.ask({ tools, messages: history, mayCallTools: false });
    expect(await asked.ended).toBeNull();
    const { messages, tool_choice: choice } = lastBody();
    expect(choice).toBe('none');
    expect(messages).toEqual([
      { role: 'user', content: 'Six times seven?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [call, second].map(({ id, ...called }) => ({ id, type: 'function', function: called })),
      },
      { role: 'tool', content: '42', tool_call_id: 'call_1' },
      { role: 'tool', content: 'Noon', tool_call_id: 'call_2' },
    ]);
  });

  it('whose results are not all there are told in words, since a server would refuse them', async () => {
    const broken = history.filter(({ toolCallId }) => toolCallId !== 'call_2');
    const asked = rig.ask({ tools, messages: broken });
    expect(await asked.ended).toBeNull();
    expect(lastBody()['messages']).toEqual([
      { role: 'user', content: 'Six times seven?' },
      { role: 'user', content: 'Result of calculate:\n42' },
    ]);
  });

  it.each([
    [400, 'registry.ollama.ai/library/gemma:2b does not support tools'],
    [400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'],
    [500, 'tools param requires --jinja flag'],
    [404, 'No endpoints found that support tool use.'],
    [400, 'Unrecognized request argument supplied: tools'],
    [422, 'Extra inputs are not permitted: tools'],
  ])(
    'are done without on a server that answers %d “%s”, and it is not asked again',
    async (status, message) => {
      const refused = refusing((body) => 'tools' in body, { kind: 'status', status, error: { message } });
      rig.server.always(CHAT_PATH, refused);
      const quirks = createQuirks();
      const asked = rig.ask({ tools, messages: history }, { quirks });
      expect(await asked.ended).toBeNull();
      expect(asked.text()).toContain('You asked');
      expect(quirks.known().takesTools).toBe(false);
      expect(JSON.stringify(lastBody())).not.toContain('tool_call');
      const before = rig.server.requests.length;
      expect(await rig.ask({ tools }, { quirks }).ended).toBeNull();
      expect(rig.server.requests).toHaveLength(before + 1);
    },
  );

  it('are not taken from a server that was offered none', async () => {
    rig.server.script(CHAT_PATH, callTools([call]));
    expect(await rig.ask().ended).toMatchObject({ kind: 'bad-response' });
  });
});
