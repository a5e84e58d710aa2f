import { expect, it } from 'vitest';
import { atMostEvery } from '../../src/main/wiring/at-most-every';
import { createFakeClock } from '../fakes/fake-clock';

it('tells at once, then what followed once, and nothing twice', () => {
  const clock = createFakeClock();
  let told = 0;
  const tell = atMostEvery(250, clock, () => (told += 1));
  for (let index = 0; index < 5; index += 1) tell();
  expect(told).toBe(1);
  clock.advance(249);
  expect(told).toBe(1);
  clock.advance(1);
  expect(told).toBe(2);
  clock.advance(1_000);
  expect(told).toBe(2);
  tell();
  expect(told).toBe(3);
});
