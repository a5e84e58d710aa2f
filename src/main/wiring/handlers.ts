import type { StartInfo } from '../../shared/contract/calls/app-calls';
import type { Emit } from '../../shared/contract/emit';
import type { UserId } from '../../shared/model/ids';
import type { Settings } from '../../shared/settings';
import { offersOf } from '../chat/answer-with-tools';
import { embedQuery } from '../chat/embed-query';
import type { RunningTurns } from '../chat/running-turns';
import { readSampleChat } from '../importers/sample-chat';
import { createChangeSettings } from '../ipc/change-settings';
import type { HandlerMap } from '../ipc/handler-map';
import { createAppHandlers } from '../ipc/handlers/app-handlers';
import { createBackupHandlers } from '../ipc/handlers/backup-handlers';
import { createBranchHandlers } from '../ipc/handlers/branch-handlers';
import { createChatHandlers } from '../ipc/handlers/chat-handlers';
import { createEmbeddingHandlers } from '../ipc/handlers/embedding-handlers';
import { createExportHandlers } from '../ipc/handlers/export-handlers';
import { createFloorHandlers } from '../ipc/handlers/floor-handlers';
import { createForgetHandlers } from '../ipc/handlers/forget-handlers';
import { createHealthHandlers } from '../ipc/handlers/health-handlers';
import { createHygieneHandlers } from '../ipc/handlers/hygiene-handlers';
import { createImportHandlers } from '../ipc/handlers/import-handlers';
import { createMemoryHandlers, type MemoryHandlerPorts } from '../ipc/handlers/memory-handlers';
import { createPresetHandlers } from '../ipc/handlers/preset-handlers';
import { createProfileHandlers } from '../ipc/handlers/profile-handlers';
import { createProviderHandlers } from '../ipc/handlers/provider-handlers';
import { createReplayHandlers, type ReplayHandlerPorts } from '../ipc/handlers/replay-handlers';
import { createSearchHandlers } from '../ipc/handlers/search-handlers';
import { createRegistryHandlers } from '../ipc/handlers/registry-handlers';
import { createSessionHandlers } from '../ipc/handlers/session-handlers';
import { createSummaryHandlers } from '../ipc/handlers/summary-handlers';
import { createUpdateHandlers, type UpdateHandlerPorts } from '../ipc/handlers/update-handlers';
import { createUserHandlers } from '../ipc/handlers/user-handlers';
import { createToolHandlers } from '../ipc/handlers/tool-handlers';
import { findLocalServers } from '../ipc/local-servers';
import type { Profiles } from '../ipc/profiles';
import { createProviderTests } from '../ipc/provider-tests';
import { viewProviders } from '../ipc/view-providers';
import type { FoldNow } from '../jobs/fold-now';
import { meteredEmbedder } from '../memory/costs/metered-embedder';
import type { Embedder } from '../memory/ports/embedder';
import type { ToolOffer } from '../memory/ports/tool-offer';
import type { Base } from './base';
import { wireExport } from './export';
import { wireLog } from './log';
import { folderOfWholePackage, lookForUpdate } from '../updates/update-channel';

/** A try may wait for the embedder to load; an answer may not. */
const tryDeadlineMs = 5_000;

/** Makes the handlers of every call, for the calls of one user. */
export type HandlersFor = (userId: UserId, turns: RunningTurns, emit: Emit) => HandlerMap;

/** What the handlers need beside the services. */
export interface HandlersOptions {
  readonly info: Omit<StartInfo, 'settings' | 'providers' | 'user'>;
  readonly profiles: Profiles;
  readonly foldNow: FoldNow;
}

/** One handler for every call of the contract, made anew for each user; what they share is made once. */
export function wireHandlers(base: Base, { info, profiles, foldNow }: HandlersOptions): HandlersFor {
  const { clock, models } = base;
  const settings = (): Settings => base.settings.current;
  const changeSettings = createChangeSettings({ ...base, settings, onSettings: createOnSettings(base) });
  const tests = createProviderTests({ ...base, listModels: models.listModels });
  const embed = createEmbed(base, models.embedderOf);
  const embedBundled = createEmbed(base, () => models.bundledEmbedder);
  const modelName = (): string => models.chatModel().name;
  const offers = (): readonly ToolOffer[] =>
    offersOf({ chatModel: models.chatModel, tools: base.tools.tools });
  return (owner, turns, emit) => {
    const common = { ...base, emit, userId: () => owner, settings, changeSettings, modelName };
    return {
      ...createAppHandlers({
        ...common,
        info,
        user: profiles.active,
        providers: () => viewProviders(settings().providers, { secrets: base.secrets, tests }),
      }),
      ...createUserHandlers(profiles),
      ...wireUpdates(common, info.version),
      ...createSessionHandlers({
        ...common,
        strategy: () => settings().strategy,
        stopAnswer: (sessionId) => turns.stopSession(sessionId),
        recallScope: () => settings().recallScope,
        readSample: () => readSampleChat(clock.now()),
      }),
      ...createChatHandlers({ ...common, offers, turns }),
      ...createBranchHandlers({ ...common, turns }),
      ...createForgetHandlers({ ...common, stopAnswer: (sessionId) => turns.stopSession(sessionId) }),
      ...createToolHandlers({ ...common, ...base.tools }),
      ...createSearchHandlers(common),
      ...createPresetHandlers(common),
      ...createMemoryHandlers({ ...common, embed, embeddingModel: () => models.embedder().model }),
      ...wireFigures(base, { ...common, embed, embedBundled }, info.dataFolder),
      ...createSummaryHandlers({ ...common, foldNow }),
      ...createProfileHandlers(common),
      ...createImportHandlers(common),
      ...createExportHandlers({ ...common, ...wireExport(base, info.version) }),
      ...createProviderHandlers({
        ...common,
        tests,
        resetBreaker: (id) => {
          models.resetBreaker(id);
          void letStoppedGoOn(base);
        },
        findLocal: (signal) => findLocalServers({ listModels: models.listModels, clock, signal }),
      }),
      ...createEmbeddingHandlers({
        ...common,
        detectDimension: models.detectDimension,
        embedderModelName: models.vectorModelName,
      }),
    };
  };
}

/** The calls about newer versions than this one. */
function wireUpdates(
  common: Pick<UpdateHandlerPorts, 'dialogs' | 'settings' | 'changeSettings'>,
  version: string,
) {
  const look: UpdateHandlerPorts['look'] = (file) => lookForUpdate(file, version);
  return createUpdateHandlers({ ...common, look, folderOf: folderOfWholePackage });
}

/** Embeds what a user tries, by an embedder of theirs. */
function createEmbed(base: Base, embedderOf: (owner: UserId) => Embedder): MemoryHandlerPorts['embed'] {
  return (about, text, signal) => {
    const embedder = meteredEmbedder(embedderOf(about.userId), base, { ...about, turnId: null });
    const readNames = () => base.engine.listAuthors(about);
    return embedQuery(embedder, { text, readNames }, base.clock, signal, tryDeadlineMs);
  };
}

/** The calls that ask how the memory fares, and would have fared, and those about copies of it. */
function wireFigures(
  base: Base,
  common: Omit<Base, 'settings'> &
    Pick<ReplayHandlerPorts, 'embed' | 'embedBundled'> & { readonly userId: () => UserId },
  dataFolder: string,
) {
  return {
    ...createBackupHandlers({ ...base, settings: () => base.settings.current }),
    ...wireLog(base, dataFolder),
    ...createFloorHandlers({ ...common, embeddingModel: () => base.models.embedder().model }),
    ...createHealthHandlers({ ...common, spending: () => base.spending.current() }),
    ...createHygieneHandlers(common),
    ...createReplayHandlers({
      ...common,
      looksAgain: () => base.settings.current.secondLook && base.models.chatModel().kind === 'offline',
    }),
    ...createRegistryHandlers({ ...common, sizing: base.sizing }),
  };
}

/** What follows from changed settings. */
function createOnSettings(base: Base): (changed: Settings) => void {
  const { models, emit, settings } = base;
  return (changed) => {
    const before = models.vectorModelName(settings.current.embeddingModel);
    const modelsBefore = writingModels(settings.current);
    settings.current = changed;
    emit('settings-changed', { settings: changed });
    void base.spending.refresh();
    const model = models.vectorModelName(changed.embeddingModel);
    if (model !== before) void embedMissing(base, model);
    if (writingModels(changed) !== modelsBefore) void letStoppedGoOn(base);
  };
}

/** What tells whether summaries are written or judged by other models than before. */
function writingModels({ chatModel, summariserModel, judgeModel, providers }: Settings): string {
  return JSON.stringify([chatModel, summariserModel, judgeModel, providers]);
}

/** What gave up may do better with the settings as they are now. */
async function letStoppedGoOn({ engine, logger, onJobsEnqueued }: Base): Promise<void> {
  try {
    await engine.retryStopped({});
    onJobsEnqueued();
  } catch (error) {
    logger.warn('stopped work was not begun again', { error: error instanceof Error ? error.message : '' });
  }
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
