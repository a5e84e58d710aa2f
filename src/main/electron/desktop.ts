import { join } from 'node:path';
import type { WebContents } from 'electron';
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
import type { Page } from './page';
import { createSummonKeys } from './summon-keys';
import { createTray } from './tray';

/** What shows the program on the desktop beside its window: menu, tray, keys that work everywhere, notifications. */
export interface Desktop {
  /** Goes by other settings from now on. */
  readonly follow: (settings: Settings) => void;
  /** Hears every event that the page is sent. */
  readonly hear: (event: EventEnvelope) => void;
  /** Whether the program goes on without a window. */
  readonly staysWithoutWindow: () => boolean;
}

/** What the desktop is made from. */
export interface DesktopRequest {
  readonly page: Page;
  readonly packaged: boolean;
  readonly titleOf: (sessionId: SessionId) => Promise<string | null>;
}

/** Sets the menu; the rest follows the settings. The program must be ready. */
export function createDesktop({ page, packaged, titleOf }: DesktopRequest): Desktop {
  let settings = defaultSettings;
  const send = createEventSender(page.current);
  const deliver = <Name extends EventName>(name: Name, payload: Events[Name]): void => {
    void openThen(page, () => {
      send(name, payload);
    });
  };
  const setMenu = (shortcuts: OwnBindings): void => {
    setApplicationMenu({
      platform: process.platform,
      packaged,
      shortcuts,
      run: (command) => deliver('menu-command', { command }),
    });
  };
  setMenu({});
  const tray = createTray({
    icon: join(app.getAppPath(), 'resources/icon.png'),
    open: page.raise,
    newChat: () => deliver('menu-command', { command: 'newChat' }),
  });
  const refuse = (keys: string): void => {
    const { command, control } = catalogue.app.keys;
    const written = keys.replace(/CommandOrControl|mod/, process.platform === 'darwin' ? command : control);
    const tell = (): void =>
      send('notice', { text: catalogue.native.keysRefused(written), severity: 'warning' });
    const window = page.current();
    if (window !== null) onceListening(window.webContents, tell);
  };
  const summon = createSummonKeys(page.raise, refuse);
  const followShortcuts = (shortcuts: OwnBindings): void => {
    setMenu(shortcuts);
    const { summon: keys } = bindingsOf(shortcuts);
    const accelerator = keys === null ? null : acceleratorOf(keys);
    summon.set(accelerator);
    if (keys !== null && accelerator === null) refuse(writeBinding(keys));
  };
  const notice = createAnswerNotices({
    isAway: () => page.current()?.isFocused() !== true,
    isWanted: () => settings.notifyAnswers,
    titleOf,
    show: showNotification,
    onChosen: (sessionId) => deliver('open-chat', { sessionId }),
  });
  return {
    follow: (next) => {
      const isOther = JSON.stringify(next.shortcuts) !== JSON.stringify(settings.shortcuts);
      settings = next;
      tray.set(next.keepsRunning);
      if (isOther) followShortcuts(next.shortcuts);
    },
    hear: (event) => {
      void notice(event);
    },
    staysWithoutWindow: () => settings.keepsRunning,
  };
}

/** Brings the window to the front, opening it where it is closed, and goes on once its page listens. */
async function openThen(page: Page, then: () => void): Promise<void> {
  await page.open();
  const window = page.current();
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
