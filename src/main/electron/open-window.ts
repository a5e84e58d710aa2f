import type { Session } from 'electron';
import { BrowserWindow, screen } from 'electron';
import { language } from '../../shared/catalogue/language';
import { languageArgument } from '../../shared/catalogue/languages';
import { chatArgument } from '../../shared/contract/channels';
import type { SessionId } from '../../shared/model/ids';
import type { WindowPlace } from './local-state';
import type { PageSource } from './page-origin';
import { windowBackground } from './theme';
import { fitToDisplays, smallestWindow } from './window-place';

/** What a window is opened with. */
export interface WindowRequest {
  readonly source: PageSource;
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
  readonly packaged: boolean;
  readonly place: WindowPlace;
  /** The chat it opens with; null for the one used last. */
  readonly chat: SessionId | null;
  readonly onShown: () => void;
}

/** Opens a window on the program's page; it becomes visible once it has something to show. */
export function openWindow(request: WindowRequest): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const { x, y, width, height, maximized } = fitToDisplays(request.place, areas);
  const window = new BrowserWindow({
    ...(x === null || y === null ? { center: true } : { x, y }),
    width,
    height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor: windowBackground(),
    autoHideMenuBar: true,
    icon: request.icon,
    webPreferences: {
      session: request.session,
      preload: request.preload,
      additionalArguments: [
        `${languageArgument}${language}`,
        ...(request.chat === null ? [] : [`${chatArgument}${request.chat}`]),
      ],
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: !request.packaged,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
    request.onShown();
  });
  void window.loadURL(request.source.url);
  return window;
}

/** Brings a window before the user, wherever it is. */
export function raiseWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Where a window stands now; the size is the one it returns to when it is not maximised. */
export function placeOf(window: BrowserWindow, theme: WindowPlace['theme']): WindowPlace {
  return { ...window.getNormalBounds(), maximized: window.isMaximized(), theme };
}
