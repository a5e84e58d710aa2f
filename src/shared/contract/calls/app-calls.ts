import { z } from 'zod';
import type { ProviderView } from '../../model/provider';
import type { User } from '../../model/user';
import { settingsChangesSchema, type Settings } from '../../settings';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** What the page needs before its first paint. */
export interface StartInfo {
  readonly version: string;
  /** Which sources a package was made of; null where the program runs from a checkout. */
  readonly build: string | null;
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  readonly dataFolder: string;
  readonly user: User;
  readonly settings: Settings;
  readonly providers: readonly ProviderView[];
  /** Something that happened while opening the data, in words for the user; null when all is well. */
  readonly notice: string | null;
}

/** The program itself and its settings. */
export const appCalls = {
  'app.start': defineCall<StartInfo>()(nothing),
  /** The page is drawn and takes letters; told once, for the log. */
  'app.interactive': defineCall<null>()(nothing),
  'settings.set': defineCall<Settings>()(settingsChangesSchema),
  /** Lets other programs on this computer read the memory of whoever calls, or nobody's. */
  'settings.serveMemory': defineCall<Settings>()(z.strictObject({ isOn: z.boolean() })),
  /** Ends the program in order and starts it again. */
  'app.restart': defineCall<null>()(nothing),
  /** Opens the data folder in the system's file manager. */
  'app.openDataFolder': defineCall<null>()(nothing),
  /** Asks (a dialog that names the host), then opens an https address in the system's browser. */
  'app.openExternal': defineCall<{ readonly opened: boolean }>()(z.strictObject({ url: z.url().max(4_000) })),
} as const;
