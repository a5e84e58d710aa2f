import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageId } from '../../src/shared/model/ids';
import { allTools } from '../../src/main/tools/all-tools';
import { pairToolMessages } from '../../src/main/provider/tool-messages';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { newTurnId } from '../fakes/whole-turn';
import { randomSettings } from './random-budgets';
import { manyWords } from './random-words';
import { libraryTokens } from './snapshot-rules';

const offers = allTools.map(({ offer }) => offer);

/** What the calls of one answer are given and say, in words. */
const randomStep = fc.array(fc.tuple(fc.nat(30), fc.oneof(fc.nat(40), fc.nat(2_000))), {
  minLength: 1,
  maxLength: 4,
});

describe('tool calls in a context', () => {
  it(
    'stay inside the wall, are never parted from their results, and no message is sent twice',
    { timeout: 180_000 },
    async () => {
      const disk = await openEngineOnDisk();
      const { engine, userId } = disk;
      await fc.assert(
        fc.asyncProperty(
          randomSettings,
          fc.array(fc.array(randomStep, { maxLength: 3 }), { minLength: 1, maxLength: 6 }),
          async (settings, turns) => {
            const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
            const where = { userId, sessionId };
            for (const [index, steps] of turns.entries()) {
              const turnId = newTurnId();
              const text = `Question ${String(index)} ${manyWords(20, index)}`;
              const begun = await engine.beginTurn({
                ...where,
                turnId,
                text,
                replyProvenance: 'model',
                model: 'gpt-4o',
              });
              const recall = await engine.recall({
                ...where,
                query: text,
                queryVector: { kind: 'none', reason: null },
                settings,
                userMessageId: begun.message.id,
              });
              const build = (replyId: MessageId) =>
                engine.buildContext({
                  ...where,
                  turnId,
                  userMessageId: begun.message.id,
                  replyId,
                  recall,
                  continues: null,
                  settings,
                  latencies: [],
                  offers,
                });
              let replyId = begun.reply.id;
              for (const step of steps) {
                expectLegal(await build(replyId), settings.budgets);
                const calls = step.map(([given], at) => ({
                  id: `call_${String(index)}_${String(at)}`,
                  name: 'calculate',
                  arguments: JSON.stringify({ expression: manyWords(given, at) }),
                  provenance: 'tool' as const,
                }));
                const content = step.length % 2 === 0 ? '' : 'Let me see.';
                const { results, reply } = await engine.beginToolCalls({
                  ...where,
                  turnId,
                  replyId,
                  content,
                  calls,
                  model: 'gpt-4o',
                });
                for (const [at, { id: messageId }] of results.entries()) {
                  const said = manyWords(step[at]![1], at) || 'nothing';
                  const end = { status: 'done', answer: null, ms: 1 } as const;
                  await engine.finishToolCall({ ...where, messageId, content: said, ...end });
                }
                replyId = reply.id;
              }
              expectLegal(await build(replyId), settings.budgets);
              await engine.finishReply({
                userId,
                replyId,
                content: 'All right.',
                state: 'done',
                error: null,
              });
            }
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});

function expectLegal(
  context: Awaited<ReturnType<Awaited<ReturnType<typeof openEngineOnDisk>>['engine']['buildContext']>>,
  budgets: { readonly maxContextTokens: number; readonly replyReserveTokens: number },
): void {
  const { messages, snapshot, offersTools } = context;
  expect(snapshot.tokensEstimated + budgets.replyReserveTokens).toBeLessThanOrEqual(budgets.maxContextTokens);
  const counted = messages.reduce((sum, { content, toolCalls = [] }) => {
    const calls = toolCalls.map(({ name, arguments: args }) => libraryTokens(`${name}${args}`));
    return sum + 4 + libraryTokens(content) + calls.reduce((all, tokens) => all + tokens, 0);
  }, 3);
  const offered = offersTools ? libraryTokens(JSON.stringify(offers)) : 0;
  expect(counted + offered).toBeLessThanOrEqual(snapshot.tokensEstimated + 2 * messages.length);
  // Nothing is told in words, so every call stands with all its results.
  expect(pairToolMessages(messages, true)).toEqual(messages);
  const verbatim = snapshot.blocks.filter(({ kind }) => kind === 'buffer' || kind === 'tools');
  const sources = verbatim.flatMap((block) => block.sources);
  expect(new Set(sources).size).toBe(sources.length);
  const recalled = snapshot.blocks
    .filter(({ kind }) => kind === 'recalled')
    .flatMap((block) => block.sources);
  for (const id of recalled) expect(sources).not.toContain(id);
}
