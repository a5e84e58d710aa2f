import type { BrowserWindow } from 'electron';
import { eventChannel } from '../../shared/contract/channels';
import type { Emit } from '../../shared/contract/emit';

/** Sends events to the page of the window that is open at the time. */
export function createEventSender(currentWindow: () => BrowserWindow | null): Emit {
  return (name, payload) => {
    const window = currentWindow();
    if (window === null || window.isDestroyed() || window.webContents.isCrashed()) return;
    window.webContents.send(eventChannel, { name, payload });
  };
}
