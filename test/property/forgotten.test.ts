import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { appendTurn } from '../fakes/whole-turn';
import {
  at,
  embedAll,
  expectNothingLeft,
  expectSound,
  forgetRest,
  rareText,
  readGone,
  runStep,
  shown,
  step,
  type World,
} from './forget-world';

describe('what is forgotten', () => {
  it(
    'leaves no byte of its words or vectors in any file, once what the report names is forgotten with it',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 12, maxLength: 28 }),
          fc.nat({ max: 99 }),
          fc.nat({ max: 3 }),
          fc.boolean(),
          async (steps, pick, length, isWholeChat) => {
            const disk = await openEngineOnDisk();
            const { id } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'user' });
            const world: World = { disk, sessions: [id], said: 0 };
            await appendTurn(at(world, 0), {
              text: rareText((world.said += 1)),
              reply: rareText((world.said += 1)),
            });
            for (const now of steps) {
              await runStep(world, now);
              disk.clock.advance(1_000);
            }
            await embedAll(world, 0);
            const { engine, ...where } = at(world, 0);
            const messages = await shown(world, 0);
            const from = pick % messages.length;
            const range = isWholeChat ? messages : messages.slice(from, from + 1 + length);
            const gone = readGone(
              world,
              range.map((message) => message.id),
            );
            const first = range[0]!.id;
            if (isWholeChat) await engine.deleteSession(where);
            else await engine.forgetMessages({ ...where, firstId: first, lastId: range.at(-1)!.id });
            const [waiting] = (await engine.listForgets({ userId: where.userId })).filter(
              ({ state }) => state === 'waiting',
            );
            expect(waiting!.messageCount).toBe(range.length);
            for (const word of gone.texts.flatMap((text) => text.match(/zq[a-z0-9]+/gu) ?? [])) {
              const hits = await engine.searchMessages({
                userId: where.userId,
                sessionId: null,
                query: word,
                limit: 9,
              });
              const hidden = new Set(range.map((message) => message.id));
              expect(hits.filter((hit) => hidden.has(hit.messageId))).toEqual([]);
            }
            expect((await engine.eraseForgotten({ before: disk.clock.now() })).erased).toBe(0);
            disk.clock.advance(10_000);
            expect((await engine.eraseForgotten({ before: disk.clock.now() })).erased).toBe(1);
            await forgetRest(world, waiting!.id, where.sessionId);
            expectSound(world);
            await expectNothingLeft(world, gone);
            await disk.restart();
            await expectNothingLeft(world, gone);
          },
        ),
        { numRuns: 8 },
      );
    },
  );
});
