import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { environmentFor } from '../../e2e/support/launch';

/** A packaged program that runs, driven over its debugging port. */
export interface Packaged {
  readonly page: Page;
  /** Asks it to end as a closed terminal would and waits for it. */
  readonly end: () => Promise<void>;
}

/**
 * Connects once the window's page is there: a connection made while the window is being created can wait for an
 * answer that never comes.
 */
async function connect(address: string): Promise<Browser> {
  const list = new URL('/json/list', address.replace(/^ws:/, 'http:'));
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const targets = (await (await fetch(list)).json()) as readonly { type: string; url: string }[];
    if (targets.some(({ type, url }) => type === 'page' && url.startsWith('app:'))) break;
    await setTimeout(200);
  }
  return chromium.connectOverCDP(address);
}

/**
 * Starts a packaged program: its fuses refuse the inspector that Playwright's own launcher needs, so the page is
 * reached by Chromium's debugging port, which the program chooses and prints.
 */
export async function startPackaged(executable: string, dataFolder: string): Promise<Packaged> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...root, '--disable-gpu', '--remote-debugging-port=0'], {
    env: environmentFor(dataFolder),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const address = new Promise<string>((resolve, reject) => {
    let written = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(written)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`The program ended at once:\n${written}`));
    });
  });
  const browser = await connect(await address);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('The program has no window');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { page, end };
}
