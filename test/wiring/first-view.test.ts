import { describe, expect, it } from 'vitest';
import { createFirstView } from '../../src/main/first-view';
import { createFakeClock } from '../fakes/fake-clock';

/** Whether it has come by now. */
async function hasCome(shown: Promise<void>): Promise<boolean> {
  return Promise.race([shown.then(() => true), Promise.resolve().then(() => Promise.resolve(false))]);
}

describe('background work after a start', () => {
  it('waits until the chats are listed, and a moment longer', async () => {
    const clock = createFakeClock();
    const view = createFirstView(clock);
    clock.advance(9_000);
    view.listed();
    clock.advance(999);
    expect(await hasCome(view.shown)).toBe(false);
    clock.advance(1);
    expect(await hasCome(view.shown)).toBe(true);
  });

  it('tells of the list at once, and of none after a while', async () => {
    const clock = createFakeClock();
    const listed = createFirstView(clock);
    expect(await hasCome(listed.listing)).toBe(false);
    listed.listed();
    expect(await hasCome(listed.listing)).toBe(true);
    const never = createFirstView(clock);
    clock.advance(10_000);
    expect(await hasCome(never.listing)).toBe(true);
  });

  it('does not wait for ever for a page that asks for nothing', async () => {
    const clock = createFakeClock();
    const view = createFirstView(clock);
    clock.advance(9_999);
    expect(await hasCome(view.shown)).toBe(false);
    clock.advance(1);
    expect(await hasCome(view.shown)).toBe(true);
  });
});
