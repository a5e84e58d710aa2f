import { describe, expect, it } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, newTurnId, summariseOnce } from '../fakes/whole-turn';

const settings = testSettings({ bufferMessageLimit: 4 });
const beginning = () => ({ turnId: newTurnId(), replyProvenance: 'model' as const, model: 'gpt-4o' });

/** A chat, on disk or in memory, and what can be done in it. */
async function openChat({ temporary = false }: { readonly temporary?: boolean } = {}) {
  const disk = await openEngineOnDisk();
  const { userId } = disk;
  const { id: sessionId } = await disk.engine.createSession({ userId, recallScope: 'session', temporary });
  const where = { userId, sessionId };
  const place = () => ({ engine: disk.engine, ...where });
  const say = (text: string, reply = `About ${text}`) => appendTurn(place(), { text, reply });
  const read = async () =>
    (await disk.engine.pageMessages({ ...where, anchor: { kind: 'newest' }, limit: 100 })).messages;
  const texts = async () => (await read()).map((message) => message.content);
  const finish = async (begun: { readonly reply: { readonly id: string } }, content: string) =>
    disk.engine.finishReply({
      userId,
      replyId: begun.reply.id as never,
      content,
      state: 'done',
      error: null,
    });
  const find = async (query: string) =>
    (await disk.engine.searchMessages({ ...where, query, limit: 20 })).map((hit) => hit.messageId);
  return { disk, where, place, say, read, texts, finish, find };
}

describe.each([{ temporary: false }, { temporary: true }])('a chat with versions, %o', (kind) => {
  it('puts an edited question beside the old one, and both can be reached', async () => {
    const { disk, where, say, read, texts, finish } = await openChat(kind);
    await say('one');
    const { message } = await say('two');
    await say('three');
    const edited = { ...where, ...beginning(), messageId: message.id, text: 'two again' };
    await finish(await disk.engine.editTurn(edited), 'About two again');
    expect(await texts()).toEqual(['one', 'About one', 'two again', 'About two again']);
    const shown = (await read())[2]!;
    expect([shown.version, shown.versions, shown.position]).toEqual([2, 2, 3]);
    const back = await disk.engine.stepVersion({ ...where, messageId: shown.id, step: -1 });
    expect(back.message.id).toBe(message.id);
    expect(back.session.messageCount).toBe(6);
    expect(await texts()).toEqual(['one', 'About one', 'two', 'About two', 'three', 'About three']);
    await disk.engine.stepVersion({ ...where, messageId: message.id, step: 1 });
    expect(await texts()).toEqual(['one', 'About one', 'two again', 'About two again']);
    const beyond = disk.engine.stepVersion({ ...where, messageId: shown.id, step: 1 });
    await expect(beyond).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('gives an answer anew beside the old one, also in the middle and in the first turn', async () => {
    const { disk, where, say, texts, finish } = await openChat(kind);
    const { message, reply } = await say('one');
    await say('two');
    await finish(await disk.engine.regenerateTurn({ ...where, ...beginning(), messageId: reply.id }), 'Anew');
    expect(await texts()).toEqual(['one', 'Anew']);
    const first = { ...where, ...beginning(), messageId: message.id, text: 'uno' };
    await finish(await disk.engine.editTurn(first), 'Sobre uno');
    expect(await texts()).toEqual(['uno', 'Sobre uno']);
  });

  it('is searched, and recalled from, in the shown version alone', async () => {
    const { disk, where, say, find, finish, place } = await openChat(kind);
    const { message } = await say('The lighthouse is blue', 'Noted.');
    const edited = { ...where, ...beginning(), messageId: message.id, text: 'The lighthouse is green' };
    const begun = await disk.engine.editTurn(edited);
    await finish(begun, 'Noted too.');
    expect(await find('lighthouse')).toEqual([begun.message.id]);
    for (let index = 0; index < 4; index += 1) await say(`Filler ${String(index)}`);
    const { recall } = await askTurn(place(), { text: 'Is the lighthouse green or blue?' }, settings);
    const about = recall.candidates.filter(({ excerpt }) => excerpt.startsWith('The lighthouse is'));
    expect(about.map(({ messageId }) => messageId)).toEqual([begun.message.id]);
  });

  it('refuses while it is answering, and what is no question or no answer', async () => {
    const { disk, where, say } = await openChat(kind);
    const { message, reply } = await say('one');
    const editReply = { ...where, ...beginning(), messageId: reply.id, text: 'x' };
    await expect(disk.engine.editTurn(editReply)).rejects.toMatchObject({ kind: 'conflict' });
    const again = disk.engine.regenerateTurn({ ...where, ...beginning(), messageId: message.id });
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
    const { reply: streaming } = await disk.engine.beginTurn({ ...where, ...beginning(), text: 'two' });
    for (const attempt of [
      disk.engine.editTurn({ ...where, ...beginning(), messageId: message.id, text: 'x' }),
      disk.engine.regenerateTurn({ ...where, ...beginning(), messageId: reply.id }),
      disk.engine.stepVersion({ ...where, messageId: reply.id, step: 1 }),
      disk.engine.setExcluded({ ...where, messageId: reply.id, excluded: true }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ kind: 'conflict' });
    }
    await disk.engine.finishReply({
      userId: where.userId,
      replyId: streaming.id,
      content: 'Done',
      state: 'done',
      error: null,
    });
  });

  it('sends pinned messages however old, once, and within their share', async () => {
    const { disk, where, say, place } = await openChat(kind);
    const { message } = await say('Never deploy on a Friday');
    const long = await say(`Long ${'and longer '.repeat(400)}`, 'Noted.');
    for (let index = 0; index < 4; index += 1) await say(`Filler ${String(index)}`);
    await disk.engine.setPinned({ ...where, messageId: message.id, pinned: true });
    await disk.engine.setPinned({ ...where, messageId: long.message.id, pinned: true });
    const small = testSettings({ bufferMessageLimit: 4, pinnedTokens: 200 });
    const asked = await askTurn(place(), { text: 'May I deploy on a Friday?' }, small);
    const [block] = asked.snapshot.blocks.filter(({ kind: part }) => part === 'pinned');
    expect(block!.text).toContain('> Never deploy on a Friday');
    expect(block!.tokens).toBeLessThanOrEqual(200);
    const cut = asked.snapshot.cuts.find(({ kind: part }) => part === 'pinned');
    expect(cut).toMatchObject({ messageId: long.message.id, reason: 'truncated', positions: [3, 3] });
    const found = asked.recall.candidates.find(({ messageId }) => messageId === message.id);
    expect(found?.verdict).toBe('pinned');
    const [stored] = await disk.engine.readSnapshots({ ...where, turnIds: [asked.turnId] });
    expect(stored!.blocks.find(({ kind: part }) => part === 'pinned')!.text).toBe(block!.text);
    await disk.engine.setPinned({ ...where, messageId: message.id, pinned: false });
    const later = await askTurn(place(), { text: 'And on a Monday?' }, small);
    const pinned = later.snapshot.blocks.filter(({ kind: part }) => part === 'pinned');
    expect(pinned.flatMap(({ sources }) => sources)).toEqual([long.message.id]);
  });

  it('keeps excluded messages in place and out of memory, until they are included again', async () => {
    const { disk, where, say, place, read, find } = await openChat(kind);
    const { message } = await say('The lighthouse is blue', 'Noted.');
    await say('two');
    await disk.engine.setPinned({ ...where, messageId: message.id, pinned: true });
    await disk.engine.setExcluded({ ...where, messageId: message.id, excluded: true });
    const shown = await read();
    expect(shown.map(({ position, excluded, pinned }) => [position, excluded, pinned])).toEqual([
      [1, true, false],
      [2, false, false],
      [3, false, false],
      [4, false, false],
    ]);
    const asked = await askTurn(place(), { text: 'Which colour is the lighthouse?' }, settings);
    expect(asked.snapshot.blocks.flatMap(({ sources }) => sources)).not.toContain(message.id);
    expect(asked.recall.candidates.map(({ messageId }) => messageId)).not.toContain(message.id);
    expect(await find('blue')).toEqual([]);
    const pin = disk.engine.setPinned({ ...where, messageId: message.id, pinned: true });
    await expect(pin).rejects.toMatchObject({ kind: 'conflict' });
    await disk.engine.setExcluded({ ...where, messageId: message.id, excluded: false });
    expect(await find('blue')).toEqual([message.id]);
  });

  it('becomes another chat, whose messages are its own and known as copies', async () => {
    const { disk, where, say, place, texts } = await openChat(kind);
    const { reply } = await say('The lighthouse is blue', 'So it is.');
    await say('two');
    const copy = await disk.engine.copyChat({ ...where, messageId: reply.id });
    const forked = await disk.engine.addCopy({ userId: where.userId, copy });
    expect(forked).toMatchObject({ messageCount: 2, temporary: kind.temporary });
    expect(forked.id).not.toBe(where.sessionId);
    await appendTurn({ ...place(), sessionId: forked.id }, { text: 'elsewhere' });
    expect(await texts()).toHaveLength(4);
    const listed = await disk.engine.listSessions({ userId: where.userId, cursor: null, limit: 10 });
    expect(listed.sessions.map(({ id }) => id)).toContain(forked.id);
  });
});

describe('summaries of a chat with versions', () => {
  it('give way when the path leaves what they stood for, and come back with it', async () => {
    const { disk, where, say, place, finish } = await openChat();
    const { message } = await say('zero');
    for (let index = 1; index < 4; index += 1) await say(`turn ${String(index)}`);
    expect(await summariseOnce(place(), settings)).toBe(true);
    for (let index = 4; index < 8; index += 1) await say(`turn ${String(index)}`);
    expect(await summariseOnce(place(), settings)).toBe(true);
    const current = async () =>
      (await disk.engine.listSummaries(where)).find((summary) => summary.current)?.version ?? null;
    const shown = async () =>
      (await disk.engine.pageMessages({ ...where, anchor: { kind: 'newest' }, limit: 100 })).messages;
    expect(await current()).toBe(2);
    const second = (await disk.engine.listSummaries(where))[1]!.toPosition;
    const [after] = (await shown()).filter(({ position }) => position === second + 1);
    await finish(
      await disk.engine.editTurn({ ...where, ...beginning(), messageId: after!.id, text: 'another way' }),
      'Well.',
    );
    expect(await current()).toBe(1);
    const edited = (await shown()).find(({ content }) => content === 'another way')!;
    await disk.engine.stepVersion({ ...where, messageId: edited.id, step: -1 });
    expect(await current()).toBe(2);
    await disk.restart();
    expect(await current()).toBe(2);
    await disk.engine.setExcluded({ ...where, messageId: message.id, excluded: true });
    expect(await current()).toBeNull();
    await disk.engine.setExcluded({ ...where, messageId: message.id, excluded: false });
    expect(await current()).toBe(2);
  });

  it('are not committed where a message left them while they were written', async () => {
    const { disk, where, say, place } = await openChat();
    const { message } = await say('A secret that goes', 'Noted.');
    for (let index = 1; index < 5; index += 1) await say(`turn ${String(index)}`);
    const plan = (await disk.engine.planSummary({ ...where, settings }))!;
    const text = await disk.engine.extractSummary({ plan, model: settings.model });
    await disk.engine.setExcluded({ ...where, messageId: message.id, excluded: true });
    const commit = { ...where, plan, text, origin: 'extractive' as const, model: 'offline', settings };
    expect(await disk.engine.commitSummary(commit)).toBeNull();
    expect(await summariseOnce(place(), settings)).toBe(true);
    expect((await disk.engine.listSummaries(where))[0]!.text).not.toContain('secret');
  });
});

describe('a copied chat', () => {
  it('is never quoted beside what it is a copy of', async () => {
    const { disk, where, say, place } = await openChat();
    await disk.engine.updateSession({ ...where, changes: { recallScope: 'user' } });
    const { message, reply } = await say('The spare key hangs behind the blue door', 'Noted.');
    const copy = await disk.engine.copyChat({ ...where, messageId: reply.id });
    const { id: sessionId } = await disk.engine.addCopy({ userId: where.userId, copy });
    const there = { ...place(), sessionId };
    const question = { text: 'Where does the spare key hang, behind which door?' };
    const inBuffer = await askTurn(there, question, settings);
    const verdicts = new Map(inBuffer.recall.candidates.map((each) => [each.messageId, each.verdict]));
    expect(verdicts.get(message.id)).toBe('duplicate');
    const { id: third } = await disk.engine.createSession({ userId: where.userId, recallScope: 'user' });
    const elsewhere = await askTurn({ ...place(), sessionId: third }, question, settings);
    const kept = elsewhere.recall.candidates.filter(
      ({ verdict, excerpt }) => verdict === 'kept' && excerpt.startsWith('The spare key'),
    );
    expect(kept.map(({ messageId }) => messageId)).toEqual([message.id]);
  });
});
