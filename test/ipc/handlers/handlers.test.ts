import { describe, expect, it } from 'vitest';
import type { TurnId } from '../../../src/shared/model/ids';
import type { Strategy } from '../../../src/shared/model/session';
import { defaultSettings, standardBudgets } from '../../../src/shared/settings';
import { appendTurn } from '../../fakes/whole-turn';
import { openHandlers } from './open-handlers';

describe('the calls of the page', () => {
  it('make, change, delete and restore a chat, and announce each change', async () => {
    const { handlers, context, names } = await openHandlers();
    const { id: sessionId, recallScope } = await handlers['sessions.create']({}, context);
    expect(recallScope).toBe('session');
    const changed = await handlers['sessions.update']({ sessionId, title: 'Mine', pinned: true }, context);
    expect(changed).toMatchObject({ title: 'Mine', pinned: true });
    await handlers['sessions.delete']({ sessionId }, context);
    expect((await handlers['sessions.list']({ cursor: null, limit: 5 }, context)).sessions).toEqual([]);
    expect(await handlers['sessions.restore']({ sessionId }, context)).toEqual(changed);
    expect(names()).toEqual(['session-changed', 'session-changed', 'session-removed', 'session-changed']);
  });

  it('ask a question whose answer comes as events, and show what it was sent with', async () => {
    const { disk, handlers, context, ports, turns } = await openHandlers();
    const { id: sessionId } = await handlers['sessions.create']({}, context);
    const sent = await handlers['chat.send']({ sessionId, text: 'Is anybody there?' }, context);
    expect(sent).toMatchObject({ message: { content: 'Is anybody there?' }, reply: { state: 'streaming' } });
    await expect.poll(() => ports.turnEvents().at(-1)?.kind, { timeout: 15_000 }).toBe('done');
    await turns.stopAll();
    const snapshot = await handlers['memory.snapshot']({ sessionId, turnId: sent.turnId }, context);
    expect(snapshot).toMatchObject({
      turnId: sent.turnId,
      userMessageId: sent.message.id,
      replyId: sent.reply.id,
    });
    expect(await handlers['memory.snapshot']({ sessionId, turnId: null }, context)).toEqual(snapshot);
    expect(await handlers['memory.snapshots']({ sessionId, turnIds: [sent.turnId] }, context)).toEqual([
      snapshot,
    ]);
    const page = await handlers['messages.page'](
      { sessionId, anchor: { kind: 'newest' }, limit: 5 },
      context,
    );
    expect(page.messages.map(({ provenance }) => provenance)).toEqual(['typed', 'offline']);
    expect(disk.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await handlers['chat.stop']({ turnId: sent.turnId }, context);
    await handlers['chat.stop']({ turnId: sessionId as string as TurnId }, context);
  });

  it('count tokens and preview the next context', async () => {
    const { handlers, context } = await openHandlers();
    const { id: sessionId } = await handlers['sessions.create']({}, context);
    expect(await handlers['chat.countTokens']({ text: '' }, context)).toEqual({ tokens: 0 });
    expect((await handlers['chat.countTokens']({ text: 'Hello there' }, context)).tokens).toBeGreaterThan(1);
    const preview = await handlers['chat.preview']({ sessionId }, context);
    expect(preview).toMatchObject({ maxContextTokens: 8_000, replyReserveTokens: 1_000, waitingMessages: 0 });
  });

  it('preview the context under budgets and a strategy that are not saved', async () => {
    const { disk, handlers, context } = await openHandlers();
    const { id: sessionId } = await handlers['sessions.create']({}, context);
    const place = { engine: disk.engine, userId: disk.userId, sessionId };
    for (let turn = 0; turn < 6; turn += 1) await appendTurn(place, { text: `Question ${String(turn)}` });
    expect(await handlers['chat.preview']({ sessionId }, context)).toMatchObject({ buffer: [1, 12] });
    const budgets = { ...standardBudgets, bufferMessageLimit: 4 };
    const previewWith = (strategy: Strategy) =>
      handlers['chat.previewWith']({ sessionId, budgets, strategy }, context);
    expect(await previewWith('hybrid')).toMatchObject({
      buffer: [9, 12],
      waitingMessages: 8,
      leftOutMessages: 0,
    });
    expect(await previewWith('buffer')).toMatchObject({
      buffer: [9, 12],
      waitingMessages: 0,
      leftOutMessages: 8,
    });
    expect(await handlers['chat.preview']({ sessionId }, context)).toMatchObject({ buffer: [1, 12] });
  });

  it('answer again what was stopped, and go on with it', async () => {
    const { disk, handlers, context, turns } = await openHandlers();
    const { id: sessionId } = await handlers['sessions.create']({}, context);
    const place = { engine: disk.engine, userId: disk.userId, sessionId };
    const { message, reply } = await appendTurn(place, { text: 'Well?', reply: 'So', state: 'stopped' });
    const again = await handlers['chat.retry']({ sessionId, messageId: reply.id }, context);
    expect(again).toMatchObject({ message: { id: message.id }, reply: { content: '', position: 2 } });
    await turns.stopAll();
    const other = await appendTurn(place, { text: 'And?', reply: 'Then', state: 'stopped' });
    const on = await handlers['chat.continue']({ sessionId, messageId: other.reply.id }, context);
    expect(on.reply).toMatchObject({ content: 'Then', state: 'streaming', position: 4 });
    await turns.stopAll();
  });

  it('put a chat that is not kept in the place of an empty one, and back', async () => {
    const { disk, handlers, context, names } = await openHandlers();
    const kept = await handlers['sessions.create']({ recallScope: 'session' }, context);
    const same = await handlers['sessions.setRemembered']({ sessionId: kept.id, remembered: true }, context);
    expect(same.id).toBe(kept.id);
    await handlers['drafts.write']({ sessionId: kept.id, text: 'Secretly' }, context);
    const file = { sessionId: kept.id, name: 'plan.txt', text: 'Over the wall' };
    await handlers['drafts.attach'](file, context);
    const other = await handlers['sessions.setRemembered'](
      { sessionId: kept.id, remembered: false },
      context,
    );
    expect(other).toMatchObject({ temporary: true, messageCount: 0 });
    expect(await handlers['drafts.read']({ sessionId: other.id }, context)).toMatchObject({
      text: 'Secretly',
      files: [{ name: 'plan.txt', characters: 13 }],
    });
    const back = await handlers['sessions.setRemembered']({ sessionId: other.id, remembered: true }, context);
    expect(back.temporary).toBe(false);
    const place = { engine: disk.engine, userId: disk.userId, sessionId: back.id };
    await appendTurn(place, { text: 'Hello' });
    await expect(
      handlers['sessions.setRemembered']({ sessionId: back.id, remembered: false }, context),
    ).rejects.toMatchObject({ kind: 'conflict' });
    expect(names().filter((name) => name === 'session-removed')).toHaveLength(2);
  });

  it('open the sample chat once, however often it is asked for', async () => {
    const { handlers, context, ports } = await openHandlers();
    const first = await handlers['sessions.openSample']({}, context);
    expect(first).toMatchObject({ session: { isSample: true, messageCount: 2 }, questions: ['Who was it?'] });
    const again = await handlers['sessions.openSample']({}, context);
    expect(again.session.id).toBe(first.session.id);
    await handlers['sessions.delete']({ sessionId: first.session.id }, context);
    const anew = await handlers['sessions.openSample']({}, context);
    expect(anew.session.id).not.toBe(first.session.id);
    expect(ports.announced.count).toBe(2);
  });

  it('delete a chat that is answering: its answer ends first', async () => {
    const { disk, handlers, context } = await openHandlers();
    const { id: sessionId } = await handlers['sessions.create']({ temporary: true }, context);
    await handlers['chat.send']({ sessionId, text: 'Hello?' }, context);
    await handlers['sessions.delete']({ sessionId }, context);
    await expect(handlers['sessions.get']({ sessionId }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(disk.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('keep a draft until it is sent', async () => {
    const { handlers, context, turns } = await openHandlers();
    const { id: sessionId } = await handlers['sessions.create']({}, context);
    expect(await handlers['drafts.read']({ sessionId }, context)).toEqual({ text: '', files: [] });
    await handlers['drafts.write']({ sessionId, text: 'Half a thou' }, context);
    expect(await handlers['drafts.read']({ sessionId }, context)).toMatchObject({ text: 'Half a thou' });
    await handlers['chat.send']({ sessionId, text: 'Half a thought' }, context);
    expect(await handlers['drafts.read']({ sessionId }, context)).toEqual({ text: '', files: [] });
    await turns.stopAll();
  });

  it('try a recall without a turn', async () => {
    const { handlers, context } = await openHandlers();
    const { id: sessionId } = await handlers['sessions.create']({}, context);
    const report = await handlers['memory.tryRecall']({ sessionId, query: 'lighthouse' }, context);
    expect(report).toMatchObject({ query: 'lighthouse', mode: 'hybrid', candidates: [] });
    expect(await handlers['memory.summaries']({ sessionId }, context)).toEqual([]);
    expect(await handlers['memory.jobs']({}, context)).toEqual([]);
    expect(await handlers['memory.jobsState']({}, context)).toEqual({
      paused: false,
      counts: { running: 0, waiting: 0, dead: 0 },
    });
  });

  it('change one setting and leave the others', async () => {
    const { disk, handlers, context } = await openHandlers();
    await handlers['settings.set']({ temperature: 0.2 }, context);
    const stored = await handlers['settings.set']({ theme: 'dark' }, context);
    expect(stored).toEqual({ ...defaultSettings, theme: 'dark', temperature: 0.2 });
    expect((await handlers['app.start']({}, context)).settings).toEqual(stored);
    await disk.restart();
    expect(await disk.engine.readSettings({})).toEqual(stored);
  });

  it('open the data folder and an address through the desktop alone', async () => {
    const { handlers, context, opened } = await openHandlers();
    await handlers['app.openDataFolder']({}, context);
    expect(await handlers['app.openExternal']({ url: 'https://example.org' }, context)).toEqual({
      opened: true,
    });
    expect(opened).toEqual(['/data', 'https://example.org']);
  });

  it('open a window on a chat that there is', async () => {
    const { handlers, context, opened } = await openHandlers();
    const { id } = await handlers['sessions.create']({}, context);
    expect(await handlers['sessions.openWindow']({ sessionId: id }, context)).toBeNull();
    await handlers['sessions.delete']({ sessionId: id }, context);
    await expect(handlers['sessions.openWindow']({ sessionId: id }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(opened).toEqual([`window ${id}`]);
  });

  it('start the program again', async () => {
    const { handlers, context, opened } = await openHandlers();
    expect(await handlers['app.restart']({}, context)).toBeNull();
    expect(opened).toEqual(['restart']);
  });
});
