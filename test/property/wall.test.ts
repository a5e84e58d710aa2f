import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedMessage } from '../../src/main/memory/ports/conversation-import';
import type { SessionId } from '../../src/shared/model/ids';
import { standardBudgets } from '../../src/shared/settings';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { allStrategies, testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, summariseOnce } from '../fakes/whole-turn';
import { randomBudgets } from './random-budgets';
import { distinctWord, manyWords } from './random-words';
import { expectInsideWall, expectNothingTwice, libraryTokens } from './snapshot-rules';

async function importLines(disk: EngineOnDisk, lines: readonly string[]): Promise<SessionId> {
  const messages = lines.map((content, index): ImportedMessage => ({
    role: index % 2 === 0 ? 'user' : 'assistant',
    author: null,
    content,
    createdAt: disk.clock.now() - (lines.length - index) * 60_000,
  }));
  const sessions = [{ key: 'a', title: 'A', messages }];
  const { added } = await disk.engine.importSessions({ userId: disk.userId, sessions });
  return added[0]!.id;
}

describe('the budget', () => {
  it(
    'holds against 500 hits, any legal budget and a prompt over its share',
    { timeout: 120_000 },
    async () => {
      const disk = await openEngineOnDisk();
      const { engine, userId } = disk;
      const lines = Array.from(
        { length: 500 },
        (_, index) => `${distinctWord(index)} marmalade ${manyWords(20, index)}`,
      );
      const sessionId = await importLines(disk, lines);
      await fc.assert(
        fc.asyncProperty(
          randomBudgets,
          fc.constantFrom(...allStrategies),
          fc.constantFrom('', manyWords(5_000)),
          async (budgets, strategy, systemPrompt) => {
            const settings = testSettings(budgets, { strategy });
            await engine.writePrompt({ userId, sessionId, text: systemPrompt });
            const asked = await askTurn(
              { engine, userId, sessionId },
              { text: 'Where is the marmalade?' },
              settings,
            );
            expectInsideWall(asked);
            expectNothingTwice(asked);
            const { snapshot } = asked;
            const system = snapshot.blocks.find((block) => block.kind === 'system');
            expect(system?.tokens ?? 0).toBeLessThanOrEqual(budgets.systemTokens);
            const cutPrompt = snapshot.cuts.filter((cut) => cut.kind === 'system');
            if (systemPrompt !== '') expect(cutPrompt).toHaveLength(1);
            const quotes = snapshot.blocks.find((block) => block.kind === 'recalled');
            expect(quotes?.tokens ?? 0).toBeLessThanOrEqual(budgets.recalledTokens);
            expect(quotes?.sources.length ?? 0).toBeLessThanOrEqual(budgets.retrievalTopK);
          },
        ),
        { numRuns: 10 },
      );
    },
  );

  it('names every message that does not fit, also those it never read', async () => {
    const disk = await openEngineOnDisk();
    const lines = Array.from({ length: 400 }, (_, index) => manyWords(60, index));
    const place = { engine: disk.engine, userId: disk.userId, sessionId: await importLines(disk, lines) };
    const { snapshot } = await askTurn(place, { text: 'And now?' }, testSettings());
    const sent = snapshot.blocks.filter((block) => block.kind === 'buffer').length;
    const named = snapshot.cuts.reduce((sum, { positions }) => {
      return positions === null ? sum : sum + positions[1] - positions[0] + 1;
    }, 0);
    expect(sent + named).toBe(401);
    const tokens = lines.reduce((sum, line) => sum + libraryTokens(line) + 4, 0);
    const accounted =
      snapshot.cuts.reduce((sum, cut) => sum + cut.tokens, 0) +
      snapshot.blocks
        .filter((block) => block.kind === 'buffer')
        .slice(0, -1)
        .reduce((sum, block) => sum + block.tokens, 0);
    // What nobody has counted yet is estimated by its length.
    expect(accounted / tokens).toBeGreaterThan(0.7);
    expect(accounted / tokens).toBeLessThan(1.6);
  });

  it.each(['sliding-window', 'hybrid'] as const)(
    'holds against one message of 200,000 tokens under %s',
    async (strategy) => {
      const disk = await openEngineOnDisk();
      const { engine, userId } = disk;
      const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
      const place = { engine, userId, sessionId };
      const huge = `${'marmalade jar '.repeat(65_000)}end`;
      const settings = testSettings({}, { strategy });
      const asked = await askTurn(place, { text: huge }, settings);
      expectInsideWall(asked);
      const total = await engine.countTokens({ text: huge, model: 'gpt-4o' });
      expect(total).toBeGreaterThan(190_000);
      const cut = asked.snapshot.cuts.find(({ messageId }) => messageId === asked.questionId)!;
      expect(cut.tokens + asked.snapshot.blocks.at(-1)!.tokens - 4).toBe(total);
      const next = await askTurn(place, { text: 'What about the marmalade jar?' }, settings);
      expectInsideWall(next);
      expectNothingTwice(next);
      expect(next.snapshot.cuts.some(({ positions }) => positions?.[0] === 1)).toBe(true);
    },
  );

  it('holds where the summary in force is over its share', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const place = { engine, userId, sessionId };
    for (let index = 0; index < 14; index += 1) {
      await appendTurn(place, { text: manyWords(150, index), reply: manyWords(150, index + 50) });
    }
    const generous = testSettings({ summaryTokens: 3_000 });
    expect(await summariseOnce(place, generous)).toBe(true);
    const asked = await askTurn(place, { text: 'So?' }, testSettings({ summaryTokens: 50 }));
    expectInsideWall(asked);
    const block = asked.snapshot.blocks.find(({ kind }) => kind === 'summary')!;
    expect(block.tokens).toBeLessThanOrEqual(50 + 40);
    expect(asked.snapshot.cuts).toContainEqual(
      expect.objectContaining({ kind: 'summary', reason: 'truncated' }),
    );
  });

  it('counts a factor where the tables are not the model’s own', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const settings = testSettings({ maxContextTokens: 1_500, replyReserveTokens: 500 }, { model: 'offline' });
    const asked = await askTurn({ engine, userId, sessionId }, { text: manyWords(3_000) }, settings);
    const sent = asked.context.messages.reduce(
      (sum, { content }) => sum + 4 + Math.ceil(libraryTokens(content) * 1.2),
      3,
    );
    expect(sent).toBe(asked.snapshot.tokensEstimated);
    expect(sent).toBeLessThanOrEqual(1_000);
  });

  it('of a fresh installation is legal and leaves room', () => {
    expect(standardBudgets.maxContextTokens).toBeGreaterThan(standardBudgets.replyReserveTokens + 256);
  });
});
