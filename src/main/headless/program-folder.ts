import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { chosenFolder, readLocalState } from '../electron/local-state';

/** Where the program keeps its own things when nothing else is said: Electron's `userData` of the same platform. */
function usualFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  const home = homedir();
  const base =
    platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : platform === 'win32'
        ? (environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
        : (environment['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  return join(base, 'Engram');
}

/** The data folder: the one named, else `ENGRAM_DATA_FOLDER`, else the one the program uses. */
export function findDataFolder(named: string | undefined, environment: NodeJS.ProcessEnv): string {
  if (named !== undefined) return resolve(named);
  const program = chosenFolder(environment) ?? usualFolder(process.platform, environment);
  return readLocalState(program).dataFolder ?? program;
}
