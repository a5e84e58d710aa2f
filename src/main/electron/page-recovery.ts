import type { BrowserWindow } from 'electron';
import { dialog } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Logger } from '../../shared/logger';

/** More crashes than this within a minute are not met with another load. */
const RELOADS_PER_MINUTE = 3;

/** Loads the page again when its process dies; `onReloaded` runs each time, so that the user can be told. */
export function recoverPage(window: BrowserWindow, logger: Logger, onReloaded: () => void): void {
  let recent: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    logger.error('the page’s process is gone', { reason, exitCode });
    if (reason === 'clean-exit') return;
    const now = performance.now();
    recent = [...recent.filter((time) => now - time < 60_000), now];
    if (recent.length > RELOADS_PER_MINUTE) {
      const words = catalogue.native.pageLost;
      dialog.showErrorBox(words.title, words.text);
      return;
    }
    onReloaded();
    window.webContents.reload();
  });
  window.on('unresponsive', () => logger.warn('the page does not respond'));
}
