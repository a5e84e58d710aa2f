import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Session } from 'electron';
import { app } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { Settings } from '../../shared/settings';
import type { Logger } from '../../shared/logger';
import { readLocalState, writeLocalState } from './local-state';
import { openWindow, placeOf, raiseWindow } from './open-window';
import type { PageSource } from './page-origin';
import { recoverPage } from './page-recovery';
import { openPageSession } from './page-session';
import { followTheme } from './theme';
import { besides } from './window-place';

/** How long a window must stand still before its place is written, in milliseconds. */
const SETTLE_MS = 500;
/** Each window takes a process of its own, about 100 MB. */
const MOST_WINDOWS = 10;

/** What the windows are made from; the callbacks tell of their lives. */
export interface WindowsRequest {
  readonly programFolder: string;
  readonly source: PageSource;
  readonly logger: Logger;
  readonly onShown: () => void;
  /** The page's process of a window died and its page was loaded again. */
  readonly onRecovered: (window: BrowserWindow) => void;
}

/** The program's windows, each on a chat of its own choice; none may be open at the moment. */
export interface Windows {
  /** Those that are open, the one that was in front last at the end. */
  readonly all: () => readonly BrowserWindow[];
  /** The one that is in front, or was last; null while none is open. */
  readonly current: () => BrowserWindow | null;
  /** Opens a window, or raises the current one where one is open; the program must be ready. */
  readonly open: () => Promise<void>;
  /** Opens one more on a chat. Errors: `conflict` where too many are open. */
  readonly openChat: (sessionId: SessionId) => Promise<void>;
  /** The same as `open`, from where nothing waits for it. */
  readonly raise: () => void;
  /** Shows what of the settings concerns windows, and remembers what the next start needs of them. */
  readonly follow: (settings: Pick<Settings, 'theme' | 'language'>) => void;
}

/** Makes the windows; none opens yet. */
export function createWindows(request: WindowsRequest): Windows {
  const { programFolder, source, logger } = request;
  let state = readLocalState(programFolder);
  let windows: readonly BrowserWindow[] = [];
  let session: Promise<Session> | null = null;

  const current = (): BrowserWindow | null => windows.at(-1) ?? null;
  const save = (window: BrowserWindow): void => {
    if (window.isDestroyed()) return;
    state = { ...state, window: placeOf(window, state.window.theme) };
    writeLocalState(programFolder, state, logger);
  };
  const without = (window: BrowserWindow) => windows.filter((each) => each !== window);
  const readySession = async (): Promise<Session> => {
    followTheme(state.window.theme);
    session ??= openPageSession(source, builtPage(source));
    return session;
  };
  const add = (ready: Session, place: typeof state.window, chat: SessionId | null): void => {
    const opened = openWindow({ ...request, ...programFiles(), session: ready, place, chat });
    windows = [...windows, opened];
    savePlaceOf(opened, save);
    opened.on('focus', () => (windows = [...without(opened), opened]));
    opened.once('closed', () => (windows = without(opened)));
    recoverPage(opened, logger, () => request.onRecovered(opened));
  };
  const open = async (): Promise<void> => {
    const ready = await readySession();
    const window = current();
    if (window === null) add(ready, state.window, null);
    else raiseWindow(window);
  };
  return {
    all: () => windows,
    current,
    raise: () => {
      // Before the program is ready its start opens the window anyway.
      if (app.isReady()) void open();
    },
    open,
    openChat: async (sessionId) => {
      if (windows.length >= MOST_WINDOWS) throw new AppError('conflict', catalogue.native.tooManyWindows);
      const ready = await readySession();
      const window = current();
      const { theme } = state.window;
      add(ready, window === null ? state.window : besides(placeOf(window, theme)), sessionId);
    },
    follow: ({ theme, language }) => {
      followTheme(theme);
      const isOther = language !== state.language;
      state = { ...state, language, window: { ...state.window, theme } };
      const window = current();
      if (isOther && window !== null) save(window);
    },
  };
}

function savePlaceOf(window: BrowserWindow, save: (window: BrowserWindow) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, SETTLE_MS, window);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', () => {
    clearTimeout(timer);
    save(window);
  });
}

function programFiles(): { readonly preload: string; readonly icon: string; readonly packaged: boolean } {
  const root = app.getAppPath();
  return {
    preload: join(root, 'out/preload/index.cjs'),
    icon: join(root, 'resources/icon.png'),
    packaged: app.isPackaged,
  };
}

/** The folder of the built page; an incomplete program says so instead of showing an empty window. */
function builtPage(source: PageSource): string {
  const folder = join(app.getAppPath(), 'out/renderer');
  if (source.kind === 'built' && !existsSync(join(folder, 'index.html'))) {
    throw new AppError('not-found', catalogue.native.startFailed.noPage);
  }
  return folder;
}
