import { app, dialog } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { Logger } from '../../shared/logger';
import { stackOf } from './crash-log';
import { logFilePath } from './log-file';

/**
 * Ends a start that cannot go on: the reason and what to do, on the terminal, in the log and in a native
 * dialog; exit code 1. The folder and the log are null when not even they could be had.
 */
export async function failStart(
  error: unknown,
  dataFolder: string | null,
  logger: Logger | null,
): Promise<void> {
  const words = catalogue.native.startFailed;
  const text = error instanceof AppError ? error.message : words.unexpected(stackOf(error));
  const place = dataFolder === null ? '' : words.place(dataFolder, logFilePath(dataFolder));
  const kind = error instanceof AppError ? error.kind : 'unexpected';
  logger?.error('the start failed', { kind, stack: stackOf(error) });
  process.stderr.write(`${words.title}\n${text}\n${place}\n`);
  await app.whenReady();
  dialog.showErrorBox(words.title, `${text}\n\n${place}`);
  app.exit(1);
}
