import { describe, expect, it } from 'vitest';
import { turnSteps } from '../../../src/renderer/memory/turn-steps';
import { windowOf } from '../../../src/renderer/stores/message-window';
import type { TurnId } from '../../../src/shared/model/ids';
import { snapshotOf } from '../sample-snapshot';
import { sampleId, sampleMessage } from '../samples';

const turn = (number: number): TurnId => sampleId(2, number) as TurnId;

/** A thread of three turns, of which the second failed before anything was known of it. */
function threadOf(hasLater: boolean) {
  const messages = [1, 2, 3, 4, 5, 6].map((position) =>
    sampleMessage(position, { turnId: turn(Math.ceil(position / 2)) }),
  );
  const known = [1, 3].map((number) => [turn(number), snapshotOf([], { turnId: turn(number) })] as const);
  return {
    window: windowOf({ messages, hasEarlier: false, hasLater, total: 6 }),
    snapshots: Object.fromEntries(known),
  };
}

describe('stepping from one answer to the next', () => {
  it('goes over turns that have nothing to show', () => {
    expect(turnSteps(threadOf(false), turn(1))).toEqual({ previous: null, next: turn(3), last: turn(3) });
    expect(turnSteps(threadOf(false), turn(3))).toEqual({ previous: turn(1), next: null, last: turn(3) });
  });

  it('does not take the end of the loaded messages for the end of the chat', () => {
    expect(turnSteps(threadOf(true), turn(3)).last).toBeNull();
  });

  it('offers no neighbour for a turn that lies elsewhere in the chat', () => {
    expect(turnSteps(threadOf(false), turn(9))).toEqual({ previous: null, next: null, last: turn(3) });
  });
});
