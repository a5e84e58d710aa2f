import { describe, expect, it } from 'vitest';
import { createDistilJob } from '../../src/main/jobs/distil-job';
import type { ChatModel } from '../../src/main/memory/ports/chat-model';
import { createOfflineModel } from '../../src/main/provider/offline-model';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createScriptedModel } from '../fakes/scripted-model';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';
import { expectInsideWall } from '../property/snapshot-rules';

const signal = new AbortController().signal;

async function openWith(...said: readonly string[]) {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place = { engine, userId, sessionId };
  const say = async (text: string, reply = 'I see.') => {
    disk.clock.advance(60_000);
    return (await appendTurn(place, { text, reply })).message;
  };
  for (const text of said) await say(text);
  const distil = (model: ChatModel = createOfflineModel(), isOn = true) =>
    createDistilJob({ store: engine, model: () => model, isOn: () => isOn, onChanged: () => undefined })(
      { id: 'x' as never, kind: 'distil', userId, sessionId, attempts: 0 },
      signal,
    );
  const facts = async () => (await engine.readProfile({ userId })).facts;
  const told = async () => (await facts()).map(({ text, state }) => `${text}, ${state}`);
  return { disk, engine, userId, sessionId, place, say, distil, facts, told };
}

describe('a profile', () => {
  it('is distilled from the user’s messages alone, each fact with its evidence and once', async () => {
    const { distil, facts, say, told } = await openWith('I live in Lisbon.', 'What a day!');
    await distil();
    await distil();
    expect(await facts()).toMatchObject([
      { attribute: 'home', value: 'Lisbon', origin: 'extracted', evidence: [{ position: 1 }] },
    ]);
    await say('Thanks.', 'I live in Madrid and my name is Max.');
    await distil();
    expect(await told()).toEqual(['Lives in Lisbon, holds']);
  });

  it('keeps what a newer value took the place of, and shows what contradicts', async () => {
    const { distil, told, facts } = await openWith(
      'I live in Lisbon.',
      'I moved to Berlin.',
      'My birthday is 14 March.',
      'My birthday is 2 June.',
    );
    await distil();
    expect(await told()).toEqual([
      'Lives in Lisbon, past',
      'Lives in Berlin, holds',
      'Has a birthday on 14 March, disputed',
      'Has a birthday on 2 June, disputed',
    ]);
    const [old, now] = await facts();
    expect(old).toMatchObject({ supersededBy: now!.id, validTo: now!.validFrom });
  });

  it('loses a fact with the last message it rests on: at once when deleted, for good when forgotten', async () => {
    const { disk, engine, userId, distil, told, say } = await openWith(
      'I live in Lisbon.',
      'I work as a nurse.',
    );
    const again = await say('I live in Lisbon, still.');
    await distil();
    const forget = (id: string) => disk.database.prepare('DELETE FROM messages WHERE id = ?').run(id);
    const [home] = (await engine.readProfile({ userId })).facts;
    expect(home!.evidence).toHaveLength(2);
    forget(again.id);
    expect(await told()).toContain('Lives in Lisbon, holds');
    disk.database
      .prepare('UPDATE messages SET deleted_at = 1 WHERE id = ?')
      .run(home!.evidence[0]!.messageId);
    expect(await told()).toEqual(['Works as nurse, holds']);
    forget(home!.evidence[0]!.messageId);
    expect(disk.database.prepare('SELECT text FROM facts').pluck().all()).toEqual(['Works as nurse']);
  });

  it('is edited, pinned and deleted by the user', async () => {
    const { disk, engine, userId, distil, told, facts } = await openWith('I live in Lisbon.');
    await distil();
    const [fact] = await facts();
    await engine.editFact({ userId, factId: fact!.id, text: 'Lives in Alfama, Lisbon' });
    expect(await told()).toEqual(['Lives in Lisbon, past', 'Lives in Alfama, Lisbon, holds']);
    const edited = (await facts())[1]!;
    expect(edited).toMatchObject({ origin: 'user', confidence: 1, evidence: fact!.evidence });
    await engine.pinFact({ userId, factId: edited.id, pinned: true });
    await disk.restart();
    const known = (await disk.engine.readProfile({ userId })).facts;
    expect(known[1]).toMatchObject({ pinned: true });
    await disk.engine.deleteFact({ userId, factId: edited.id });
    await expect(disk.engine.deleteFact({ userId, factId: edited.id })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(disk.engine.editFact({ userId, factId: fact!.id, text: '  ' })).rejects.toMatchObject({
      kind: 'bad-input',
    });
  });

  it('takes a fact in the user’s own words that rests on the user’s own message, and on no other', async () => {
    const { disk, engine, userId, place, facts } = await openWith('We always sail on Sundays.');
    const { message, reply } = await appendTurn(place, { text: 'Indeed.', reply: 'You sail on Sundays.' });
    const add = (messageId: typeof message.id, text: string) => engine.addFact({ userId, messageId, text });
    const { id } = await add(message.id, '  Sails on\nSundays ');
    expect(await facts()).toMatchObject([
      {
        id,
        text: 'Sails on Sundays',
        origin: 'user',
        confidence: 1,
        state: 'holds',
        evidence: [{ position: 3 }],
      },
    ]);
    await expect(add(reply.id, 'Sails')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(add(message.id, ' ')).rejects.toMatchObject({ kind: 'bad-input' });
    await expect(add(message.id, 'x'.repeat(301))).rejects.toMatchObject({ kind: 'bad-input' });
    await engine.forgetMessages({ ...place, firstId: message.id, lastId: message.id });
    expect(await facts()).toEqual([]);
    expect(disk.database.prepare('SELECT count(*) FROM facts').pluck().get()).toBe(1);
  });

  it('gets a deleted fact back, once', async () => {
    const { distil, engine, userId, facts, told } = await openWith('I live in Lisbon.');
    await distil();
    const [fact] = await facts();
    await engine.deleteFact({ userId, factId: fact!.id });
    expect(await told()).toEqual([]);
    await engine.restoreFact({ userId, factId: fact!.id });
    expect(await told()).toEqual(['Lives in Lisbon, holds']);
    await expect(engine.restoreFact({ userId, factId: fact!.id })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('is read daily, and on demand at any time, only where there is something new', async () => {
    const { disk, engine, userId, distil } = await openWith('I live in Lisbon.');
    // What is being talked of now is not read by itself.
    expect(await engine.enqueueDistil({ userId: null })).toBe(0);
    disk.clock.advance(10 * 60_000);
    expect(await engine.enqueueDistil({ userId: null })).toBe(1);
    expect(await engine.enqueueDistil({ userId: null })).toBe(0);
    expect(await engine.enqueueDistil({ userId })).toBe(1);
    disk.clock.advance(86_400_000);
    expect(await engine.enqueueDistil({ userId: null })).toBe(1);
    await distil();
    expect(await engine.enqueueDistil({ userId })).toBe(0);
  });

  it('learns nothing while it is switched off', async () => {
    const { distil, facts } = await openWith('I live in Lisbon.');
    await distil(createOfflineModel(), false);
    expect(await facts()).toEqual([]);
  });
});

describe('a profile by a model', () => {
  const fact = (change: object) => ({
    ...{ attribute: 'home', value: 'Lisbon', text: 'Lives in Lisbon', state: 'holds' },
    ...{ from: null, to: null, confidence: 0.9, evidence: [1] },
    ...change,
  });

  it('takes a fact that cites a message with its value, and no other', async () => {
    const { distil, facts } = await openWith('Lisbon is where I live these days.', 'Nice weather.');
    const answer = [
      fact({}),
      fact({ value: 'Madrid', text: 'Lives in Madrid' }),
      fact({ value: 'Oslo', evidence: [7] }),
    ];
    await distil(createScriptedModel([JSON.stringify({ facts: answer })]));
    expect(await facts()).toMatchObject([{ value: 'Lisbon', origin: 'model', evidence: [{ position: 1 }] }]);
  });

  it.each(['Nothing.', '{"facts": [{"value": "x"}]}', JSON.stringify({ facts: [fact({ evidence: [] })] })])(
    'learns nothing, and marks nothing as read, from %s',
    async (reply) => {
      const { distil, facts, engine, userId } = await openWith('Lisbon is where I live.');
      await expect(distil(createScriptedModel([reply]))).rejects.toMatchObject({ kind: 'bad-response' });
      expect(await facts()).toEqual([]);
      expect(await engine.enqueueDistil({ userId })).toBe(1);
    },
  );
});

describe('what is sent of a profile', () => {
  it('is a block of its own within its share, the pinned first; nothing of it when switched off', async () => {
    const { place, distil, engine, userId, facts } = await openWith(
      'I live in Lisbon. I work as a nurse. I speak Portuguese.',
    );
    await distil();
    const pinned = (await facts()).at(-1)!;
    await engine.pinFact({ userId, factId: pinned.id, pinned: true });
    const other = await engine.createSession({ userId, recallScope: 'session' });
    const there = { ...place, sessionId: other.id };
    const asked = await askTurn(there, { text: 'Who am I?' }, testSettings());
    const block = asked.context.messages[1]!;
    expect(block.role).toBe('system');
    expect(block.content.split('\n')[1]).toContain('Speaks Portuguese');
    expect(asked.snapshot.blocks[1]).toMatchObject({ kind: 'profile' });
    expectInsideWall(asked);
    const off = await askTurn(there, { text: 'And now?' }, { ...testSettings(), sendsProfile: false });
    expect(off.snapshot.blocks.some(({ kind }) => kind === 'profile')).toBe(false);
  });

  it('keeps the wall with a profile of ten thousand words, and names what did not fit', async () => {
    const { place, engine, userId, sessionId, say } = await openWith();
    const message = await say('Here I am.');
    const facts = Array.from({ length: 300 }, (_, index) => ({
      fact: {
        ...({
          attribute: 'likes',
          value: `thing ${String(index)}`,
          state: 'holds',
          from: null,
          to: null,
        } as const),
        text: `Likes thing number ${String(index)} ${manyWords(30, index)}`,
        confidence: 0.5,
      },
      evidence: [message.id],
    }));
    await engine.learnFacts({ userId, sessionId, throughSeq: 1, facts, origin: 'model' });
    const asked = await askTurn(place, { text: 'Well?' }, testSettings());
    expectInsideWall(asked);
    const block = asked.snapshot.blocks.find(({ kind }) => kind === 'profile')!;
    expect(block.tokens).toBeLessThanOrEqual(testSettings().budgets.profileTokens);
    expect(asked.snapshot.cuts.some(({ kind }) => kind === 'profile')).toBe(true);
  });
});
