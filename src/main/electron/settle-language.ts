import { app } from 'electron';
import { languageVariable } from '../../shared/catalogue/languages';
import { chosenFolder, readLocalState } from './local-state';

/**
 * Tells this process and its threads the language that was chosen before. Whatever the environment says: a program that
 * starts itself again inherits the one it had.
 */
export function settleLanguage(environment: NodeJS.ProcessEnv): void {
  const folder = chosenFolder(environment) ?? app.getPath('userData');
  environment[languageVariable] = readLocalState(folder).language;
}
