import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { languages } from '../../shared/catalogue/languages';
import type { Logger } from '../../shared/logger';
import { sessionIdSchema } from '../../shared/model/ids';

/** Where the window stood, in screen points, and what it looked like. */
export const windowPlaceSchema = z.object({
  x: z.int().nullable(),
  y: z.int().nullable(),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  maximized: z.boolean(),
  /** The theme of last time, so that the empty window already has its colour. */
  theme: z.enum(['system', 'light', 'dark']),
});

/** See {@link windowPlaceSchema}. */
export type WindowPlace = Readonly<z.infer<typeof windowPlaceSchema>>;

/** What a window starts with that was never opened before. */
export const defaultWindowPlace: WindowPlace = {
  x: null,
  y: null,
  width: 1440,
  height: 900,
  maximized: false,
  theme: 'system',
};

/** What is needed before, or without, the data. */
const localStateSchema = z.object({
  /** Another folder for the data; null for the usual one. */
  dataFolder: z.string().min(1).nullable().default(null),
  /** The language that was chosen, as the settings have it. */
  language: z.enum(languages).default('en'),
  window: windowPlaceSchema.default(defaultWindowPlace),
  /** Further windows that were open when the program ended, and their chats. */
  others: z
    .array(z.object({ place: windowPlaceSchema, chat: sessionIdSchema }))
    .max(100)
    .default([])
    // Windows are not worth the folder of the data, which stands beside them.
    .catch([]),
});

/** See {@link localStateSchema}. */
export type LocalState = Readonly<z.infer<typeof localStateSchema>>;

/** The program's folder as `ENGRAM_DATA_FOLDER` names it; null where it does not, so that the system's usual place holds. */
export function chosenFolder(environment: NodeJS.ProcessEnv): string | null {
  const chosen = environment['ENGRAM_DATA_FOLDER'];
  return chosen === undefined || chosen === '' ? null : resolve(chosen);
}

/** Reads the file in the program's folder; a missing or damaged one counts as empty. */
export function readLocalState(folder: string): LocalState {
  try {
    return localStateSchema.parse(JSON.parse(readFileSync(statePath(folder), 'utf8')));
  } catch {
    return localStateSchema.parse({});
  }
}

/** Replaces the file in one step; a failure costs the window's place, so it is logged and no more. */
export function writeLocalState(folder: string, state: LocalState, logger: Logger): void {
  const path = statePath(folder);
  try {
    writeFileSync(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (error) {
    logger.warn('the window’s place was not saved', { reason: error instanceof Error ? error.message : '' });
  }
}

function statePath(folder: string): string {
  return join(folder, 'local-state.json');
}
