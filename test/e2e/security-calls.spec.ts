import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { calls } from '../../src/shared/contract/calls';
import { callChannel } from '../../src/shared/contract/channels';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, projectFolder, quit } from './support/launch';
import { readNativeRecord, stubBrowser } from './support/stubs';

const dataFolder = makeDataFolder();
let running: Running;

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

test.describe('a call is answered only to the main frame of our window', () => {
  /** Invokes the real handler as a frame of the caller's choice; `frames` are those of our window. */
  async function callAs(sender: 'main frame' | 'frame within' | 'gone' | 'other window'): Promise<unknown> {
    return await running.app.evaluate(
      async ({ ipcMain, BrowserWindow }, [channel, who]) => {
        const { _invokeHandlers: handlers } = ipcMain as unknown as {
          _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>;
        };
        const ours = BrowserWindow.getAllWindows()[0]!;
        const other = who === 'other window' ? new BrowserWindow({ show: false }) : null;
        await other?.loadURL('data:text/html,hello');
        const frames: Record<string, unknown> = {
          'main frame': ours.webContents.mainFrame,
          'frame within': ours.webContents.mainFrame.frames[0],
          'other window': other?.webContents.mainFrame,
          gone: null,
        };
        const reply = await handlers.get(channel!)!({ senderFrame: frames[who!] }, 'sessions.list', {
          cursor: null,
          limit: 1,
        });
        other?.destroy();
        return reply;
      },
      [callChannel, sender],
    );
  }

  test('it is', async () => {
    expect(await callAs('main frame')).toMatchObject({ ok: true });
  });

  test('a frame within the page is refused, and has no bridge either', async () => {
    const hasBridge = await running.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = 'hello';
      document.body.append(frame);
      return 'engram' in frame.contentWindow!;
    });
    expect(hasBridge).toBe(false);
    expect(await callAs('frame within')).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    await running.page.evaluate(() => document.querySelector('iframe')?.remove());
  });

  for (const sender of ['gone', 'other window'] as const) {
    test(`${sender}: refused`, async () => {
      expect(await callAs(sender)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    });
  }

  test('another window with our preload script and our page is refused', async () => {
    const reply = await running.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const { session } = BrowserWindow.getAllWindows()[0]!.webContents;
        const thief = new BrowserWindow({ show: false, webPreferences: { preload, session, sandbox: true } });
        await thief.loadURL('app://engram/index.html');
        const answer: unknown = await thief.webContents.executeJavaScript(
          "window.engram.call('app.start', {})",
        );
        thief.destroy();
        return answer;
      },
      join(projectFolder, 'out/preload/index.cjs'),
    );
    expect(reply).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  });
});

test('only the contract’s calls exist, and a wrong payload is refused as data', async () => {
  const replies = await running.page.evaluate(async () => {
    const bridge = window.engram as unknown as { call(name: string, input: unknown): Promise<unknown> };
    return [
      await bridge.call('nope', {}),
      await bridge.call('__proto__', {}),
      await bridge.call('sessions.list', { limit: 'all' }),
    ];
  });
  for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { kind: 'bad-input' } });
  expect(Object.keys(calls)).not.toContain('nope');
});

test.describe('an address opens in the browser', () => {
  const open = (url: string): Promise<unknown> =>
    running.page.evaluate((address) => window.engram.call('app.openExternal', { url: address }), url);

  test('only after the user has seen its host and agreed', async () => {
    await stubBrowser(running.app, 'open');
    expect(await open('https://example.com/a?b=c')).toEqual({ ok: true, value: { opened: true } });
    const { questions, opened } = await readNativeRecord(running.app);
    expect(questions[0]?.message).toContain('example.com');
    expect(questions[0]?.detail).toBe('https://example.com/a?b=c');
    expect(opened).toEqual(['https://example.com/a?b=c']);
  });

  test('not when the user declines', async () => {
    await stubBrowser(running.app, 'cancel');
    expect(await open('https://example.com/')).toEqual({ ok: true, value: { opened: false } });
    expect((await readNativeRecord(running.app)).opened).toEqual([]);
  });

  for (const url of [
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:privacy',
    'https://bank.example@evil.example/',
  ]) {
    test(`never as ${url}`, async () => {
      await stubBrowser(running.app, 'open');
      expect(await open(url)).toMatchObject({ ok: false });
      const { questions, opened } = await readNativeRecord(running.app);
      expect({ questions, opened }).toEqual({ questions: [], opened: [] });
    });
  }
});

test('a page whose process dies is loaded again and says so', async () => {
  const words = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const loaded = new Promise<void>((resolve) => {
      contents.once('did-finish-load', () => resolve());
    });
    contents.forcefullyCrashRenderer();
    await loaded;
    // The driver has lost this page for good, so the page watches itself.
    return (await contents.executeJavaScript(`new Promise((resolve) => {
      const look = () => {
        const text = document.body.innerText;
        if (text.includes('loaded again')) resolve(text); else requestAnimationFrame(look);
      };
      look();
    })`)) as string;
  });
  expect(words).toContain(catalogue.native.pageRecovered);
});
