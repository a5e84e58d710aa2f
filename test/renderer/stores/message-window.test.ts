import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageWindow } from '../../../src/renderer/stores/message-window';
import { WINDOW_LIMIT, windowOf, withEarlier, withLater } from '../../../src/renderer/stores/message-window';
import { samplePage } from '../samples';

const TOTAL = 2_000;
const PAGE = 60;

function step(window: MessageWindow, side: 'earlier' | 'later'): MessageWindow {
  const first = window.messages[0]!.position;
  const last = window.messages.at(-1)!.position;
  if (side === 'earlier' && window.hasEarlier) {
    return withEarlier(window, samplePage(Math.max(1, first - PAGE), first - 1, TOTAL));
  }
  if (side === 'later' && window.hasLater) {
    return withLater(window, samplePage(last + 1, Math.min(TOTAL, last + PAGE), TOTAL));
  }
  return window;
}

/** Runs of scrolling one way, so that the limit is met on both sides. */
const walks = fc.array(
  fc.record({
    side: fc.constantFrom('earlier' as const, 'later' as const),
    pages: fc.integer({ min: 1, max: 15 }),
  }),
  { maxLength: 8 },
);

describe('the window of loaded messages', () => {
  it('never holds more than its limit, has no gap, and knows what lies beyond its ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: TOTAL - PAGE }), walks, (from, walk) => {
        let window = windowOf(samplePage(from, from + PAGE, TOTAL));
        for (const { side, pages } of walk) {
          for (let page = 0; page < pages; page += 1) {
            const edge = side === 'earlier' ? window.messages[0] : window.messages.at(-1);
            window = step(window, side);
            const positions = window.messages.map((message) => message.position);
            const first = positions[0]!;
            expect(positions.length).toBeLessThanOrEqual(WINDOW_LIMIT);
            expect(positions).toEqual(positions.map((_each, index) => first + index));
            expect(window.hasEarlier).toBe(first > 1);
            expect(window.hasLater).toBe(positions.at(-1)! < TOTAL);
            expect(window.messages).toContainEqual(edge);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
