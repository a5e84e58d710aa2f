import { app } from 'electron';
import type { Logger } from '../../shared/logger';
import { stackOf } from './crash-log';

/** How long the services may take to end, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * At quit, once the page is gone, closes the services, for at most two seconds, then ends the process. To be
 * called when the program is ready: Electron's own signal handlers, which these replace, end the process on
 * the second signal, and a terminal's Ctrl+C often arrives twice (from it and from npm).
 */
export function quitOrderly(close: () => Promise<void>, logger: Logger): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  let isClosing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void endWithin(close, logger).then(() => app.exit(0));
  });
}

async function endWithin(close: () => Promise<void>, logger: Logger): Promise<void> {
  const patience = new Promise<'late'>((resolve) => setTimeout(resolve, PATIENCE_MS, 'late'));
  try {
    const outcome = await Promise.race([close(), patience]);
    if (outcome === 'late') logger.warn('the services did not close in time');
    else logger.info('closed');
  } catch (error) {
    logger.error('closing failed', { stack: stackOf(error) });
  }
}
