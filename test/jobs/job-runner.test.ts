import { describe, expect, it } from 'vitest';
import type { JobHandler } from '../../src/main/jobs/job-handler';
import { createJobRunner } from '../../src/main/jobs/job-runner';
import { maxAttempts, retryDelay } from '../../src/main/jobs/retry-delay';
import { ContextOverflowError } from '../../src/main/memory/ports/context-overflow-error';
import { RateLimitError } from '../../src/main/memory/ports/rate-limit-error';
import { AppError } from '../../src/shared/errors';
import type { JobId } from '../../src/shared/model/ids';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { untilAborted } from '../fakes/scripted-model';
import { appendTurn } from '../fakes/whole-turn';

async function openWithJobs(turns = 1) {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  for (let index = 0; index < turns; index += 1) {
    await appendTurn({ engine: disk.engine, userId: disk.userId, sessionId }, { text: 'Hello' });
  }
  const run = (embed: JobHandler, summarise: JobHandler = async () => undefined) => {
    const runner = createJobRunner({
      queue: disk.engine,
      handlers: {
        embed,
        'embed-sentences': async () => undefined,
        summarise,
        score: async () => undefined,
        distil: async () => undefined,
        'measure-floor': async () => undefined,
      },
      clock: disk.clock,
      logger: disk.logger,
      random: () => 0.5,
      onChange: () => undefined,
    });
    runner.wake();
    return runner;
  };
  const jobs = async () =>
    (await disk.engine.listJobs({ userId: disk.userId }))
      .map(({ kind, state, attempts }) => `${kind} ${state} ${String(attempts)}`)
      .toSorted();
  return { disk, sessionId, run, jobs };
}

const succeed: JobHandler = async () => undefined;

describe('the job runner', () => {
  it('works through what is due and then waits to be woken', async () => {
    const { run, jobs } = await openWithJobs(3);
    const seen: string[] = [];
    const note: JobHandler = async ({ kind }) => void seen.push(kind);
    await run(note, note).idle();
    expect(seen.toSorted()).toEqual([
      ...Array<string>(3).fill('embed'),
      ...Array<string>(3).fill('summarise'),
    ]);
    expect(new Set(await jobs())).toEqual(new Set(['embed done 0', 'summarise done 0']));
  });

  it('lets what else is due go first where a job says that there is more to do, and counts no try', async () => {
    const { run, jobs } = await openWithJobs();
    const seen: string[] = [];
    const embed: JobHandler = async ({ kind }) => {
      seen.push(kind);
      return seen.length < 4 ? 'unfinished' : undefined;
    };
    await run(embed, async ({ kind }) => void seen.push(kind)).idle();
    expect(seen.filter((kind) => kind === 'embed').length).toBeGreaterThan(1);
    expect(seen).toContain('summarise');
    expect(await jobs()).toEqual(['embed done 0', 'summarise done 0']);
  });

  it('gives the running job back at quit: its try does not count, and the next start runs it', async () => {
    const { disk, run, jobs } = await openWithJobs();
    const runner = run(async (_job, signal) => {
      await untilAborted(signal);
      signal.throwIfAborted();
    });
    await expect.poll(jobs, { timeout: 15_000 }).toContain('embed running 0');
    await runner.stop();
    expect(await jobs()).toEqual(['embed waiting 0', 'summarise waiting 0']);
    runner.wake();
    await runner.idle();
    expect(await jobs()).toContain('embed waiting 0');
    await disk.restart();
    await run(succeed).idle();
    expect(await jobs()).toEqual(['embed done 0', 'summarise done 0']);
  });

  it('pauses: the running job is given back without a try, none begins, and it goes on', async () => {
    const { run, jobs } = await openWithJobs();
    let isHeld = true;
    const runner = run(async (_job, signal) => {
      if (isHeld) await untilAborted(signal);
      signal.throwIfAborted();
    });
    await expect.poll(jobs, { timeout: 15_000 }).toContain('embed running 0');
    runner.pause(true);
    await runner.idle();
    runner.wake();
    await runner.idle();
    expect(runner.isPaused()).toBe(true);
    expect(await jobs()).toEqual(['embed waiting 0', 'summarise waiting 0']);
    isHeld = false;
    runner.pause(false);
    await runner.idle();
    expect(runner.isPaused()).toBe(false);
    expect(await jobs()).toEqual(['embed done 0', 'summarise done 0']);
  });

  it('resumes after a kill', async () => {
    const { disk, run, jobs } = await openWithJobs();
    run(() => new Promise(() => undefined));
    await expect.poll(jobs, { timeout: 15_000 }).toContain('embed running 0');
    await disk.kill();
    expect(await jobs()).toEqual(['embed waiting 0', 'summarise waiting 0']);
    await run(succeed).idle();
    expect(await jobs()).toEqual(['embed done 0', 'summarise done 0']);
  });

  it('tries again later and later, then leaves the job among the dead, until Retry', async () => {
    const { disk, run, jobs } = await openWithJobs();
    const tries: number[] = [];
    let broken = true;
    const runner = run(async () => {
      tries.push(disk.clock.monotonic());
      if (broken) throw new AppError('network', 'No connection.', { retryable: true });
    });
    await runner.idle();
    for (let attempt = 0; attempt < maxAttempts - 1; attempt += 1) {
      expect(await jobs()).toContain(`embed waiting ${String(attempt + 1)}`);
      disk.clock.advance(retryDelay(attempt, 0.5) - 1);
      await runner.idle();
      expect(tries).toHaveLength(attempt + 1);
      disk.clock.advance(51);
      await runner.idle();
    }
    expect(await jobs()).toContain(`embed dead ${String(maxAttempts)}`);
    const [dead] = (await disk.engine.listJobs({ userId: disk.userId })).filter(
      ({ state }) => state === 'dead',
    );
    expect(dead!.lastError).toBe('No connection.');
    disk.clock.advance(86_400_000);
    await runner.idle();
    expect(tries).toHaveLength(maxAttempts);

    broken = false;
    await disk.engine.retryJob({ userId: disk.userId, jobId: dead!.id as JobId });
    runner.wake();
    await runner.idle();
    expect(await jobs()).toEqual(['embed done 0', 'summarise done 0']);
  });

  it('does not repeat what will not come right by waiting, and goes on with the next job', async () => {
    const { run, jobs } = await openWithJobs();
    await run(async () => {
      throw new AppError('auth', 'The key was refused.');
    }).idle();
    expect(await jobs()).toEqual(['embed dead 1', 'summarise done 0']);
  });

  it.each([
    ['says it in milliseconds', new RateLimitError('Slow down.', { retryAfterMs: 90_000 })],
    [
      'says it as a time',
      (now: number) => new AppError('server', 'Busy.', { retryable: true, retryAt: now + 90_000 }),
    ],
  ])('leaves a server alone for as long as it asks, where it %s', async (_name, error) => {
    const { disk, run } = await openWithJobs();
    const now = disk.clock.now();
    const fail: JobHandler = () => Promise.reject(typeof error === 'function' ? error(now) : error);
    await run(fail).idle();
    expect(await disk.engine.nextJobAt({})).toBe(now + 90_000);
  });

  it('does not send the same again to a model that found it too long', async () => {
    const { run, jobs } = await openWithJobs();
    const error = new ContextOverflowError('Too long.', { windowTokens: 2_000 });
    await run(() => Promise.reject(error)).idle();
    expect(await jobs()).toContain('embed dead 1');
  });

  it('takes a bug for something that may pass, and logs it once', async () => {
    const { disk, run, jobs } = await openWithJobs();
    await run(async () => {
      throw new TypeError('x is undefined');
    }).idle();
    expect(await jobs()).toContain('embed waiting 1');
    expect(disk.logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('outlives a queue that fails for a while', async () => {
    const { disk, jobs } = await openWithJobs();
    let failures = 1;
    const runner = createJobRunner({
      queue: {
        ...disk.engine,
        claimJob: async (input) => {
          if (failures-- > 0) throw new AppError('worker-lost', 'Lost.', { retryable: true });
          return disk.engine.claimJob(input);
        },
      },
      handlers: {
        embed: succeed,
        'embed-sentences': succeed,
        summarise: succeed,
        score: succeed,
        distil: succeed,
        'measure-floor': succeed,
      },
      clock: disk.clock,
      logger: disk.logger,
      random: () => 0,
      onChange: () => undefined,
    });
    runner.wake();
    await runner.idle();
    disk.clock.advance(10_000);
    await runner.idle();
    expect(await jobs()).toEqual(['embed done 0', 'summarise done 0']);
  });
});

describe('the delay before a retry', () => {
  it('doubles up to five minutes, in the upper half of its step', () => {
    expect([0, 1, 2].map((attempts) => retryDelay(attempts, 0))).toEqual([1_000, 2_000, 4_000]);
    expect(retryDelay(0, 0.999)).toBeLessThanOrEqual(2_000);
    expect(retryDelay(50, 0.999)).toBeLessThanOrEqual(300_000);
  });
});
