import type { BrowserWindow } from 'electron';
import type { WorkerOptions } from 'node:worker_threads';
import { catalogue } from '../shared/catalogue/catalogue';
import type { CallName } from '../shared/contract/calls';
import type { Emit } from '../shared/contract/emit';
import type { EventEnvelope, EventName, Events } from '../shared/contract/events';
import type { Logger } from '../shared/logger';
import type { SessionId } from '../shared/model/ids';
import { followWindows, restartProgram, type ProgramFacts } from './electron/app-life';
import { createAnswerCall } from './electron/answer-call';
import type { AnswerCall } from './electron/call-channel';
import { createDesktop, type Desktop } from './electron/desktop';
import { createEventSender } from './electron/event-channel';
import type { Folders } from './electron/folders';
import { createSystemKeyStore } from './electron/key-store-system';
import { createNativeDialogs } from './electron/native-dialogs';
import { createNetworkFetch } from './electron/network-fetch';
import { quitOrderly } from './electron/orderly-quit';
import { createTellOthers } from './electron/other-windows';
import type { ShownChats } from './electron/shown-chats';
import type { Mark } from './electron/timings';
import type { Windows } from './electron/windows';
import type { EngineWorker } from './engine/connect-engine';
import { threads } from './headless/threads';
import { createListeners } from './headless/writing/listeners';
import { serveTasks } from './headless/writing/serve-tasks';
import type { CallContext } from './ipc/call-context';
import { createFileTokens } from './ipc/file-tokens';
import type { HandlerMap } from './ipc/handler-map';
import { createFirstView } from './first-view';
import { systemClock } from './memory/system-clock';
import { wire } from './wiring';

/** What the start has made before. */
export interface Started {
  readonly folders: Folders;
  readonly facts: ProgramFacts;
  readonly logger: Logger;
  readonly windows: Windows;
  readonly mark: Mark;
  readonly shownChats: ShownChats;
  /** Windows whose page was loaded again and has not been told of it. */
  readonly untold: Set<BrowserWindow>;
  /** Takes whoever answers the calls that the pages may have made already. */
  readonly answerCalls: (answer: AnswerCall) => void;
  /** The thread of the engine, begun already. */
  readonly engineThread: EngineWorker;
  /** What was put off for the first view may be done. */
  readonly resumeCollections: () => void;
}

/** Brings the services up behind a window that is open: its calls are answered once they stand. */
export async function serveProgram(started: Started): Promise<void> {
  const { folders, facts, logger, windows, mark, untold, shownChats } = started;
  const listeners = createListeners();
  const closing = new AbortController();
  const context = { signal: closing.signal };
  const desktop = createDesktop({
    windows,
    packaged: facts.packaged,
    titleOf: (sessionId) => titleOf(handlers, sessionId, context),
    chatOf: shownChats.chatOf,
  });
  const services = wire({
    ...facts,
    dataFolder: folders.data,
    ...outside(started),
    logger,
    emit: createEmit(windows, desktop, listeners.emit),
    openWindow: windows.openChat,
    dialogs: createNativeDialogs(windows.current, createFileTokens()),
  });
  const view = createFirstView(systemClock);
  const onListed = (): void => {
    mark('first list');
    view.listed();
  };
  const onAnswered = createOnAnswered(onListed, untold, [
    (name) => name === 'app.interactive' && mark('interactive'),
    createTellOthers(windows.all),
    shownChats.hear,
  ]);
  const handlers = async () => (await services).handlers;
  started.answerCalls(
    createAnswerCall({ ...facts.source, windows: windows.all, handlers, logger, context, onAnswered }),
  );
  followWindows(windows.open, desktop.staysWithoutWindow);
  const tasks = services.then((ready) => {
    const program = { ...listeners, handlers: () => ready.handlers, importFile: ready.importFile };
    return serveTasks(folders.data, program, logger);
  });
  quitOrderly(async () => {
    closing.abort();
    await (await tasks).close().then(async () => (await services).close());
  }, logger);

  const [ready] = await Promise.all([services, tasks]);
  mark('services ready');
  void view.shown.then(() => {
    started.resumeCollections();
    if (closing.signal.aborted) return;
    ready.start();
    windows.reopen();
  });
  await view.listing;
  const { settings } = await (await handlers())['app.start']({}, context);
  windows.follow(settings);
  desktop.follow(settings);
}

/** The name of a chat for those who see the screen; null for one that is not kept. */
async function titleOf(
  handlers: () => Promise<HandlerMap>,
  sessionId: SessionId,
  context: CallContext,
): Promise<string | null> {
  const { title, temporary } = await (await handlers())['sessions.get']({ sessionId }, context);
  return temporary ? null : title;
}

/** Tells of each list of chats, tells a page that was loaded again of that once it listens, and others of changes. */
function createOnAnswered(
  onListed: () => void,
  untold: Set<BrowserWindow>,
  listeners: readonly ((name: CallName, payload: unknown, caller: BrowserWindow) => unknown)[],
) {
  return (name: CallName, payload: unknown, caller: BrowserWindow): void => {
    if (name === 'sessions.list') onListed();
    for (const hear of listeners) hear(name, payload, caller);
    if (name !== 'app.start' || !untold.delete(caller)) return;
    createEventSender(() => [caller])('notice', {
      text: catalogue.native.pageRecovered,
      severity: 'warning',
    });
  };
}

/** Threads beside this one, the way to start again, and keys and network, neither of which is touched before a model is chosen. */
function outside({ folders, engineThread }: Started) {
  const secrets = createSystemKeyStore(folders.program, process.env);
  let begun: EngineWorker | null = engineThread;
  const createEngineWorker = (options: WorkerOptions): EngineWorker => {
    const thread = begun ?? threads.createEngineWorker(options);
    begun = null;
    return thread;
  };
  return { ...threads, createEngineWorker, secrets, fetch: createNetworkFetch(), restart: restartProgram };
}

/** Tells the pages, whoever else listens, and the windows and the desktop of what concerns them. */
function createEmit(windows: Windows, desktop: Desktop, others: Emit): Emit {
  const send = createEventSender(windows.all);
  return (name, payload) => {
    if (isSettingsChange(name, payload)) {
      windows.follow(payload.settings);
      desktop.follow(payload.settings);
    }
    // A name and the payload of that name.
    desktop.hear({ name, payload } as EventEnvelope);
    send(name, payload);
    others(name, payload);
  };
}

function isSettingsChange(name: EventName, _payload: unknown): _payload is Events['settings-changed'] {
  return name === 'settings-changed';
}
