import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/main/memory/ports/engine';
import type { SessionId, UserId } from '../../src/shared/model/ids';
import type { Message } from '../../src/shared/model/message';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { askTurn, summariseOnce, type AskedTurn } from '../fakes/whole-turn';
import { changeSummaries } from './summary-changes';
import { randomPrompt, randomSettings } from './random-budgets';
import { distinctWord, randomText } from './random-words';
import { expectInsideWall, expectNoGapNoOverlap, expectNothingTwice } from './snapshot-rules';

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('turn' as const),
      text: fc.oneof(
        { weight: 6, arbitrary: randomText(1, 60) },
        { weight: 1, arbitrary: randomText(200, 3_000) },
      ),
      reply: fc.oneof(
        { weight: 6, arbitrary: randomText(1, 150) },
        { weight: 1, arbitrary: randomText(300, 2_000) },
      ),
      fails: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      asksAbout: fc.nat({ max: 1_000 }),
      settings: randomSettings,
      prompt: randomPrompt,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('summarise' as const), settings: randomSettings }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      change: fc.constantFrom('roll-back', 'edit', 'again', 'now', 'range', 'judge-low'),
      // Where in the versions, and where on the path.
      at: fc.nat({ max: 1_000 }),
      to: fc.nat({ max: 1_000 }),
      settings: randomSettings,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'kill' as const }) },
);

interface Place {
  readonly engine: Engine;
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

async function pathThrough(
  { engine, ...where }: Place,
  { questionId }: AskedTurn,
): Promise<readonly Message[]> {
  const { messages } = await engine.pageMessages({ ...where, anchor: { kind: 'newest' }, limit: 500 });
  const question = messages.find((message) => message.id === questionId)!;
  return messages.filter((message) => message.position <= question.position);
}

async function summarisedThrough({ engine, ...where }: Place, asked: AskedTurn): Promise<number> {
  const { strategy } = asked.snapshot;
  if (strategy !== 'summary' && strategy !== 'hybrid') return 0;
  const summaries = await engine.listSummaries(where);
  return summaries.find((summary) => summary.current)?.toPosition ?? 0;
}

/** A message named by its distinctive word, if it was not sent, is found by recall and not taken for sent. */
function expectFoundUnlessSent(asked: AskedTurn, unsent: readonly Message[], word: string): void {
  const wanted = unsent.filter((message) => message.content.includes(word));
  if (asked.snapshot.strategy !== 'retrieval' && asked.snapshot.strategy !== 'hybrid') return;
  for (const { id } of wanted) {
    const found = asked.recall.candidates.find((candidate) => candidate.messageId === id);
    expect(found, 'a message that is not sent can be recalled').toBeDefined();
    expect(found!.verdict).not.toBe('in-buffer');
  }
}

describe('every message of the active path', () => {
  it(
    'is summarised, sent or named as a cut, never two of these, through restarts, summaries, what users do to them, and any strategy',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
          const disk = await openEngineOnDisk();
          const { userId } = disk;
          const { id: sessionId } = await disk.engine.createSession({ userId, recallScope: 'session' });
          let turns = 0;
          for (const now of steps) {
            const place = { engine: disk.engine, userId, sessionId };
            if (now.kind === 'restart') await disk.restart();
            else if (now.kind === 'kill') await disk.kill();
            else if (now.kind === 'summarise') await summariseOnce(place, now.settings);
            else if (now.kind === 'change') await changeSummaries(place, now);
            else {
              const word = distinctWord(turns === 0 ? 0 : now.asksAbout % turns);
              const text = `${distinctWord(turns)} ${now.text} ${word}`;
              await disk.engine.writePrompt({ userId, sessionId, text: now.prompt });
              const reply = now.fails ? '' : now.reply;
              const asked = await askTurn(
                place,
                { text, reply, state: now.fails ? 'stopped' : 'done' },
                now.settings,
              );
              turns += 1;
              disk.clock.advance(60_000);
              expectInsideWall(asked);
              expectNothingTwice(asked);
              const path = await pathThrough(place, asked);
              const covered = await summarisedThrough(place, asked);
              expectFoundUnlessSent(asked, expectNoGapNoOverlap(asked, path, covered), word);
            }
          }
        }),
        { numRuns: 10 },
      );
    },
  );
});
