import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { advanceTurn, newLiveTurn } from '../../../src/renderer/stores/live-turn';
import type { TurnEvent } from '../../../src/shared/contract/events';
import { sampleMessage, sessionId, turnId } from '../samples';

const delta = (sequence: number): TurnEvent => ({
  turnId,
  sessionId,
  sequence,
  kind: 'delta',
  text: `${sequence} `,
});
const play = (events: readonly TurnEvent[]) => events.reduce(advanceTurn, newLiveTurn(turnId, sessionId));

describe('a live turn', () => {
  it('reads the same text whatever the order of a few neighbouring events', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (order) => {
        expect(play(order.map(delta)).text).toBe('0 1 2 3 4 5 6 ');
      }),
    );
  });

  it('ignores an event that comes twice', () => {
    expect(play([delta(0), delta(0), delta(2), delta(2), delta(1)]).text).toBe('0 1 2 ');
  });

  it('begins its text anew when a second look found more', () => {
    const reply = sampleMessage(4, { state: 'streaming', content: '' });
    const again: TurnEvent = { turnId, sessionId, sequence: 2, kind: 'again', reply };
    const turn = play([delta(0), delta(1), again, delta(3)]);
    expect(turn).toMatchObject({ text: '3 ', begun: reply, reply: null });
  });

  it('waits for a request that is made again, until anything else comes', () => {
    const error = { kind: 'server', message: 'Busy.', retryable: true } as const;
    const wait = { error, attempt: 2, attempts: 3, until: 9_000 };
    const waiting = play([{ turnId, sessionId, sequence: 0, kind: 'waiting', ...wait }]);
    expect(waiting.waiting).toEqual(wait);
    expect(advanceTurn(waiting, delta(1)).waiting).toBeNull();
  });

  it('says that an event is lost when many later ones have come', () => {
    const turn = play([0, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(delta));
    expect(turn.lost).toBe(true);
  });

  it('ends at once with a final event, even if an earlier one never came', () => {
    const reply = sampleMessage(2, { content: 'all of it' });
    const turn = play([delta(0), { turnId, sessionId, sequence: 5, kind: 'done', reply, snapshot: null }]);
    expect(turn.reply).toEqual(reply);
    expect(advanceTurn(turn, delta(6))).toBe(turn);
  });
});
