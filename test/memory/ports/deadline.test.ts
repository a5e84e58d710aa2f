import { describe, expect, it } from 'vitest';
import { withDeadline } from '../../../src/main/memory/ports/deadline';
import { createManualClock } from '../../fakes/manual-timer';

const never = (): Promise<string> => new Promise(() => undefined);

describe('a deadline', () => {
  it('gives the answer of work that is in time', async () => {
    const clock = createManualClock();
    expect(await withDeadline(async () => 'done', { ms: 400, clock })).toBe('done');
    clock.advance(1_000);
  });

  it('ends the wait when the time has passed, not before, and tells the work', async () => {
    const clock = createManualClock();
    let workSignal: AbortSignal | null = null;
    let isOver = false;
    const answer = withDeadline(
      (signal) => {
        workSignal = signal;
        return never();
      },
      { ms: 400, clock },
    ).finally(() => (isOver = true));
    clock.advance(399);
    await Promise.resolve();
    expect(isOver).toBe(false);
    clock.advance(1);
    await expect(answer).rejects.toMatchObject({ kind: 'timeout', retryable: true });
    expect(workSignal!.aborted).toBe(true);
  });

  it('ends the wait when the caller cancels, before or during the work', async () => {
    const clock = createManualClock();
    const control = new AbortController();
    const answer = withDeadline(never, { ms: 400, clock, signal: control.signal });
    control.abort();
    await expect(answer).rejects.toMatchObject({ kind: 'cancelled' });
    let isStarted = false;
    const late = withDeadline(async () => (isStarted = true), { ms: 400, clock, signal: control.signal });
    await expect(late).rejects.toMatchObject({ kind: 'cancelled' });
    expect(isStarted).toBe(false);
  });

  it('passes on what the work throws, at once or later', async () => {
    const clock = createManualClock();
    const atOnce = (): Promise<string> => {
      throw new Error('at once');
    };
    await expect(withDeadline(atOnce, { ms: 400, clock })).rejects.toThrow('at once');
    await expect(withDeadline(() => Promise.reject(new Error('later')), { ms: 400, clock })).rejects.toThrow(
      'later',
    );
  });
});
