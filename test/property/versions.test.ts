import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageId } from '../../src/shared/model/ids';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { askTurn, type AskedTurn } from '../fakes/whole-turn';
import { at, expectSound, runStep, settings, shown, step, type World } from './forget-world';
import { expectInsideWall } from './snapshot-rules';

const sourcesOf = ({ snapshot }: AskedTurn, ...kinds: readonly string[]): readonly MessageId[] =>
  snapshot.blocks.filter(({ kind }) => kinds.includes(kind)).flatMap(({ sources }) => sources);

/** Invariant 4: what is sent is sent once, whether in the buffer, pinned or quoted. */
function expectOnce(asked: AskedTurn): void {
  const sent = sourcesOf(asked, 'buffer', 'pinned', 'recalled');
  expect(new Set(sent).size).toBe(sent.length);
}

/** Invariant 2 over the shown version: summarised, sent or named as a cut; excluded messages are nowhere. */
async function expectNoGap(world: World, asked: AskedTurn): Promise<void> {
  const { engine, ...where } = at(world, 0);
  const path = await shown(world, 0);
  const question = path.find(({ id }) => id === asked.questionId)!;
  const summary = (await engine.listSummaries(where)).find(({ current }) => current);
  const end = path.find(({ id }) => id === summary?.lastMessageId)?.position ?? 0;
  const sent = new Set(sourcesOf(asked, 'buffer'));
  const pinned = new Set(sourcesOf(asked, 'pinned'));
  const runs = asked.snapshot.cuts.filter(({ kind, reason }) => kind === 'buffer' && reason !== 'truncated');
  for (const { id, position, excluded, content } of path) {
    if (position > question.position || content === '') continue;
    const isCut = runs.some(({ positions }) => positions![0] <= position && position <= positions![1]);
    const places = [position <= end, sent.has(id), isCut].filter(Boolean).length;
    if (excluded) expect(sent.has(id) || pinned.has(id)).toBe(false);
    else if (pinned.has(id)) expect([places <= 1, sent.has(id)]).toEqual([true, false]);
    else expect(places).toBe(1);
  }
  const live = new Set(path.filter(({ excluded }) => !excluded).map(({ id }) => id));
  const elsewhere = new Set<MessageId>();
  for (let index = 1; index < world.sessions.length; index += 1) {
    for (const message of await shown(world, index)) if (!message.excluded) elsewhere.add(message.id);
  }
  for (const { messageId } of asked.recall.candidates) {
    expect(live.has(messageId) || elsewhere.has(messageId)).toBe(true);
  }
}

/** Deletes a message of the first chat, and sometimes brings it back or erases it. */
async function deleteOne(world: World, pick: number): Promise<void> {
  const { engine, ...where } = at(world, 0);
  const messages = await shown(world, 0);
  const message = messages[pick % Math.max(1, messages.length)];
  if (message === undefined) return;
  const { forget } = await engine.forgetMessages({ ...where, firstId: message.id, lastId: message.id });
  if (pick % 3 === 0) await engine.undoForget({ ...where, forgetId: forget.id });
  if (pick % 3 === 1) await engine.eraseForgotten({ before: null });
}

describe('versions, pins, exclusions and deletions', () => {
  it(
    'keep the wall, send nothing twice and lose nothing between summary, buffer and cuts',
    { timeout: 120_000 },
    async () => {
      const any = fc.oneof(
        { weight: 5, arbitrary: step },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant('delete'), session: fc.constant(0), pick: fc.nat(99) }),
        },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(any, { minLength: 12, maxLength: 30 }), async (steps) => {
          const disk = await openEngineOnDisk();
          const { id } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'user' });
          const world: World = { disk, sessions: [id], said: 0 };
          for (const now of steps) {
            if (now.kind === 'delete') await deleteOne(world, now.pick);
            else await runStep(world, now);
            disk.clock.advance(1_000);
            if (now.pick % 3 !== 0) continue;
            const asked = await askTurn(at(world, 0), { text: 'What was told on which day?' }, settings);
            expectInsideWall(asked);
            expectOnce(asked);
            await expectNoGap(world, asked);
          }
          expectSound(world);
        }),
        { numRuns: 8 },
      );
    },
  );
});
