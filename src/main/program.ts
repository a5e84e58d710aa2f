import type { BrowserWindow } from 'electron';
import { catalogue } from '../shared/catalogue/catalogue';
import type { CallName } from '../shared/contract/calls';
import type { EventEnvelope, EventName, Events } from '../shared/contract/events';
import {
  exitWith,
  followWindows,
  leaveToOtherInstance,
  readProgramFacts,
  restartProgram,
  whenReady,
} from './electron/app-life';
import { registerAppScheme } from './electron/app-scheme';
import { openCallChannel } from './electron/call-channel';
import { logUncaught } from './electron/crash-log';
import { createDesktop, type Desktop } from './electron/desktop';
import { createEventSender } from './electron/event-channel';
import type { Folders } from './electron/folders';
import { settleFolders } from './electron/folders';
import { createSystemKeyStore } from './electron/key-store-system';
import { createFileLogger } from './electron/log-file';
import { createNativeDialogs } from './electron/native-dialogs';
import { denyNavigationEverywhere } from './electron/navigation-policy';
import { createNetworkFetch } from './electron/network-fetch';
import { quitOrderly } from './electron/orderly-quit';
import { createTellOthers } from './electron/other-windows';
import { denyCapabilitiesEverywhere } from './electron/page-session';
import { claimSingleInstance } from './electron/single-instance';
import { failStart } from './electron/start-failure';
import { createTimings } from './electron/timings';
import { createWindows, type Windows } from './electron/windows';
import type { Emit } from '../shared/contract/emit';
import type { CallContext } from './ipc/call-context';
import { createFileTokens } from './ipc/file-tokens';
import type { HandlerMap } from './ipc/handler-map';
import type { Logger } from '../shared/logger';
import type { SessionId } from '../shared/model/ids';
import { isCommandLine } from './headless/is-command-line';
import { createListeners } from './headless/writing/listeners';
import { serveTasks } from './headless/writing/serve-tasks';
import { threads } from './headless/threads';
import { wire } from './wiring';

void start();

async function start(): Promise<void> {
  if (isCommandLine(process.argv)) {
    // A package has no other way in: its program runs no scripts.
    await import('./headless');
    exitWith(process.exitCode);
    return;
  }
  let folders: Folders | null = null;
  let logger: Logger | null = null;
  try {
    folders = settleFolders(process.env);
    logger = createFileLogger(folders.data);
    await run(folders, logger);
  } catch (error) {
    await failStart(error, folders?.data ?? null, logger);
  }
}

/** Policies before the program is ready, then window and services side by side; the pages' calls wait. */
async function run(folders: Folders, logger: Logger): Promise<void> {
  logUncaught(logger);
  const facts = readProgramFacts(process.env);
  const mark = createTimings(logger);
  const untold = new Set<BrowserWindow>();
  const windows = createWindows({
    programFolder: folders.program,
    source: facts.source,
    logger,
    onShown: () => mark('window shown'),
    onRecovered: (window) => untold.add(window),
  });
  if (!claimSingleInstance(windows.raise)) {
    leaveToOtherInstance();
    return;
  }
  registerAppScheme();
  denyNavigationEverywhere(facts.source);
  denyCapabilitiesEverywhere();

  await whenReady();
  mark('ready');
  const listeners = createListeners();
  const closing = new AbortController();
  const context = { signal: closing.signal };
  const desktop = createDesktop({
    windows,
    packaged: facts.packaged,
    titleOf: (sessionId) => titleOf(handlers, sessionId, context),
  });
  const emit = createEmit(windows, desktop, listeners.emit);
  const services = wire({
    ...facts,
    dataFolder: folders.data,
    ...outside(folders),
    logger,
    emit,
    openWindow: windows.openChat,
    dialogs: createNativeDialogs(windows.current, createFileTokens()),
  });
  const onAnswered = createOnAnswered(mark, untold, createTellOthers(windows.all));
  const handlers = async () => (await services).handlers;
  openCallChannel({ ...facts.source, windows: windows.all, handlers, logger, context, onAnswered });
  followWindows(windows.open, desktop.staysWithoutWindow);
  const tasks = services.then((ready) => {
    const program = { ...listeners, handlers: () => ready.handlers, importFile: ready.importFile };
    return serveTasks(folders.data, program, logger);
  });
  quitOrderly(async () => {
    closing.abort();
    await (await tasks).close().then(async () => (await services).close());
  }, logger);

  const [ready] = await Promise.all([services, windows.open(), tasks]);
  mark('services ready');
  ready.start();
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

/** Marks the first list, tells a page that was loaded again of that once it listens, and others of changes. */
function createOnAnswered(
  mark: ReturnType<typeof createTimings>,
  untold: Set<BrowserWindow>,
  tellOthers: ReturnType<typeof createTellOthers>,
) {
  return (name: CallName, payload: unknown, caller: BrowserWindow): void => {
    if (name === 'sessions.list') mark('first list');
    tellOthers(name, payload, caller);
    if (name !== 'app.start' || !untold.delete(caller)) return;
    createEventSender(() => [caller])('notice', {
      text: catalogue.native.pageRecovered,
      severity: 'warning',
    });
  };
}

/** Threads beside this one, the way to start again, and keys and network, neither of which is touched before a model is chosen. */
function outside(folders: Folders) {
  const secrets = createSystemKeyStore(folders.program, process.env);
  return { ...threads, secrets, fetch: createNetworkFetch(), restart: restartProgram };
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
