import { resolve } from 'node:path';
import { app } from 'electron';
import { languageVariable } from '../../shared/catalogue/languages';
import { readLocalState } from './local-state';

/** Tells this process and its threads the language that was chosen before; an environment that names one goes first. */
export function settleLanguage(environment: NodeJS.ProcessEnv): void {
  const chosen = environment['ENGRAM_DATA_FOLDER'];
  const folder = chosen === undefined || chosen === '' ? app.getPath('userData') : resolve(chosen);
  environment[languageVariable] ??= readLocalState(folder).language;
}
