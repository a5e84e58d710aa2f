import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { LogPreview } from '../../shared/contract/calls/log-calls';

/** Characters of the log that are shown and exported: the latest. */
const mostCharacters = 400_000;

/** The files of the log, the older one first. */
const names = ['engram.old.log', 'engram.log'];

/** Reads a data folder's log; the user's name in paths of his home folder is left out. */
export async function readLog(dataFolder: string, home: string = homedir()): Promise<LogPreview> {
  const parts = await Promise.all(
    names.map((name) => readFile(join(dataFolder, 'logs', name), 'utf8').catch(() => '')),
  );
  const whole = parts.join('').replaceAll(home, '~');
  const isCut = whole.length > mostCharacters;
  const kept = isCut ? whole.slice(whole.indexOf('\n', whole.length - mostCharacters) + 1) : whole;
  return { text: kept, lines: kept.split('\n').filter((line) => line !== '').length, isCut };
}
