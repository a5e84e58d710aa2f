import { join } from 'node:path';
import type { BrowserWindow, WebContents } from 'electron';
import { app, Notification } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { EventEnvelope, EventName, Events } from '../../shared/contract/events';
import { bindingsOf, writeBinding, type OwnBindings } from '../../shared/key-bindings';
import type { SessionId } from '../../shared/model/ids';
import { defaultSettings, type Settings } from '../../shared/settings';
import { acceleratorOf } from './accelerator';
import { createAnswerNotices, type AnswerNoticePorts } from './answer-notices';
import { createEventSender } from './event-channel';
import { setApplicationMenu } from './menu';
import { raiseWindow } from './open-window';
import { createSummonKeys } from './summon-keys';
import { createTray } from './tray';
import type { Windows } from './windows';

/** What shows the program on the desktop beside its windows: menu, tray, keys that work everywhere, notifications. */
export interface Desktop {
  /** Goes by other settings from now on. */
  readonly follow: (settings: Settings) => void;
  /** Hears every event that the pages are sent. */
  readonly hear: (event: EventEnvelope) => void;
  /** Whether the program goes on without a window. */
  readonly staysWithoutWindow: () => boolean;
}

/** What the desktop is made from. */
export interface DesktopRequest {
  readonly windows: Windows;
  readonly packaged: boolean;
  readonly titleOf: (sessionId: SessionId) => Promise<string | null>;
  /** The chat that a window shows; null where that is not known. */
  readonly chatOf: (window: BrowserWindow) => SessionId | null;
}

/** Everything follows the settings, the menu included: until then there is none. The program must be ready. */
export function createDesktop({ windows, packaged, titleOf, chatOf }: DesktopRequest): Desktop {
  let settings = defaultSettings;
  let shortcutsInForce: string | null = null;
  const send = createEventSender(() => [windows.current()]);
  const deliver = <Name extends EventName>(
    name: Name,
    payload: Events[Name],
    to: BrowserWindow | null = null,
  ): void => {
    if (to === null) openThen(windows, () => send(name, payload));
    else createEventSender(() => [to])(name, payload);
  };
  const setMenu = (shortcuts: OwnBindings): void => {
    setApplicationMenu({
      platform: process.platform,
      packaged,
      shortcuts,
      run: (command) => deliver('menu-command', { command }),
    });
  };
  const tray = createTray({
    icon: join(app.getAppPath(), 'resources/icon.png'),
    open: windows.raise,
    newChat: () => deliver('menu-command', { command: 'newChat' }),
  });
  const refuse = (keys: string): void => tellRefused(windows.current(), keys);
  const summon = createSummonKeys(windows.raise, refuse);
  const followShortcuts = (shortcuts: OwnBindings): void => {
    setMenu(shortcuts);
    const { summon: keys } = bindingsOf(shortcuts);
    const accelerator = keys === null ? null : acceleratorOf(keys);
    summon.set(accelerator);
    if (keys !== null && accelerator === null) refuse(writeBinding(keys));
  };
  const notice = createAnswerNotices({
    isAway: () => !windows.all().some((window) => window.isFocused()),
    isWanted: () => settings.notifyAnswers,
    titleOf,
    show: showNotification,
    onChosen: (sessionId) => {
      const window = windows.all().findLast((each) => chatOf(each) === sessionId) ?? null;
      if (window !== null) raiseWindow(window);
      deliver('open-chat', { sessionId }, window);
    },
  });
  return {
    follow: (next) => {
      settings = next;
      tray.set(next.keepsRunning);
      const shortcuts = JSON.stringify(next.shortcuts);
      if (shortcuts === shortcutsInForce) return;
      shortcutsInForce = shortcuts;
      followShortcuts(next.shortcuts);
    },
    hear: (event) => {
      void notice(event);
    },
    staysWithoutWindow: () => settings.keepsRunning,
  };
}

/** Tells the page of a window that the system does not give a combination of keys. */
function tellRefused(window: BrowserWindow | null, keys: string): void {
  if (window === null) return;
  const { command, control } = catalogue.app.keys;
  const written = keys.replace(/CommandOrControl|mod/, process.platform === 'darwin' ? command : control);
  const tell = createEventSender(() => [window]);
  onceListening(window.webContents, () => {
    tell('notice', { text: catalogue.native.keysRefused(written), severity: 'warning' });
  });
}

/** Brings the current window to the front, opening one where none is, and goes on once its page listens. */
function openThen(windows: Windows, then: () => void): void {
  windows.open();
  const window = windows.current();
  if (window !== null) onceListening(window.webContents, then);
}

/** Goes on once a page hears events. */
function onceListening(contents: WebContents, then: () => void): void {
  if (contents.isLoading()) contents.once('did-finish-load', then);
  else then();
}

const showNotification: AnswerNoticePorts['show'] = (notice, onChosen) => {
  if (!Notification.isSupported()) return () => undefined;
  const notification = new Notification(notice);
  notification.once('click', onChosen);
  notification.show();
  return () => {
    notification.close();
  };
};
