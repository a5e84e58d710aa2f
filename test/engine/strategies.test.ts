import { describe, expect, it } from 'vitest';
import type { Strategy } from '../../src/shared/model/session';
import type { BlockKind } from '../../src/shared/model/snapshot';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { allStrategies, testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, summariseOnce, type TurnPlace } from '../fakes/whole-turn';

/** Room for the four newest messages, a summary once eight are there, and one quote. */
const budgets = { bufferMessageLimit: 4, retrievalTopK: 1, recalledTokens: 300 };
const settingsOf = (strategy: Strategy) => testSettings(budgets, { strategy });
const fact = 'The safe of the harbour office opens with 4471.';

async function openHistory() {
  const disk = await openEngineOnDisk();
  const { userId, engine } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place: TurnPlace = { engine, userId, sessionId };
  for (const text of [
    fact,
    'Bread is cheap.',
    'So is salt.',
    'Tea is not.',
    'Coffee even less.',
    'Let us go on.',
  ]) {
    await appendTurn(place, { text, reply: `On “${text.slice(0, 5)}”: noted.` });
    disk.clock.advance(60_000);
  }
  while (await summariseOnce(place, settingsOf('hybrid')));
  return { disk, place };
}

/** What one question is sent with, as a row: the parts in their order, the messages sent as they are, what is left out. */
async function rowOf(place: TurnPlace, strategy: Strategy) {
  const { snapshot } = await askTurn(
    place,
    { text: 'With what does the safe of the harbour office open?' },
    settingsOf(strategy),
  );
  const parts = [...new Set(snapshot.blocks.map(({ kind }) => kind))].filter(
    (kind): kind is BlockKind => kind !== 'system',
  );
  const { messages } = await place.engine.pageMessages({ ...place, anchor: { kind: 'newest' }, limit: 100 });
  const positions = snapshot.blocks
    .filter(({ kind }) => kind === 'buffer')
    .flatMap(({ sources }) => sources.map((id) => messages.find((message) => message.id === id)!.position));
  const leftOut = snapshot.cuts
    .filter(({ reason }) => reason === 'left-out')
    .map(({ positions: cut }) => cut);
  const holdsFact = JSON.stringify(snapshot.blocks).includes(fact);
  return { parts, sent: `${positions[0]!}–${positions.at(-1)!}`, leftOut, holdsFact };
}

describe('the five strategies', () => {
  it('send of the same history of 12 messages, 1–8 summarised, for the question after it:', async () => {
    const table: Record<string, Awaited<ReturnType<typeof rowOf>>> = {};
    for (const strategy of allStrategies) {
      const { place } = await openHistory();
      table[strategy] = await rowOf(place, strategy);
    }
    expect(table).toEqual({
      buffer: { parts: ['buffer'], sent: '11–13', leftOut: [[1, 10]], holdsFact: false },
      'sliding-window': { parts: ['buffer'], sent: '1–13', leftOut: [], holdsFact: true },
      summary: { parts: ['summary', 'buffer'], sent: '9–13', leftOut: [], holdsFact: true },
      retrieval: { parts: ['recalled', 'buffer'], sent: '11–13', leftOut: [[1, 10]], holdsFact: true },
      hybrid: { parts: ['summary', 'recalled', 'buffer'], sent: '9–13', leftOut: [], holdsFact: true },
    });
  });

  it('that recall say in a preview how much they may add, the others that they add nothing', async () => {
    const { place } = await openHistory();
    const recallOf = async (settings: ReturnType<typeof settingsOf>) =>
      (await place.engine.previewContext({ ...place, settings })).recall;
    const table: Record<string, unknown> = {};
    for (const strategy of allStrategies) table[strategy] = await recallOf(settingsOf(strategy));
    const some = { quotes: 1, tokens: 300 };
    expect(table).toEqual({
      buffer: null,
      'sliding-window': null,
      summary: null,
      retrieval: some,
      hybrid: some,
    });
    for (const none of [{ retrievalTopK: 0 }, { recalledTokens: 0 }]) {
      expect(await recallOf(testSettings({ ...budgets, ...none }))).toBeNull();
    }
  });

  it('can be switched at any time: the summary comes back as it was, and no message is lost', async () => {
    const { place, disk } = await openHistory();
    const { engine, ...where } = place;
    const before = await engine.listSummaries(where);
    for (const strategy of [...allStrategies, ...allStrategies.toReversed()]) {
      await disk.engine.updateSession({ ...where, changes: { strategy } });
      await disk.restart();
      expect((await disk.engine.getSession(where)).strategy).toBe(strategy);
    }
    expect(await disk.engine.listSummaries(where)).toEqual(before);
    const page = await disk.engine.pageMessages({ ...where, anchor: { kind: 'newest' }, limit: 100 });
    expect(page.total).toBe(12);
  });
});
