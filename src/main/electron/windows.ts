import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Session } from 'electron';
import { app } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { Settings } from '../../shared/settings';
import type { Logger } from '../../shared/logger';
import { readLocalState, writeLocalState, type LocalState, type WindowPlace } from './local-state';
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
  /** The chat that a window shows; null where that is not known. */
  readonly chatOf: (window: BrowserWindow) => SessionId | null;
  readonly onShown: () => void;
  /** The page of a window has what it needs to begin. */
  readonly onServed: () => void;
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
  readonly open: () => void;
  /** Opens one more on a chat. Errors: `conflict` where too many are open. */
  readonly openChat: (sessionId: SessionId) => void;
  /** Opens the further windows again that were open when the program last ended; does nothing the second time. */
  readonly reopen: () => void;
  /** The same as `open`, from where nothing waits for it. */
  readonly raise: () => void;
  /** Shows what of the settings concerns windows, and remembers what the next start needs of them. */
  readonly follow: (settings: Pick<Settings, 'theme' | 'language'>) => void;
}

class OpenWindows implements Windows {
  readonly #request: WindowsRequest;
  #state: LocalState;
  /** The one that was in front last at the end. */
  #windows: readonly BrowserWindow[] = [];
  #session: Session | null = null;
  readonly #closing = new WeakSet<BrowserWindow>();
  #isQuitting = false;

  constructor(request: WindowsRequest) {
    this.#request = request;
    this.#state = readLocalState(request.programFolder);
    app.on('before-quit', () => {
      if (this.all().length > 0 && !this.#isQuitting) {
        this.#write(keptWindows(this.#state, this.all(), request.chatOf));
      }
      this.#isQuitting = true;
    });
  }

  // A window is gone a moment before it says so.
  readonly all = (): readonly BrowserWindow[] => this.#windows.filter((window) => !window.isDestroyed());

  // One that closes still saves what was written in it, but shows nothing any more.
  readonly current = (): BrowserWindow | null =>
    this.all().findLast((window) => !this.#closing.has(window)) ?? null;

  readonly raise = (): void => {
    // Before the program is ready its start opens the window anyway.
    if (app.isReady()) this.open();
  };

  readonly open = (): void => {
    const ready = this.#readySession();
    const window = this.current();
    if (window === null) this.#add(ready, this.#state.window, null);
    else raiseWindow(window);
  };

  readonly openChat = (sessionId: SessionId): void => {
    if (this.all().length >= MOST_WINDOWS) {
      throw new AppError('conflict', catalogue.native.tooManyWindows);
    }
    const ready = this.#readySession();
    const window = this.current();
    const last = this.#state.window;
    this.#add(ready, window === null ? last : besides(placeOf(window, last.theme)), sessionId);
  };

  readonly reopen = (): void => {
    const { others } = this.#state;
    if (others.length === 0) return;
    this.#write({ ...this.#state, others: [] });
    const room = MOST_WINDOWS - this.all().length;
    for (const { place, chat } of others.slice(0, room)) this.#add(this.#readySession(), place, chat);
  };

  readonly follow = ({ theme, language }: Pick<Settings, 'theme' | 'language'>): void => {
    followTheme(theme);
    const isOther = language !== this.#state.language;
    this.#state = { ...this.#state, language, window: { ...this.#state.window, theme } };
    const window = this.current();
    if (isOther && window !== null) this.#save(window);
  };

  #write(next: LocalState): void {
    this.#state = next;
    writeLocalState(this.#request.programFolder, next, this.#request.logger);
  }

  #save(window: BrowserWindow): void {
    // At the end of the program all of them have been kept.
    if (window.isDestroyed() || this.#isQuitting) return;
    this.#write({ ...this.#state, window: placeOf(window, this.#state.window.theme) });
  }

  #readySession(): Session {
    const { source, onServed } = this.#request;
    followTheme(this.#state.window.theme);
    this.#session ??= openPageSession(source, builtPage(source), onServed);
    return this.#session;
  }

  #add(ready: Session, place: WindowPlace, chat: SessionId | null): void {
    const { logger, onRecovered } = this.#request;
    const opened = openWindow({ ...this.#request, ...programFiles(), session: ready, place, chat });
    const others = (): readonly BrowserWindow[] => this.#windows.filter((each) => each !== opened);
    this.#windows = [...this.#windows, opened];
    savePlaceOf(opened, (window) => this.#save(window));
    opened.on('focus', () => (this.#windows = [...others(), opened]));
    opened.on('close', () => this.#closing.add(opened));
    opened.once('closed', () => (this.#windows = others()));
    recoverPage(opened, logger, () => onRecovered(opened));
  }
}

/** Makes the windows; none opens yet. */
export function createWindows(request: WindowsRequest): Windows {
  return new OpenWindows(request);
}

/** Where all windows stand at the end: the one that was opened first, and the others with their chats. */
function keptWindows(
  state: LocalState,
  windows: readonly BrowserWindow[],
  chatOf: WindowsRequest['chatOf'],
): LocalState {
  const [first, ...others] = windows.toSorted((a, b) => a.id - b.id);
  const { theme } = state.window;
  return {
    ...state,
    window: first === undefined ? state.window : placeOf(first, theme),
    others: others.flatMap((window) => {
      const chat = chatOf(window);
      return chat === null ? [] : [{ place: placeOf(window, theme), chat }];
    }),
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
    icon: join(root, 'resources/window-icon.png'),
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
