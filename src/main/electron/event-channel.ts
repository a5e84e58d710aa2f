import type { BrowserWindow } from 'electron';
import { eventChannel } from '../../shared/contract/channels';
import type { Emit } from '../../shared/contract/emit';

/** Sends events to the pages of the windows that it is meant for at the time. */
export function createEventSender(windows: () => readonly (BrowserWindow | null)[]): Emit {
  return (name, payload) => {
    for (const window of windows()) {
      if (window === null || window.isDestroyed() || window.webContents.isCrashed()) continue;
      window.webContents.send(eventChannel, { name, payload });
    }
  };
}
