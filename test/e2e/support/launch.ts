import { resolve } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { _electron, expect } from '@playwright/test';
import { catalogue } from '../../../src/shared/catalogue/catalogue';

/** The project's folder, from which the program is started as its users' `npm start` does. */
export const projectFolder = resolve(import.meta.dirname, '../../..');

/** The running program and its one window. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the program wrote to its terminal so far. */
  readonly terminal: () => string;
}

/** The environment of a started program: its own data folder, fixed language and time zone. */
export function environmentFor(dataFolder: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !removed.has(entry[0]),
  );
  return { ...Object.fromEntries(inherited), ENGRAM_DATA_FOLDER: dataFolder, LANG: 'en_GB.UTF-8', TZ: 'UTC' };
}

const removed = new Set(['ELECTRON_RUN_AS_NODE', 'ELECTRON_RENDERER_URL', 'NODE_OPTIONS', 'OPENAI_API_KEY']);

/** What the page shows once it has its data: chats (a list or, where it is narrow, only one), or the first screen. */
export function firstView(page: Page): Locator {
  const welcome = page.getByRole('heading', { name: catalogue.welcome.heading });
  return page.getByTestId('chat-list').or(page.getByTestId('composer')).or(welcome).first();
}

/** Starts the built program on a data folder, with switches of Chromium's, and waits until its page shows the data. */
export async function launch(dataFolder: string, switches: readonly string[] = []): Promise<Running> {
  const app = await _electron.launch({
    args: ['--disable-gpu', '--force-device-scale-factor=1', ...switches, '.'],
    cwd: projectFolder,
    colorScheme: null,
    env: environmentFor(dataFolder),
  });
  let written = '';
  const keep = (chunk: Buffer): void => {
    written += chunk.toString('utf8');
  };
  app.process().stdout?.on('data', keep);
  app.process().stderr?.on('data', keep);
  const page = await app.firstWindow();
  await expect(firstView(page)).toBeVisible();
  return { app, page, terminal: () => written };
}

/** Quits the way a user does and waits for the process to end. */
export async function quit({ app }: Running): Promise<void> {
  await app.close();
}

/** Kills the program without warning, as a crash or a power cut would, and waits for the process to end. */
export async function killAtOnce({ app }: Running): Promise<void> {
  const process = app.process();
  const ended = new Promise((resolveEnd) => process.once('exit', resolveEnd));
  process.kill('SIGKILL');
  await ended;
}
