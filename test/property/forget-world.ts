import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { filesHolding } from '../e2e/support/files-holding';
import type { MessageId, SessionId } from '../../src/shared/model/ids';
import type { Message } from '../../src/shared/model/message';
import type { EngineOnDisk } from '../fakes/engine-on-disk';
import { embedSentences, sentenceModel } from '../fakes/embed-sentences';
import { hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, newTurnId, summariseOnce } from '../fakes/whole-turn';

export const settings = testSettings({ bufferMessageLimit: 4 });
const model = sentenceModel;

/** A word that stands nowhere else, long enough to be searched for by itself. */
function rareWord(seed: number): string {
  return `zq${(seed * 7919 + 104729).toString(36)}mellifluousquincunxial${seed.toString(36)}`;
}

/** A sentence that stands nowhere else, in several scripts. */
export function rareText(seed: number): string {
  return `The ${rareWord(seed)} was told on day ${String(seed)} to nobody but me, 雨の日に${String(seed)}度だけ, "quoted"\nand in two lines.`;
}

export interface World {
  readonly disk: EngineOnDisk;
  readonly sessions: SessionId[];
  said: number;
}

export const at = (world: World, session: number) => {
  const { engine, userId } = world.disk;
  return { engine, userId, sessionId: world.sessions[session % world.sessions.length]! };
};

export async function embedAll(world: World, session: number): Promise<void> {
  const place = at(world, session);
  const where = { userId: place.userId, sessionId: place.sessionId, model };
  for (;;) {
    const chunks = await place.engine.pendingChunks({ ...where, limit: 50 });
    if (chunks.length === 0) break;
    await place.engine.storeVectors({
      ...where,
      chunkIds: chunks.map(({ chunkId }) => chunkId),
      vectors: chunks.map(({ text }) => hashVector(text, 32)),
    });
  }
  await embedSentences(place.engine, where, (text) => hashVector(text, 32));
  // Asked once, so that its index is open and written to a file.
  const values = hashVector('anything', 32);
  const query = { ...place, query: 'anything told on a day', userMessageId: null, settings };
  await place.engine.recall({ ...query, queryVector: { kind: 'vector', model, values } });
  await place.engine.pendingChunks({ ...where, limit: 50 });
}

export const step = fc.record({
  kind: fc.constantFrom(
    'turn' as const,
    'turn' as const,
    'ask' as const,
    'edit' as const,
    'regenerate' as const,
    'exclude' as const,
    'pin' as const,
    'embed' as const,
    'summarise' as const,
    'session' as const,
    'fork' as const,
    'draft' as const,
    'restart' as const,
    'kill' as const,
  ),
  session: fc.nat({ max: 9 }),
  pick: fc.nat({ max: 99 }),
});

export async function shown(world: World, session: number): Promise<readonly Message[]> {
  const { engine, ...where } = at(world, session);
  return (await engine.pageMessages({ ...where, anchor: { kind: 'newest' }, limit: 500 })).messages;
}

export async function runStep(
  world: World,
  { kind, session, pick }: { kind: string; session: number; pick: number },
) {
  const { disk } = world;
  const place = at(world, session);
  const { engine, ...where } = place;
  const text = rareText((world.said += 1));
  const messages = await shown(world, session);
  const picked = messages[pick % Math.max(1, messages.length)];
  const beginning = { ...where, turnId: newTurnId(), replyProvenance: 'model' as const, model: 'gpt-4o' };
  const end = async (replyId: MessageId) =>
    engine.finishReply({
      userId: where.userId,
      replyId,
      content: `Reply ${rareText((world.said += 1))}`,
      state: 'done',
      error: null,
    });
  if (kind === 'turn') await appendTurn(place, { text, reply: `Reply ${rareText((world.said += 1))}` });
  else if (kind === 'ask')
    await askTurn(place, { text: 'What was told on which day, and to whom?' }, settings);
  else if (kind === 'embed') await embedAll(world, session);
  else if (kind === 'summarise') await summariseOnce(place, settings);
  else if (kind === 'draft') await engine.writeDraft({ ...where, text });
  else if (kind === 'restart') await disk.restart();
  else if (kind === 'kill') await disk.kill();
  else if (kind === 'session') {
    const { id } = await engine.createSession({ userId: where.userId, recallScope: 'user' });
    world.sessions.push(id);
  } else if (picked === undefined) return;
  else if (kind === 'edit' && picked.role === 'user') {
    await end((await engine.editTurn({ ...beginning, messageId: picked.id, text })).reply.id);
  } else if (kind === 'regenerate' && picked.role === 'assistant') {
    const begun = await engine.regenerateTurn({ ...beginning, messageId: picked.id }).catch(() => null);
    if (begun !== null) await end(begun.reply.id);
  } else if (kind === 'exclude') {
    await engine.setExcluded({ ...where, messageId: picked.id, excluded: !picked.excluded });
  } else if (kind === 'pin' && !picked.excluded) {
    await engine.setPinned({ ...where, messageId: picked.id, pinned: !picked.pinned });
  } else if (kind === 'fork') {
    const copy = await engine.copyChat({ ...where, messageId: picked.id });
    world.sessions.push((await engine.addCopy({ userId: where.userId, copy })).id);
  }
}

/** Every file of the data folder as bytes. */
async function readFiles(folder: string): Promise<readonly (readonly [string, Buffer])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => [path, await readFile(path)] as const));
}

interface Gone {
  readonly texts: readonly string[];
  readonly vectors: readonly Buffer[];
}

export function readGone({ disk }: World, ids: readonly MessageId[]): Gone {
  const list = JSON.stringify(ids);
  const inList = 'IN (SELECT value FROM json_each(?))';
  const texts = disk.database
    .prepare(`SELECT content FROM messages WHERE id ${inList}`)
    .pluck()
    .all(list) as string[];
  const vectors = disk.database
    .prepare(
      `SELECT v.vector FROM vectors v JOIN chunks c ON c.id = v.chunk_id WHERE c.message_id ${inList}
       UNION ALL SELECT s.sentences FROM sentence_vectors s JOIN vectors v ON v.id = s.id
       JOIN chunks c ON c.id = v.chunk_id WHERE c.message_id ${inList} AND length(s.sentences) > 0`,
    )
    .pluck()
    .all(list, list) as Buffer[];
  return { texts, vectors };
}

export async function expectNothingLeft({ disk }: World, { texts, vectors }: Gone): Promise<void> {
  const rare = texts.flatMap((text) => text.match(/zq[a-z0-9]+/gu) ?? []);
  for (const word of rare) expect(await filesHolding(disk.folder, word)).toEqual([]);
  for (const [path, bytes] of await readFiles(disk.folder)) {
    for (const vector of vectors) expect(bytes.includes(vector.subarray(0, 64)), path).toBe(false);
  }
}

export function expectSound({ disk }: World): void {
  const { database } = disk;
  expect(database.pragma('foreign_key_check')).toEqual([]);
  expect(database.pragma('quick_check', { simple: true })).toBe('ok');
  const chain = database
    .prepare(
      `WITH RECURSIVE chain (id) AS (SELECT head_id FROM sessions WHERE head_id IS NOT NULL
         UNION ALL SELECT m.parent_id FROM messages m JOIN chain c ON m.id = c.id WHERE m.parent_id IS NOT NULL)
       SELECT id FROM chain ORDER BY id`,
    )
    .pluck()
    .all();
  expect(database.prepare('SELECT id FROM messages WHERE on_path = 1 ORDER BY id').pluck().all()).toEqual(
    chain,
  );
  const counts = `SELECT count(*) FROM sessions s WHERE s.deleted_at IS NULL AND s.message_count <>
    (SELECT count(*) FROM messages m WHERE m.session_id = s.id AND m.on_path = 1 AND m.deleted_at IS NULL)`;
  expect(database.prepare(counts).pluck().get()).toBe(0);
}

/** Forgets what the report names until it names nothing. */
export async function forgetRest(world: World, forgetId: string, sessionId: SessionId): Promise<void> {
  const { userId } = world.disk;
  const where = { userId, sessionId, forgetId };
  for (let round = 0; round < 50; round += 1) {
    const report = (await world.disk.engine.listForgets({ userId })).find(({ id }) => id === forgetId)!;
    expect(report.state).toBe('erased');
    expect(report.places.filter(({ canForget }) => !canForget)).toEqual([]);
    if (report.places.length === 0) return;
    const placeIds = report.places.map(({ id }) => id);
    await world.disk.engine.forgetPlaces({ ...where, placeIds });
  }
  throw new Error('The report never came to an end');
}
