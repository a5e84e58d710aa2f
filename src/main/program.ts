import type { BrowserWindow } from 'electron';
import {
  beginWithoutMenu,
  exitWith,
  leaveToOtherInstance,
  readProgramFacts,
  whenReady,
  type ProgramFacts,
} from './electron/app-life';
import { registerAppScheme } from './electron/app-scheme';
import { openCallChannel, type AnswerCall } from './electron/call-channel';
import { logUncaught } from './electron/crash-log';
import type { Folders } from './electron/folders';
import { settleFolders } from './electron/folders';
import { createFileLogger } from './electron/log-file';
import { denyNavigationEverywhere } from './electron/navigation-policy';
import { denyCapabilitiesEverywhere } from './electron/page-session';
import { putOffCollections } from './calm-start';
import { createShownChats } from './electron/shown-chats';
import { claimSingleInstance } from './electron/single-instance';
import { failStart } from './electron/start-failure';
import { createTimings } from './electron/timings';
import { createWindows } from './electron/windows';
import type { EngineWorker } from './engine/connect-engine';
import { holdEvents } from './engine/held-worker';
import { isCommandLine } from './headless/is-command-line';
import { threads } from './headless/threads';
import { systemClock } from './memory/system-clock';
import type { Logger } from '../shared/logger';

/** A page that asks for no script, because it cannot be loaded, does not keep the services waiting. */
const longestWaitMs = 1_000;

void start();

async function start(): Promise<void> {
  if (isCommandLine(process.argv)) {
    // A package has no other way in: its program runs no scripts.
    await (
      await import('./headless')
    ).finished;
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

/** Policies before the program is ready, then the window, then everything else while the page loads; its calls wait. */
async function run(folders: Folders, logger: Logger): Promise<void> {
  logUncaught(logger);
  const resumeCollections = putOffCollections();
  const facts = readProgramFacts(process.env);
  const mark = createTimings(logger);
  const untold = new Set<BrowserWindow>();
  const shownChats = createShownChats();
  let tellServed: () => void = () => undefined;
  const served = new Promise<void>((resolve) => (tellServed = resolve));
  const windows = createWindows({
    chatOf: shownChats.chatOf,
    programFolder: folders.program,
    source: facts.source,
    logger,
    onShown: () => mark('window shown'),
    onServed: () => tellServed(),
    onRecovered: (window) => untold.add(window),
  });
  if (!claimSingleInstance(windows.raise)) {
    leaveToOtherInstance();
    return;
  }
  registerAppScheme();
  denyNavigationEverywhere(facts.source);
  denyCapabilitiesEverywhere();
  beginWithoutMenu();
  // The slowest first: it opens the data while the system and the window get ready.
  const engineThread = beginEngine(folders, facts);

  await whenReady();
  mark('ready');
  let answerCalls: (answer: AnswerCall) => void = () => undefined;
  openCallChannel(new Promise((resolve) => (answerCalls = resolve)));
  windows.open();
  // Loading the services holds this thread, and the page's files come through it.
  await Promise.race([
    served,
    new Promise((resolve) => systemClock.after(longestWaitMs, () => resolve(undefined))),
  ]);
  const { serveProgram } = await import('./serve-program');
  await serveProgram({
    folders,
    facts,
    logger,
    windows,
    mark,
    untold,
    shownChats,
    answerCalls,
    engineThread,
    resumeCollections,
  });
}

function beginEngine({ data }: Folders, { version }: ProgramFacts): EngineWorker {
  return holdEvents(threads.createEngineWorker({ workerData: { dataFolder: data, version } }));
}
