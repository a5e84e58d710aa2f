import { basename } from 'node:path';
import type { StartInfo } from '../../shared/contract/calls/app-calls';
import type { UserId } from '../../shared/model/ids';
import type { Settings } from '../../shared/settings';
import { embedQuery } from '../chat/embed-query';
import type { RunningTurns } from '../chat/running-turns';
import { readLocomoFile, toImportedSessions } from '../importers/locomo';
import { readSampleChat } from '../importers/sample-chat';
import { createChangeSettings } from '../ipc/change-settings';
import type { HandlerMap } from '../ipc/handler-map';
import { createAppHandlers } from '../ipc/handlers/app-handlers';
import { createChatHandlers } from '../ipc/handlers/chat-handlers';
import { createEmbeddingHandlers } from '../ipc/handlers/embedding-handlers';
import { createImportHandlers, type ReadConversation } from '../ipc/handlers/import-handlers';
import { createMemoryHandlers, type MemoryHandlerPorts } from '../ipc/handlers/memory-handlers';
import { createProviderHandlers } from '../ipc/handlers/provider-handlers';
import { createSessionHandlers } from '../ipc/handlers/session-handlers';
import { findLocalServers } from '../ipc/local-servers';
import { createProviderTests } from '../ipc/provider-tests';
import { viewProviders } from '../ipc/view-providers';
import { meteredEmbedder } from '../memory/costs/metered-embedder';
import type { Base } from './base';

/** A try may wait for the embedder to load; an answer may not. */
const tryDeadlineMs = 5_000;

/** One handler for every call of the contract. */
export function wireHandlers(
  base: Base,
  { turns, info }: { readonly turns: RunningTurns; readonly info: Omit<StartInfo, 'settings' | 'providers'> },
): HandlerMap {
  const { user, emit, clock, models } = base;
  const settings = (): Settings => base.settings.current;
  const onSettings = (changed: Settings): void => {
    const before = models.vectorModelName(settings().embeddingModel);
    base.settings.current = changed;
    emit('settings-changed', { settings: changed });
    const model = models.vectorModelName(changed.embeddingModel);
    if (model !== before) void embedMissing(base, model);
  };
  const userId = (): UserId => user.id;
  const changeSettings = createChangeSettings({ engine: base.engine, settings, onSettings });
  const tests = createProviderTests({ ...base, listModels: models.listModels });
  const common = { ...base, userId, settings, changeSettings };
  const embed: MemoryHandlerPorts['embed'] = (about, text, signal) => {
    const embedder = meteredEmbedder(models.embedderOf(about.userId), base, { ...about, turnId: null });
    return embedQuery(embedder, text, clock, signal, tryDeadlineMs);
  };
  return {
    ...createAppHandlers({
      ...common,
      info,
      providers: () => viewProviders(settings().providers, { secrets: base.secrets, tests }),
    }),
    ...createSessionHandlers({
      ...common,
      strategy: () => settings().strategy,
      stopAnswer: (sessionId) => turns.stopSession(sessionId),
      readSample: () => readSampleChat(clock.now()),
    }),
    ...createChatHandlers({ ...common, turns, modelName: () => models.chatModel().name }),
    ...createMemoryHandlers({ ...common, embed }),
    ...createImportHandlers({ ...common, readFile: readConversations }),
    ...createProviderHandlers({
      ...common,
      tests,
      resetBreaker: models.resetBreaker,
      findLocal: (signal) => findLocalServers({ listModels: models.listModels, clock, signal }),
    }),
    ...createEmbeddingHandlers({
      ...common,
      detectDimension: models.detectDimension,
      embedderModelName: models.vectorModelName,
    }),
  };
}

/** Whatever the model in force now has not embedded yet: the old one's provider may just have been removed. */
async function embedMissing({ engine, logger, onJobsEnqueued }: Base, model: string): Promise<void> {
  try {
    await engine.enqueueMissingVectors({ model });
    onJobsEnqueued();
  } catch (error) {
    logger.warn('embedding anew was not begun', { error: error instanceof Error ? error.message : '' });
  }
}

async function readConversations(path: string): Promise<readonly ReadConversation[]> {
  const conversations = await readLocomoFile(path);
  return conversations.map((conversation) => ({
    key: `${basename(path)}:${conversation.id}`,
    title: `${conversation.speakerA} · ${conversation.speakerB}`,
    speakers: [conversation.speakerA, conversation.speakerB],
    sessions: toImportedSessions(conversation),
  }));
}
