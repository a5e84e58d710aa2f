import { describe, expect, it } from 'vitest';
import type { SessionId } from '../../src/shared/model/ids';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const model = 'fake-8';

async function openWithChat() {
  const disk = await openEngineOnDisk();
  const { userId } = disk;
  const { id: sessionId } = await disk.engine.createSession({ userId, recallScope: 'session' });
  const missing = (of = userId, wanted = model) =>
    disk.engine.countMissingVectors({ userId: of, model: wanted });
  return { disk, userId, sessionId, place: { engine: disk.engine, userId, sessionId }, missing };
}

/** Embeds at most so many chunks of a session; says how many it did. */
async function embed({ engine, userId }: EngineOnDisk, sessionId: SessionId, limit: number): Promise<number> {
  const where = { userId, sessionId, model };
  const chunks = await engine.pendingChunks({ ...where, limit });
  const vectors = chunks.map((chunk) => hashVector(chunk.text, 8));
  await engine.storeVectors({ ...where, chunkIds: chunks.map((chunk) => chunk.chunkId), vectors });
  return chunks.length;
}

describe('what embedding everything would take', () => {
  it('is every live message and a quarter of its characters, until they are counted', async () => {
    const { place, missing } = await openWithChat();
    expect(await missing()).toEqual({ messages: 0, tokens: 0 });
    await appendTurn(place, { text: 'Twelve chars', reply: 'Thirteen char' });
    expect(await missing()).toEqual({ messages: 2, tokens: 3 + 4 });
  });

  it('takes the tokens that were counted', async () => {
    const { disk, place, missing } = await openWithChat();
    await appendTurn(place, { text: manyWords(40), reply: manyWords(30, 7) });
    await askTurn(place, { text: 'And now?', reply: 'Yes.' }, testSettings());
    const counted = disk.database
      .prepare('SELECT sum(coalesce(tokens, (length(content) + 3) / 4)) FROM messages')
      .pluck()
      .get();
    const guessed = disk.database
      .prepare('SELECT sum((length(content) + 3) / 4) FROM messages')
      .pluck()
      .get();
    expect(counted).not.toBe(guessed);
    expect(await missing()).toEqual({ messages: 4, tokens: counted });
  });

  it('sinks as messages are embedded with this model, and counts one that is half embedded', async () => {
    const { disk, sessionId, place, missing } = await openWithChat();
    await appendTurn(place, { text: manyWords(900), reply: 'Short.' });
    expect(await embed(disk, sessionId, 1)).toBe(1);
    expect((await missing()).messages).toBe(2);
    expect(await embed(disk, sessionId, 100)).toBeGreaterThan(2);
    expect(await missing()).toEqual({ messages: 0, tokens: 0 });
    expect((await missing(place.userId, 'another')).messages).toBe(2);
  });

  it('leaves out what is never embedded, what is deleted, off the path or another user’s', async () => {
    const { disk, userId, place, missing } = await openWithChat();
    const { engine } = disk;
    await appendTurn(place, { text: 'One', reply: 'Quoted.', provenance: 'offline' });
    await appendTurn(place, { text: 'Two', reply: '', state: 'failed' });
    expect((await missing()).messages).toBe(2);
    disk.database.exec(`UPDATE messages SET on_path = 0 WHERE content = 'Two'`);
    expect((await missing()).messages).toBe(1);
    const stranger = disk.addUser('Stranger');
    const theirs = await engine.createSession({ userId: stranger, recallScope: 'session' });
    await appendTurn({ engine, userId: stranger, sessionId: theirs.id }, { text: 'Three' });
    expect((await missing()).messages).toBe(1);
    expect((await missing(stranger)).messages).toBe(2);
    await engine.deleteSession({ userId, sessionId: place.sessionId });
    expect(await missing()).toEqual({ messages: 0, tokens: 0 });
  });
});
