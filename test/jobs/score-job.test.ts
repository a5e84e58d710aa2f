import { describe, expect, it } from 'vitest';
import { createJobRunner } from '../../src/main/jobs/job-runner';
import { createScoreJob } from '../../src/main/jobs/score-job';
import { stopAfterTwo } from '../../src/main/jobs/stop-after-two';
import { createSummariseJob } from '../../src/main/jobs/summarise-job';
import type { ModelFor } from '../../src/main/jobs/write-summary';
import type { ChatModel, ChatRequest } from '../../src/main/memory/ports/chat-model';
import { createOfflineModel } from '../../src/main/provider/offline-model';
import { AppError } from '../../src/shared/errors';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createScriptedModel } from '../fakes/scripted-model';
import { testSettings } from '../fakes/test-settings';
import { appendTurn } from '../fakes/whole-turn';

const settings = testSettings({ bufferMessageLimit: 4 });

function answering(
  reply: (request: ChatRequest, asked: number) => string,
): ChatModel & { asked: () => number } {
  let asked = 0;
  return {
    name: 'judge-1',
    kind: 'server',
    asked: () => asked,
    async *stream(request) {
      asked += 1;
      yield { kind: 'text', text: reply(request, asked) };
    },
  };
}

const judgement = (score: number, missing: readonly string[] = []) =>
  JSON.stringify({ reasoning: 'I looked.', score, missing, accurate: true });

async function openWithTurns(count: number) {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place = { engine, userId, sessionId };
  const say = async (turns: number) => {
    for (let index = 0; index < turns; index += 1) {
      await appendTurn(place, { text: `Nadia paid ${String(index)} euros.`, reply: 'Noted.' });
    }
  };
  await say(count);
  const run = async ({
    summariser = createOfflineModel(),
    judge = createOfflineModel(),
  }: {
    summariser?: ChatModel;
    judge?: ChatModel;
  }) => {
    const options = {
      store: engine,
      summariser: ({ onCost }: Parameters<ModelFor>[0]) => {
        if (summariser.kind !== 'offline') onCost?.(5);
        return summariser;
      },
      settingsFor: async () => settings,
      windowTokens: 6_000,
      onChanged: () => undefined,
    };
    const runner = createJobRunner({
      queue: engine,
      handlers: {
        embed: async () => undefined,
        'embed-sentences': async () => undefined,
        distil: async () => undefined,
        'measure-floor': async () => undefined,
        score: stopAfterTwo(createScoreJob({ ...options, judge: () => judge, random: () => 0.5 })),
        summarise: stopAfterTwo(createSummariseJob(options)),
      },
      clock: disk.clock,
      logger: disk.logger,
      random: () => 0.5,
      onChange: () => undefined,
    });
    // A failed job comes back after a pause: the clock goes on until none waits any more.
    for (;;) {
      runner.wake();
      await runner.idle();
      if ((await engine.nextJobAt({})) === null) return;
      disk.clock.advance(600_000);
    }
  };
  const list = () => engine.listSummaries({ userId, sessionId });
  const stopped = (kind: 'score' | 'summarise') => engine.stoppedWork({ userId, sessionId, kind });
  return { disk, engine, userId, sessionId, say, run, list, stopped };
}

describe('the score job', () => {
  it('judges each version after it is written, at temperature 0, against three drawn messages', async () => {
    const { disk, run, list } = await openWithTurns(16);
    const requests: ChatRequest[] = [];
    const judge = answering((request) => {
      requests.push(request);
      return judgement(0.9, ['a date']);
    });
    await run({ judge });
    const summaries = await list();
    expect(summaries.length).toBeGreaterThan(1);
    for (const { quality, score } of summaries) {
      expect(quality).toBe(0.9);
      expect(score).toMatchObject({ kind: 'scored', judge: 'judge-1', seed: 2 ** 30, missing: ['a date'] });
      expect(score!.drawn.length).toBeGreaterThan(1);
    }
    expect(requests.every(({ temperature }) => temperature === 0)).toBe(true);
    const drawn = disk.logger.lines.filter(({ message }) => message.includes('drawn'));
    expect(drawn[0]).toMatchObject({ fields: { seed: 2 ** 30 } });
  });

  it('leaves unscored, never 0.5, what the judge did not answer as asked, and writes nothing anew', async () => {
    const { run, list } = await openWithTurns(4);
    await run({ judge: answering(() => 'I would say it is rather good.') });
    expect(await list()).toMatchObject([{ version: 1, quality: null, score: { kind: 'unscored' } }]);
  });

  it('writes a version of low quality once more, naming what was missing; both tries stay', async () => {
    const { run, list } = await openWithTurns(4);
    const prompts: string[] = [];
    const summariser = answering((request, asked) => {
      prompts.push(request.messages[1]!.content);
      return `Summary ${String(asked)}.`;
    });
    await run({
      summariser,
      judge: answering((_, asked) => judgement(asked === 1 ? 0.4 : 0.8, ['the 3 euros'])),
    });
    const [second, first] = await list();
    expect(first).toMatchObject({ version: 1, quality: 0.4, current: false, text: 'Summary 1.' });
    expect(second).toMatchObject({ version: 1, quality: 0.8, current: true, retryOf: first!.id });
    expect(second!.score!.drawn).toEqual(first!.score!.drawn);
    expect(prompts[0]).not.toContain('the 3 euros');
    expect(prompts[1]).toContain('- the 3 euros');
    expect(summariser.asked()).toBe(2);
  });

  it('goes on after a kill between the score and the second try, and judges nothing twice', async () => {
    const { disk, engine, userId, sessionId, run, list } = await openWithTurns(4);
    const where = { userId, sessionId };
    await createSummariseJob({
      store: engine,
      summariser: createOfflineModel,
      settingsFor: async () => settings,
      windowTokens: 6_000,
      onChanged: () => undefined,
    })({ id: 'x' as never, kind: 'summarise', ...where, attempts: 0 }, new AbortController().signal);
    const plan = (await engine.planScore({ ...where, seed: 3 }))!;
    const { score } = await engine.coverSummary({ plan });
    await engine.storeScore({ ...where, summaryId: plan.summaryId, quality: 0.1, score });
    await disk.kill();
    const judge = answering(() => judgement(0.9));
    await run({ judge });
    expect((await list()).map(({ quality }) => quality)).toEqual([0.9, 0.1]);
    expect(judge.asked()).toBe(1);
  });
});

describe('a summariser that fails', () => {
  it('stops after two tries, says so, and is not asked again for later turns until a retry', async () => {
    const { engine, userId, say, run, list, stopped } = await openWithTurns(4);
    const empty = answering(() => '  ');
    await run({ summariser: empty });
    expect(empty.asked()).toBe(2);
    const stop = await stopped('summarise');
    expect(stop!.attempts).toBe(2);
    expect(stop!.message).toContain('nothing');
    await say(3);
    await run({ summariser: empty });
    expect(empty.asked()).toBe(2);
    await engine.retryJob({ userId, jobId: stop!.jobId as never });
    expect(await stopped('summarise')).toBeNull();
    await run({ summariser: createScriptedModel(['A summary.']) });
    expect((await list())[0]).toMatchObject({ text: 'A summary.', current: true, costMicrocents: 5 });
  });

  it('goes on by itself once the models were changed', async () => {
    const { engine, run, list, stopped } = await openWithTurns(4);
    await run({ summariser: answering(() => '') });
    expect(await stopped('summarise')).not.toBeNull();
    await engine.retryStopped({});
    await run({});
    expect(await list()).toHaveLength(1);
  });

  it('for words too long in one chat stops that chat alone', async () => {
    const { engine, userId, run, stopped } = await openWithTurns(4);
    const tooLong: ChatModel = {
      ...createOfflineModel(),
      kind: 'server',
      // eslint-disable-next-line require-yield -- It throws before its first word.
      async *stream() {
        throw new AppError('context-overflow', 'Too long.');
      },
    };
    await run({ summariser: tooLong });
    expect(await stopped('summarise')).not.toBeNull();
    const other = await engine.createSession({ userId, recallScope: 'session' });
    expect(await engine.stoppedWork({ userId, sessionId: other.id, kind: 'summarise' })).toBeNull();
  });

  it('does not count a rate limit among the two', async () => {
    const { run, list } = await openWithTurns(4);
    let asked = 0;
    const limited: ChatModel = {
      name: 'm',
      kind: 'server',
      async *stream() {
        asked += 1;
        if (asked <= 3) throw new AppError('rate-limit', 'Wait.', { retryable: true });
        yield { kind: 'text', text: 'At last.' };
      },
    };
    await run({ summariser: limited });
    expect((await list()).at(-1)).toMatchObject({ text: 'At last.' });
  });
});

describe('a judge that fails', () => {
  it('stops, and every chat whose versions wait for it is told so, until a retry', async () => {
    const { engine, userId, run, say, sessionId } = await openWithTurns(4);
    const gone: ChatModel = {
      ...createOfflineModel(),
      kind: 'server',
      // eslint-disable-next-line require-yield -- It throws before its first word.
      async *stream() {
        throw new AppError('not-found', 'The server does not know this model.');
      },
    };
    const read = () => engine.readSummaries({ userId, sessionId, settings });
    await run({});
    expect((await read()).stoppedScore).toBeNull();
    const other = await engine.createSession({ userId, recallScope: 'session' });
    await appendTurn({ engine, userId, sessionId: other.id }, { text: 'Hello.', reply: 'Hello.' });
    await say(4);
    await run({ judge: gone });
    const elsewhere = await engine.readSummaries({ userId, sessionId: other.id, settings });
    const { stopped, stoppedScore, summaries } = await read();
    expect(summaries[0]).toMatchObject({ quality: null, score: null });
    expect(stopped).toBeNull();
    expect(stoppedScore).toMatchObject({ message: 'The server does not know this model.', attempts: 1 });
    expect(elsewhere.stoppedScore).toEqual(stoppedScore);
    await engine.retryJob({ userId, jobId: stoppedScore!.jobId as never });
    await run({});
    expect((await read()).stoppedScore).toBeNull();
    expect((await read()).summaries[0]!.quality).not.toBeNull();
  });
});
