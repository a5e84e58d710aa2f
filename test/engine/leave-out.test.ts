import { describe, expect, it } from 'vitest';
import type { LeftOut } from '../../src/shared/model/left-out';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, summariseOnce, type TurnPlace } from '../fakes/whole-turn';

const settings = testSettings(
  { bufferMessageLimit: 4, retrievalTopK: 2, recalledTokens: 300 },
  { strategy: 'hybrid' },
);
const none: LeftOut = { messages: [], parts: [] };

/** A chat whose older half is summarised, with a pinned message and a fact about the user. */
async function openHistory() {
  const disk = await openEngineOnDisk();
  const { userId, engine } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place: TurnPlace = { engine, userId, sessionId };
  const said = [];
  for (const text of [
    'The safe opens with 4471.',
    'I live in Oslo.',
    'Tea is dear.',
    'Salt is not.',
    'Let us go on.',
  ]) {
    said.push((await appendTurn(place, { text, reply: 'Noted.' })).message);
    disk.clock.advance(60_000);
  }
  while (await summariseOnce(place, settings));
  await engine.setPinned({ userId, sessionId, messageId: said[2]!.id, pinned: true });
  await engine.addFact({ userId, messageId: said[1]!.id, text: 'Lives in Oslo' });
  const ask = async (leftOut: LeftOut | undefined) => {
    const { snapshot } = await askTurn(
      place,
      { text: 'With what does the safe open?' },
      { ...settings, leftOut },
    );
    const kinds = new Set(snapshot.blocks.map(({ kind }) => kind));
    const sources = new Set(
      snapshot.blocks.filter(({ kind }) => kind !== 'profile').flatMap((block) => block.sources),
    );
    return { snapshot, kinds, sources, asked: snapshot.cuts.filter(({ reason }) => reason === 'asked') };
  };
  return { place, said, ask };
}

describe('an answer without something', () => {
  it('is given neither the profile nor the summary where these are left out, and says so', async () => {
    const { ask } = await openHistory();
    const whole = await ask(undefined);
    expect([...whole.kinds]).toEqual(expect.arrayContaining(['profile', 'summary', 'pinned', 'buffer']));
    expect(whole.asked).toEqual([]);
    const less = await ask({ messages: [], parts: ['profile', 'summary'] });
    expect([...less.kinds]).not.toContain('profile');
    expect([...less.kinds]).not.toContain('summary');
    expect(less.asked.map(({ kind, tokens }) => [kind, tokens > 0])).toEqual([
      ['profile', true],
      ['summary', true],
    ]);
  });

  it.each([
    ['the buffer', 4, 'buffer'],
    ['what is pinned', 2, 'pinned'],
    ['what is recalled', 0, 'recalled'],
  ] as const)('is not given a message of %s, wherever it could come from', async (_name, place, kind) => {
    const { said, ask } = await openHistory();
    const { id } = said[place]!;
    const whole = await ask(none);
    expect(whole.snapshot.blocks.find(({ sources }) => sources.includes(id))?.kind).toBe(kind);
    const less = await ask({ messages: [id], parts: [] });
    expect(less.sources.has(id)).toBe(false);
    expect(JSON.stringify(less.snapshot.recall)).not.toContain(id);
    // What would have been recalled is simply not found.
    const cut = { kind: 'buffer', reason: 'asked', messageId: id, positions: [2 * place + 1, 2 * place + 1] };
    expect(less.asked).toEqual(kind === 'recalled' ? [] : [expect.objectContaining(cut)]);
  });
});
