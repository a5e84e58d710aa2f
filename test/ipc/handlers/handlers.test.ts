import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embedQuery } from '../../../src/main/chat/embed-query';
import { createRunningTurns } from '../../../src/main/chat/running-turns';
import { readLocomoFile, toImportedSessions } from '../../../src/main/importers/locomo';
import { createFileTokens } from '../../../src/main/ipc/file-tokens';
import { createAppHandlers } from '../../../src/main/ipc/handlers/app-handlers';
import { createChatHandlers } from '../../../src/main/ipc/handlers/chat-handlers';
import { createImportHandlers } from '../../../src/main/ipc/handlers/import-handlers';
import { createMemoryHandlers } from '../../../src/main/ipc/handlers/memory-handlers';
import { createSessionHandlers } from '../../../src/main/ipc/handlers/session-handlers';
import { createOfflineModel } from '../../../src/main/provider/offline-model';
import type { FileToken, TurnId } from '../../../src/shared/model/ids';
import { defaultSettings, type Settings } from '../../../src/shared/settings';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';
import { createFakeEmbedder } from '../../fakes/fake-embedder';
import { testSettings } from '../../fakes/test-settings';
import { createTurnPorts } from '../../fakes/turn-ports';

const fixture = join(import.meta.dirname, '../../fixtures/conversation.json');

async function openHandlers(chosenPath: string | null = fixture) {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const ports = createTurnPorts(disk, createOfflineModel());
  const turns = createRunningTurns(ports);
  const tokens = createFileTokens();
  const opened: string[] = [];
  let settings: Settings = defaultSettings;
  const dialogs = {
    chooseImportFile: async () =>
      chosenPath === null ? null : { file: tokens.issue(chosenPath), name: 'conversation.json' },
    pathOf: (file: FileToken) => tokens.pathOf(file),
    openFolder: async (path: string) => void opened.push(path),
    openExternal: async (url: string) => opened.push(url) > 0,
  };
  const common = { engine, userId: () => userId, settingsFor: () => testSettings() };
  const info = {
    version: '1.0.0',
    platform: 'linux' as const,
    dataFolder: '/data',
    user: await engine.defaultUser({}),
    notice: null,
  };
  const abort = new AbortController();
  const handlers = {
    ...createAppHandlers({
      engine,
      dialogs,
      info,
      settings: () => settings,
      onSettings: (changed) => {
        settings = changed;
      },
      modelLabel: () => ({ kind: 'offline', label: 'Offline' }),
    }),
    ...createSessionHandlers(
      engine,
      () => userId,
      ports.emit,
      () => 'hybrid',
    ),
    ...createChatHandlers({ ...common, turns, modelName: () => 'offline' }),
    ...createMemoryHandlers({
      ...common,
      embed: (_user, text, signal) => embedQuery(createFakeEmbedder(), text, disk.clock, signal),
      onJobsEnqueued: ports.onJobsEnqueued,
    }),
    ...createImportHandlers({
      ...common,
      dialogs,
      emit: ports.emit,
      readFile: async (path) =>
        (await readLocomoFile(path)).map((conversation) => ({
          key: conversation.id,
          title: 'A and B',
          speakers: [conversation.speakerA, conversation.speakerB],
          sessions: toImportedSessions(conversation),
        })),
      onJobsEnqueued: ports.onJobsEnqueued,
    }),
  };
  const context = { signal: abort.signal };
  const names = () => ports.events.map(({ name }) => name);
  return { disk, handlers, context, ports, turns, opened, abort, names };
}

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

  it('try a recall without a turn', async () => {
    const { handlers, context } = await openHandlers();
    const { id: sessionId } = await handlers['sessions.create']({}, context);
    const report = await handlers['memory.tryRecall']({ sessionId, query: 'lighthouse' }, context);
    expect(report).toMatchObject({ query: 'lighthouse', mode: 'hybrid', candidates: [] });
    expect(await handlers['memory.summaries']({ sessionId }, context)).toEqual([]);
    expect(await handlers['memory.jobs']({}, context)).toEqual([]);
  });

  it('change one setting and leave the others', async () => {
    const { disk, handlers, context } = await openHandlers();
    await handlers['settings.set']({ systemPrompt: 'Be brief.' }, context);
    const stored = await handlers['settings.set']({ theme: 'dark' }, context);
    expect(stored).toEqual({ ...defaultSettings, theme: 'dark', systemPrompt: 'Be brief.' });
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
});

describe('importing', () => {
  it('shows what a file holds, then takes it in chat by chat, once', async () => {
    const { handlers, context, ports, names } = await openHandlers();
    const choice = (await handlers['import.choose']({}, context))!;
    expect(JSON.stringify(choice)).not.toContain(fixture);
    const [preview] = choice.conversations;
    expect(preview).toMatchObject({ alreadyImported: 0 });
    expect(preview!.firstAt).toBeLessThan(preview!.lastAt);
    const input = { file: choice.file, key: preview!.key };
    const result = await handlers['import.run'](input, context);
    const newestFirst = (await handlers['sessions.list']({ cursor: null, limit: 1 }, context)).sessions;
    expect(result).toEqual({
      newestSessionId: newestFirst[0]!.id,
      sessionsAdded: preview!.sessionCount,
      messagesAdded: preview!.messageCount,
      sessionsSkipped: 0,
    });
    const progress = ports.events.flatMap((event) =>
      event.name === 'import-progress' ? [event.payload.done] : [],
    );
    expect(progress).toEqual(Array.from({ length: preview!.sessionCount }, (_, index) => index + 1));
    expect(names()).toContain('session-changed');
    expect(await handlers['import.run'](input, context)).toMatchObject({
      newestSessionId: null,
      sessionsAdded: 0,
      sessionsSkipped: preview!.sessionCount,
    });
    expect((await handlers['import.choose']({}, context))!.conversations[0]!.alreadyImported).toBe(
      preview!.sessionCount,
    );
    expect(ports.announced.count).toBe(2);
  });

  it('ends between two chats when the program closes', async () => {
    const { handlers, context, abort } = await openHandlers();
    const choice = (await handlers['import.choose']({}, context))!;
    abort.abort();
    const result = await handlers['import.run'](
      { file: choice.file, key: choice.conversations[0]!.key },
      context,
    );
    expect(result.sessionsAdded).toBe(0);
  });

  it('does nothing when the dialog is cancelled, and refuses what was never chosen', async () => {
    const cancelled = await openHandlers(null);
    expect(await cancelled.handlers['import.choose']({}, cancelled.context)).toBeNull();
    const { handlers, context } = await openHandlers();
    const { file } = (await handlers['import.choose']({}, context))!;
    await expect(handlers['import.run']({ file, key: 'other' }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
    const stranger = createFileTokens().issue(fixture);
    await expect(handlers['import.run']({ file: stranger, key: 'x' }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
