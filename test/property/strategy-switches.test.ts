import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { allStrategies, testSettings } from '../fakes/test-settings';
import { askTurn, summariseOnce } from '../fakes/whole-turn';
import { tierNames, tiers } from '../../src/shared/tiers';
import { distinctWord, randomText } from './random-words';
import { expectInsideWall, expectNoGapNoOverlap, expectNothingTwice } from './snapshot-rules';

const step = fc.record({
  strategy: fc.constantFrom(...allStrategies),
  tier: fc.constantFrom(...tierNames),
  /** Scales a tier's window down, so that a handful of messages fills it. */
  limit: fc.integer({ min: 2, max: 8 }),
  text: randomText(1, 120),
  summarises: fc.boolean(),
  restarts: fc.boolean(),
});

describe('switching strategy and tier between any two turns', () => {
  it(
    'leaves no gap and no overlap, keeps every message, and takes a summary up again',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
          const disk = await openEngineOnDisk();
          const { userId } = disk;
          const { id: sessionId } = await disk.engine.createSession({ userId, recallScope: 'session' });
          for (const [turn, now] of steps.entries()) {
            const { strategy, tier } = now;
            await disk.engine.updateSession({ userId, sessionId, changes: { strategy } });
            if (now.restarts) await disk.restart();
            const place = { engine: disk.engine, userId, sessionId };
            const settings = testSettings(
              { ...tiers[tier].budgets, bufferMessageLimit: now.limit },
              { strategy },
            );
            const asked = await askTurn(place, { text: `${distinctWord(turn)} ${now.text}` }, settings);
            disk.clock.advance(60_000);
            const { messages, total } = await disk.engine.pageMessages({
              userId,
              sessionId,
              anchor: { kind: 'newest' },
              limit: 500,
            });
            expect(total).toBe(2 * (turn + 1));
            const question = messages.find(({ id }) => id === asked.questionId)!;
            const path = messages.filter(({ position }) => position <= question.position);
            const summaries = await disk.engine.listSummaries({ userId, sessionId });
            const isSummarising = strategy === 'summary' || strategy === 'hybrid';
            const covered = isSummarising ? (summaries.find(({ current }) => current)?.toPosition ?? 0) : 0;
            expectInsideWall(asked);
            expectNothingTwice(asked);
            expectNoGapNoOverlap(asked, path, covered);
            if (now.summarises) await summariseOnce(place, settings);
          }
        }),
        { numRuns: 12 },
      );
    },
  );
});
