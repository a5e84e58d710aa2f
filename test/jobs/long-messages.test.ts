import { describe, expect, it } from 'vitest';
import { createSummariseJob } from '../../src/main/jobs/summarise-job';
import { ContextOverflowError } from '../../src/main/memory/ports/context-overflow-error';
import type { ChatModel } from '../../src/main/memory/ports/chat-model';
import type { Job } from '../../src/main/memory/ports/job-queue';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createScriptedModel } from '../fakes/scripted-model';
import { testSettings } from '../fakes/test-settings';
import { appendTurn } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const long = manyWords(20_000, 1);
const signal = new AbortController().signal;

/** A chat that begins with 20,000 words, and a summariser that may take any window. */
async function openChat(text = long) {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place = { engine, userId, sessionId };
  await appendTurn(place, { text, reply: 'Noted.' });
  for (let turn = 0; turn < 4; turn += 1) await appendTurn(place, { text: `Hello ${turn}`, reply: 'Yes.' });
  const windows = new Map<string, number>();
  const summarise = (model: ChatModel) =>
    createSummariseJob({
      store: engine,
      summariser: () => model,
      settingsFor: async () => testSettings({ bufferMessageLimit: 4 }),
      windowTokens: 6_000,
      windowOf: (name) => windows.get(name) ?? Infinity,
      onWindowLearned: (name, tokens) => void windows.set(name, tokens),
      onChanged: () => undefined,
    })({ id: 'x', kind: 'summarise', userId, sessionId, attempts: 0 } as unknown as Job, signal);
  const sizeOf = async ({ messages, maxTokens }: Parameters<ChatModel['stream']>[0]): Promise<number> => {
    const count = (content: string) => engine.countTokens({ text: content, model: 'gpt-4o' });
    const counts = await Promise.all(messages.map(({ content }) => count(content)));
    return counts.reduce((sum, tokens) => sum + tokens, 0) + maxTokens;
  };
  const summaries = () => engine.listSummaries({ userId, sessionId });
  return { summarise, sizeOf, windows, summaries };
}

/** The words of the messages as the requests carry them. */
const saidIn = (requests: readonly Parameters<ChatModel['stream']>[0][]): string =>
  requests
    .map(({ messages }) => messages[1]!.content.split('\n\nMessages:\n')[1]!)
    .join('\n\n')
    .replaceAll(/(?:\n\n)?User \(part \d+ of \d+\): /gu, '');

describe('a message longer than what the summariser takes at once', () => {
  it('is folded part by part, none of its words left out', async () => {
    const { summarise, sizeOf, summaries } = await openChat();
    const model = createScriptedModel(['A summary.']);
    await summarise(model);
    expect(model.requests.length).toBeGreaterThan(3);
    for (const request of model.requests) expect(await sizeOf(request)).toBeLessThan(6_000 + 1_500);
    expect(saidIn(model.requests)).toContain(long);
    expect(model.requests[0]!.messages[1]!.content).toMatch(/User \(part 1 of \d+\): /u);
    expect(await summaries()).toMatchObject([{ text: 'A summary.', current: true }]);
  });

  it('is folded in smaller parts where the model’s window is known to be small', async () => {
    const { summarise, sizeOf, windows } = await openChat();
    windows.set('gpt-4o', 3_000);
    const model = createScriptedModel(['A summary.']);
    await summarise(model);
    for (const request of model.requests) expect(await sizeOf(request)).toBeLessThanOrEqual(3_000);
    expect(saidIn(model.requests)).toContain(long);
  });
});

describe('a summariser whose window proves smaller than thought', () => {
  const refusing = (chat: Awaited<ReturnType<typeof openChat>>, takes: number, told: number | null) =>
    createScriptedModel([
      async (request) => {
        if ((await chat.sizeOf(request)) > takes)
          throw new ContextOverflowError('Long.', { windowTokens: told });
      },
      'A summary.',
    ]);

  it('is asked again within it, and what its server said of it is kept', async () => {
    const chat = await openChat();
    const model = refusing(chat, 2_500, 2_500);
    await chat.summarise(model);
    expect(await chat.summaries()).toHaveLength(1);
    expect(chat.windows.get('gpt-4o')).toBe(2_500);
    expect(saidIn(model.requests.slice(1))).toContain(long);
  });

  it('is asked with less and less where its server does not say, but not for ever', async () => {
    const chat = await openChat();
    await chat.summarise(refusing(chat, 3_500, null));
    expect(await chat.summaries()).toHaveLength(1);
    expect(chat.windows.size).toBe(0);
    const other = await openChat('Hello.');
    const model = refusing(other, 1, null);
    await expect(other.summarise(model)).rejects.toMatchObject({ kind: 'context-overflow' });
    expect(model.requests.length).toBeLessThanOrEqual(4);
  });
});
