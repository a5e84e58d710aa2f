import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, Menu } from 'electron';
import { z } from 'zod';
import type { StartInfo } from '../../shared/contract/calls/app-calls';
import type { PageSource } from './page-origin';
import { choosePageSource } from './page-origin';

/** What the program knows of itself. */
export interface ProgramFacts {
  readonly version: string;
  readonly build: string | null;
  readonly platform: StartInfo['platform'];
  readonly packaged: boolean;
  readonly source: PageSource;
}

/** Reads the program's own facts; the development server is named by electron-vite's variable. */
export function readProgramFacts(environment: NodeJS.ProcessEnv): ProgramFacts {
  const known = ['linux', 'darwin', 'win32'] as const;
  return {
    version: app.getVersion(),
    build: app.isPackaged ? readBuild(app.getAppPath()) : null,
    platform: known.find((platform) => platform === process.platform) ?? 'other',
    packaged: app.isPackaged,
    source: choosePageSource(app.isPackaged, environment['ELECTRON_RENDERER_URL']),
  };
}

/** The packed manifest names what the package was made of. */
function readBuild(programFolder: string): string | null {
  const manifest = manifestSchema.safeParse(
    JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')),
  );
  return manifest.data?.commit ?? null;
}

const manifestSchema = z.object({ commit: z.string().optional() });

/** Until the desktop sets its own; Electron would build one of its own first, which takes 10 ms of the start. */
export function beginWithoutMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Resolves when windows can be opened. */
export async function whenReady(): Promise<void> {
  await app.whenReady();
}

/** Ends this process, in which no window was opened. */
export function exitWith(code: string | number | null | undefined): void {
  app.exit(Number(code ?? 0));
}

/** Ends this process without a window and without closing anything: another instance does the work. */
export function leaveToOtherInstance(): void {
  app.exit(0);
}

/** Ends the program in order and starts it again. */
export function restartProgram(): void {
  app.relaunch();
  app.quit();
}

/** Quits when the last window closes, but not where it stays in the tray, nor on macOS: its icon opens it again. */
export function followWindows(openPage: () => void, staysWithoutWindow: () => boolean): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && !staysWithoutWindow()) app.quit();
  });
  app.on('activate', () => openPage());
}
