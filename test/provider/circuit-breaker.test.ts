import { describe, expect, it } from 'vitest';
import { createCircuitBreaker } from '../../src/main/provider/circuit-breaker';
import { AppError, type AppErrorKind } from '../../src/shared/errors';
import { createFakeClock } from '../fakes/fake-clock';

function start() {
  const clock = createFakeClock();
  const breaker = createCircuitBreaker({ clock });
  const fail = (kind: AppErrorKind = 'server', times = 1): void => {
    for (let time = 0; time < times; time += 1) breaker.enter().ended(new AppError(kind, 'It failed.'));
  };
  const succeed = (): void => breaker.enter().ended(null);
  return { clock, breaker, fail, succeed };
}

describe('the circuit breaker', () => {
  it.each<AppErrorKind>(['server', 'network', 'timeout'])('opens after four failures of kind %s', (kind) => {
    const { clock, breaker, fail } = start();
    fail(kind, 3);
    expect(breaker.openUntil()).toBeNull();
    fail(kind);
    expect(breaker.openUntil()).toBe(clock.now() + 15_000);
    clock.advance(14_999);
    const refused = expect.objectContaining({
      kind: 'server',
      retryable: true,
      retryAt: clock.now() + 1,
    }) as unknown;
    expect(() => breaker.enter()).toThrow(refused);
  });

  it('counts only failures in a row', () => {
    const { breaker, fail, succeed } = start();
    fail('server', 3);
    succeed();
    fail('server', 3);
    expect(breaker.openUntil()).toBeNull();
  });

  it.each<AppErrorKind>([
    'rate-limit',
    'auth',
    'quota',
    'context-overflow',
    'cancelled',
    'bad-response',
    'not-found',
  ])('neither counts nor forgives at %s', (kind) => {
    const { breaker, fail } = start();
    fail('server', 3);
    fail(kind, 10);
    expect(breaker.openUntil()).toBeNull();
    fail('server');
    expect(breaker.openUntil()).not.toBeNull();
  });

  it('lets one request through after its rest, and all when that one ends well', () => {
    const { clock, breaker, fail } = start();
    fail('server', 4);
    clock.advance(15_000);
    const probe = breaker.enter();
    expect(() => breaker.enter()).toThrow(AppError);
    probe.ended(null);
    breaker.enter();
    breaker.enter();
    fail('server', 3);
    expect(breaker.openUntil()).toBeNull();
  });

  it('lets all through as soon as the one is answered, and closes again if it fails after all', () => {
    const { clock, breaker, fail } = start();
    fail('server', 4);
    clock.advance(15_000);
    const probe = breaker.enter();
    probe.answered();
    breaker.enter();
    probe.ended(new AppError('network', 'It broke off.'));
    expect(breaker.openUntil()).toBe(clock.now() + 30_000);
  });

  it('lets another request try where the one said nothing about the server', () => {
    const { clock, breaker, fail, succeed } = start();
    fail('server', 4);
    clock.advance(15_000);
    fail('cancelled');
    fail('rate-limit');
    succeed();
    expect(() => breaker.enter()).not.toThrow();
  });

  it('rests twice as long each time, up to five minutes, and 15 s again after a good answer', () => {
    const { clock, breaker, fail, succeed } = start();
    fail('server', 4);
    const rests: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      const rest = breaker.openUntil()! - clock.now();
      rests.push(rest);
      clock.advance(rest);
      fail();
    }
    expect(rests).toEqual([15_000, 30_000, 60_000, 120_000, 240_000, 300_000, 300_000]);
    clock.advance(300_000);
    succeed();
    fail('server', 4);
    expect(breaker.openUntil()).toBe(clock.now() + 15_000);
  });

  it('rests no longer because requests fail that began before it opened', () => {
    const { clock, breaker } = start();
    const passes = Array.from({ length: 10 }, () => breaker.enter());
    for (const pass of passes) pass.ended(new AppError('timeout', 'It failed.'));
    expect(breaker.openUntil()).toBe(clock.now() + 15_000);
  });

  it('counts the end of a request once', () => {
    const { breaker } = start();
    const pass = breaker.enter();
    for (let time = 0; time < 5; time += 1) pass.ended(new AppError('server', 'It failed.'));
    expect(breaker.openUntil()).toBeNull();
  });

  it('forgets everything when it is reset, also in the middle of a try', () => {
    const { clock, breaker, fail } = start();
    fail('server', 4);
    breaker.reset();
    fail('server', 3);
    expect(breaker.openUntil()).toBeNull();
    fail('server');
    clock.advance(15_000);
    const old = breaker.enter();
    breaker.reset();
    breaker.enter();
    old.ended(new AppError('server', 'It failed.'));
    expect(breaker.openUntil()).toBeNull();
  });
});
