import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { chosenFolder, readLocalState } from './local-state';

/** Where the program keeps its own things and where the user's data lies; the same unless a setting parts them. */
export interface Folders {
  readonly program: string;
  readonly data: string;
}

/**
 * Settles the folders before the program is ready: `ENGRAM_DATA_FOLDER`, else the system's usual place.
 * The page's own storage goes into a folder of its own, so that the data folder stays readable.
 *
 * @throws AppError `storage-read-only` when a folder cannot be made.
 */
export function settleFolders(environment: NodeJS.ProcessEnv): Folders {
  const chosen = chosenFolder(environment);
  if (chosen !== null) app.setPath('userData', chosen);
  const program = app.getPath('userData');
  makeFolder(program);
  app.setPath('sessionData', join(program, 'page'));
  const data = readLocalState(program).dataFolder ?? program;
  makeFolder(data);
  return { program, data };
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AppError('storage-read-only', catalogue.native.startFailed.noFolder(path), { cause });
  }
}
