import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { answeringModels } from '../../eval/planted/answering-models';
import { arrange, verdictOf } from '../../eval/planted/answers';
import { reportOf, tableOf } from '../../eval/planted/report';
import { runPlanted } from '../../eval/planted/run-planted';
import { keepNothing } from '../../eval/parts';
import { recalledHeading } from '../../src/main/memory/context/templates';
import { chat } from '../openai-server/chat';
import { startOpenAiServer } from '../openai-server/server';

const bodySchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

/**
 * A server whose `reader` repeats the message just before the question where that is a system text, as a model that heeds
 * nothing else would, and whose `judge` looks whether an answer holds the value.
 */
async function startReader() {
  const server = await startOpenAiServer();
  onTestFinished(() => server.close());
  server.always('/v1/chat/completions', {
    kind: 'choose',
    choose: (body) => {
      const { model, messages } = bodySchema.parse(body);
      const [before, asked] = messages.slice(-2);
      if (model === 'reader') return chat(before!.role === 'system' ? before!.content : 'I do not know.');
      const [, value = '', answer = ''] = /Value:\n(.*)\n\nAnswer:\n([^]*)/u.exec(asked!.content) ?? [];
      return chat(answer.includes(value) ? 'Yes.' : 'No, it does not.');
    },
  });
  return server;
}

describe('the answers of a model', () => {
  it('are asked for with the recalled block at both places, without the key of another server, and judged by another model', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-canary');
    onTestFinished(() => void vi.unstubAllEnvs());
    const server = await startReader();
    const named = { model: 'reader', judge: 'judge', server: server.url, maxTokens: 400 };
    const models = answeringModels(named);
    const run = await runPlanted({
      seed: 1,
      turns: [50],
      tiers: ['standard'],
      embedder: null,
      answering: models.options,
      openParts: keepNothing,
    });
    const report = reportOf(run, 1);
    const of = (place: string, kind: string) =>
      report.answers.find((row) => row.place === place && row.kind === kind);
    expect(of('before-buffer', 'all')).toMatchObject({ right: 0, unjudged: 0, holdsValue: 0, turn: 50 });
    // What is recalled stands right before the question there, so that this reader finds what the context holds.
    const literal = report.results.find(
      ({ strategy, kind }) => strategy === 'retrieval' && kind === 'literal',
    );
    expect(of('before-question', 'literal')!.right).toBeGreaterThan(0.5);
    expect(of('before-question', 'literal')!.right).toBeLessThanOrEqual(literal!.inContext + 0.2);
    expect(of('before-question', 'all')!.promptTokensPerTurn).toBeGreaterThan(100);
    expect(models.mergesSystemTexts()).toBe(false);
    expect(tableOf(report)).toContain('before-question');
    // Two answers and two judgements for each of the 18 facts, in both kinds.
    expect(server.requests).toHaveLength(18 * 2 * 2 * 2);
    expect(JSON.stringify(server.requests.map(({ headers }) => headers))).not.toContain('sk-canary');
  });

  it('end the run in words where the server refuses', async () => {
    const server = await startOpenAiServer();
    onTestFinished(() => server.close());
    server.always('/v1/chat/completions', { kind: 'status', status: 404 });
    const { options } = answeringModels({ model: 'a', judge: 'a', server: server.url, maxTokens: 10 });
    const run = runPlanted({
      seed: 1,
      turns: [20],
      tiers: ['free'],
      embedder: null,
      answering: options,
      openParts: keepNothing,
    });
    await expect(run).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('keep all messages, and move the recalled block alone', () => {
    const messages = [
      { role: 'system', content: 'Be kind.' },
      { role: 'system', content: `${recalledHeading}\n\n> Ada` },
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hi' },
      { role: 'user', content: 'Who?' },
    ] as const;
    expect(arrange(messages, 'before-buffer')).toEqual(messages);
    expect(arrange(messages, 'before-question')).toEqual([
      messages[0],
      messages[2],
      messages[3],
      messages[1],
      messages[4],
    ]);
    expect(arrange(messages.slice(2), 'before-question')).toEqual(messages.slice(2));
  });

  it('are judged by the first word', () => {
    expect(['Yes', 'yes.', '**No**', 'no, it gives 7', 'Perhaps', ''].map(verdictOf)).toEqual([
      true,
      true,
      false,
      false,
      null,
      null,
    ]);
  });
});
