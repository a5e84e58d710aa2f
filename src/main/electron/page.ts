import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Session } from 'electron';
import { app } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { Settings } from '../../shared/settings';
import type { Logger } from '../../shared/logger';
import { readLocalState, writeLocalState } from './local-state';
import { openMainWindow, placeOf, raiseWindow } from './main-window';
import type { PageSource } from './page-origin';
import { recoverPage } from './page-recovery';
import { openPageSession } from './page-session';
import { followTheme } from './theme';

/** How long the window must stand still before its place is written, in milliseconds. */
const SETTLE_MS = 500;

/** What the page is made from; the callbacks tell of its life. */
export interface PageRequest {
  readonly programFolder: string;
  readonly source: PageSource;
  readonly logger: Logger;
  readonly onShown: () => void;
  /** The page's process died and the page was loaded again. */
  readonly onRecovered: () => void;
}

/** The program's one window, whether it is open at the moment or not. */
export interface Page {
  readonly current: () => BrowserWindow | null;
  /** Opens the window, or raises it when it is open; the program must be ready. */
  readonly open: () => Promise<void>;
  /** The same, from where nothing waits for it. */
  readonly raise: () => void;
  /** Shows what of the settings concerns the window, and remembers what the next start needs of them. */
  readonly follow: (settings: Pick<Settings, 'theme' | 'language'>) => void;
}

/** Makes the page; nothing opens yet. */
export function createPage(request: PageRequest): Page {
  const { programFolder, source, logger } = request;
  let state = readLocalState(programFolder);
  let window: BrowserWindow | null = null;
  let session: Promise<Session> | null = null;

  const save = (): void => {
    if (window === null || window.isDestroyed()) return;
    state = { ...state, window: placeOf(window, state.window.theme) };
    writeLocalState(programFolder, state, logger);
  };
  const open = async (): Promise<void> => {
    followTheme(state.window.theme);
    session ??= openPageSession(source, builtPage(source));
    const ready = await session;
    if (window !== null) {
      raiseWindow(window);
      return;
    }
    const opened = openMainWindow({ ...request, ...programFiles(), session: ready, place: state.window });
    window = opened;
    savePlaceOf(opened, save);
    opened.once('closed', () => (window = null));
    recoverPage(opened, logger, request.onRecovered);
  };
  return {
    current: () => window,
    raise: () => {
      // Before the program is ready its start opens the window anyway.
      if (app.isReady()) void open();
    },
    open,
    follow: ({ theme, language }) => {
      followTheme(theme);
      const isOther = language !== state.language;
      state = { ...state, language, window: { ...state.window, theme } };
      if (isOther) save();
    },
  };
}

function savePlaceOf(window: BrowserWindow, save: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, SETTLE_MS);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', () => {
    clearTimeout(timer);
    save();
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
