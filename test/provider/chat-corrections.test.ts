import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../src/main/memory/ports/recall';
import { createQuirks } from '../../src/main/provider/quirks';
import type { Behaviour } from '../openai-server/behaviour';
import { refusesParameter, refusesSystemMessages, refusing } from '../openai-server/chat';
import { CHAT_PATH, startChatRig } from './chat-rig';

const refusal = (message: unknown, status = 400): Behaviour => ({
  kind: 'raw',
  status,
  contentType: 'application/json',
  body: JSON.stringify(message),
});
const manySystems: readonly ChatMessage[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'system', content: 'Ann is a pilot.' },
  { role: 'user', content: 'Hello.' },
  { role: 'user', content: 'Where is Ann?' },
  { role: 'assistant', content: 'In Rome' },
  { role: 'system', content: 'Go on.' },
  { role: 'user', content: 'Since when?' },
];

describe('requests that a server refuses for their form', () => {
  let rig: Awaited<ReturnType<typeof startChatRig>>;

  beforeEach(async () => {
    rig = await startChatRig();
  });
  afterEach(() => rig.server.close());

  const bodies = (): readonly Record<string, unknown>[] =>
    rig.server.requests.map(({ body }) => body as Record<string, unknown>);

  it.each<[string, Behaviour]>([
    ['by its name', refusesParameter('stream_options')],
    [
      'as an extra input, in a list',
      refusing(
        (body) => 'stream_options' in body,
        refusal(
          {
            detail: [
              {
                type: 'extra_forbidden',
                loc: ['body', 'stream_options'],
                msg: 'Extra inputs are not permitted',
                input: { include_usage: true },
              },
            ],
          },
          422,
        ),
      ),
    ],
    [
      'as Mistral nests it',
      refusing(
        (body) => 'stream_options' in body,
        refusal(
          {
            object: 'error',
            message: {
              detail: [
                { loc: ['body', 'stream_options', 'include_usage'], msg: 'Extra inputs are not permitted' },
              ],
            },
          },
          422,
        ),
      ),
    ],
    [
      'inside a good answer',
      refusing((body) => 'stream_options' in body, refusal({ error: 'unknown field stream_options' }, 200)),
    ],
  ])(
    'does without counts where asking for them is refused %s, and remembers it',
    async (_name, behaviour) => {
      rig.server.always(CHAT_PATH, behaviour);
      const first = rig.ask();
      expect(await first.ended).toBeNull();
      expect(first.text()).toContain('Where is Ann?');
      expect(first.waits()).toEqual([]);
      expect(bodies().map((body) => 'stream_options' in body)).toEqual([true, false]);
      expect(await rig.ask().ended).toBeNull();
      expect(bodies()).toHaveLength(3);
    },
  );

  it('sends no temperature where it is refused', async () => {
    rig.server.always(CHAT_PATH, refusesParameter('temperature'));
    expect(await rig.ask().ended).toBeNull();
    expect(bodies().map(({ temperature }) => temperature)).toEqual([0.7, undefined]);
  });

  it.each([
    ['test-chat', 'max_tokens', 'max_completion_tokens'],
    ['o3-mini', 'max_completion_tokens', 'max_tokens'],
  ])('gives the limit of %s its other name where %s is refused', async (model, refused, other) => {
    rig.server.always(CHAT_PATH, refusesParameter(refused, ` Use '${other}' instead.`));
    expect(await rig.ask({}, { model }).ended).toBeNull();
    expect(bodies()).toHaveLength(2);
    expect(bodies()[0]).toMatchObject({ [refused]: 100 });
    expect(bodies()[1]).toMatchObject({ [other]: 100 });
    expect(bodies()[1]).not.toHaveProperty(refused);
  });

  it('lowers the limit to what the model writes at most', async () => {
    rig.server.always(
      CHAT_PATH,
      refusing(
        (body) => Number(body['max_tokens']) > 4_096,
        refusal({
          error: {
            param: 'max_tokens',
            message:
              'max_tokens is too large: 9000. This model supports at most 4096 completion tokens, whereas you provided 9000.',
          },
        }),
      ),
    );
    expect(await rig.ask({ maxTokens: 9_000 }).ended).toBeNull();
    expect(bodies().map(({ max_tokens }) => max_tokens)).toEqual([9_000, 4_096]);
  });

  it('corrects one thing after the other', async () => {
    rig.server.script(
      CHAT_PATH,
      refusal({ error: { param: 'stream_options', message: 'no' } }),
      refusal({ error: { param: 'temperature', message: 'no' } }),
      refusal({ error: { param: 'max_tokens', message: 'no' } }),
    );
    expect(await rig.ask().ended).toBeNull();
    expect(bodies()).toHaveLength(4);
    expect(Object.keys(bodies()[3]!).toSorted()).toEqual([
      'max_completion_tokens',
      'messages',
      'model',
      'stream',
    ]);
  });

  it('comes to an end at a server that refuses everything', async () => {
    const everything =
      'stream_options, temperature, max_tokens and max_completion_tokens: only one system message';
    rig.server.always(CHAT_PATH, refusal({ error: { message: everything } }));
    const quirks = createQuirks();
    expect(await rig.ask({}, { quirks }).ended).toMatchObject({ kind: 'bad-response' });
    expect(bodies()).toHaveLength(6);
    expect(quirks.known()).toEqual({});
  });

  it('makes one system message of several where only one may come first', async () => {
    rig.server.always(CHAT_PATH, refusesSystemMessages(1));
    expect(await rig.ask({ messages: manySystems }).ended).toBeNull();
    expect(bodies()[1]?.['messages']).toEqual([
      { role: 'system', content: 'Be brief.\n\nAnn is a pilot.\n\nGo on.' },
      { role: 'user', content: 'Hello.\n\nWhere is Ann?' },
      { role: 'assistant', content: 'In Rome' },
      { role: 'user', content: 'Since when?' },
    ]);
    expect(await rig.ask({ messages: manySystems }).ended).toBeNull();
    expect(bodies()).toHaveLength(3);
  });

  it('puts the system messages into the first question where there may be none', async () => {
    rig.server.always(CHAT_PATH, refusesSystemMessages(0));
    expect(await rig.ask({ messages: manySystems }).ended).toBeNull();
    expect(bodies()).toHaveLength(3);
    expect(bodies()[2]?.['messages']).toEqual([
      { role: 'user', content: 'Be brief.\n\nAnn is a pilot.\n\nGo on.\n\nHello.\n\nWhere is Ann?' },
      { role: 'assistant', content: 'In Rome' },
      { role: 'user', content: 'Since when?' },
    ]);
  });

  it.each([
    'Only one system message is allowed',
    'System message must be at the beginning.',
    'Multiple system messages are not supported',
    'Only user, assistant and tool roles are supported!',
    "Unexpected role 'system' after role 'assistant'",
    'After the optional system message, conversation roles must alternate user/assistant/user/assistant/...',
  ])('understands “%s”', async (message) => {
    rig.server.script(CHAT_PATH, refusal({ error: { message } }, 500));
    expect(await rig.ask({ messages: manySystems }).ended).toBeNull();
    expect(bodies()).toHaveLength(2);
  });

  it.each<[string, Behaviour]>([
    [
      'the context, whose refusal names a parameter',
      refusal({
        error: {
          param: 'max_tokens',
          message:
            "'max_tokens' or 'max_completion_tokens' is too large: 1000. This model's maximum context length is 4096 tokens and your request has 3500 input tokens",
        },
      }),
    ],
    [
      'the context, and asks for a lower limit',
      refusal({
        error: {
          param: 'max_tokens',
          message: 'The maximum context length is 4096 tokens: reduce max_tokens',
        },
      }),
    ],
    ['a value', refusal({ error: { param: 'max_tokens', message: 'max_tokens must be greater than 0' } })],
    ['something else', refusal({ error: { message: 'The model is in maintenance' } })],
    ['the key', refusal({ error: { message: 'temperature is not for this key' } }, 401)],
  ])('corrects nothing where the refusal is about %s', async (_name, behaviour) => {
    rig.server.script(CHAT_PATH, behaviour);
    expect(await rig.ask().ended).not.toBeNull();
    expect(bodies()).toHaveLength(1);
  });

  it('counts no refusal for its form as a failure of the server', async () => {
    for (let time = 0; time < 5; time += 1) {
      rig.server.script(CHAT_PATH, refusal({ error: { param: 'stream_options', message: 'no' } }, 500));
      expect(await rig.ask({}, { quirks: createQuirks() }).ended).toBeNull();
    }
    expect(rig.breaker.openUntil()).toBeNull();
  });
});
