import { expect, test } from '@playwright/test';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { tryInPage } from './support/policy-attempts';

const dataFolder = makeDataFolder();
let running: Running;

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

for (const [attempt, directive] of [
  ['eval', 'script-src'],
  ['inlineScript', 'script-src-elem'],
  ['inlineHandler', 'script-src-attr'],
  ['inlineStyle', 'style-src-elem'],
  ['remoteScript', 'script-src-elem'],
  ['dataScript', 'script-src-elem'],
  ['worker', 'worker-src'],
  ['fetch', 'connect-src'],
  ['ownFetch', 'connect-src'],
  ['socket', 'connect-src'],
  ['image', 'img-src'],
] as const) {
  test(`the policy blocks ${attempt}`, async () => {
    expect(await tryInPage(running.page, attempt)).toEqual({ outcome: 'blocked', violations: [directive] });
  });
}

test('the policy blocks a beacon', async () => {
  expect((await tryInPage(running.page, 'beacon')).violations).toEqual(['connect-src']);
});

test('window.open and links to a new window open nothing', async () => {
  const opened = await running.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    return window.open('https://example.com/') === null && window.open('app://engram/index.html') === null;
  });
  expect(opened).toBe(true);
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

for (const target of [
  'https://example.com/',
  'app://engram/other.html',
  'file:///etc/passwd',
  'data:text/html,hello',
]) {
  test(`the page cannot navigate to ${target}`, async () => {
    const before = running.page.url();
    await running.page.evaluate((url) => {
      location.href = url;
    }, target);
    // A second round trip through the page proves that it still is the page.
    expect(await running.page.evaluate(() => 'engram' in window)).toBe(true);
    expect(running.page.url()).toBe(before);
  });
}

test('a form cannot leave the page', async () => {
  const before = running.page.url();
  await running.page.evaluate(() => {
    const form = document.createElement('form');
    form.action = 'https://example.com/';
    document.body.append(form);
    form.submit();
    form.remove();
  });
  expect(running.page.url()).toBe(before);
});

test('a webview element attaches nothing', async () => {
  const contents = await running.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
    const isPlain = !('loadURL' in view);
    view.remove();
    return isPlain;
  });
  expect(contents).toBe(true);
});

test('the page has no Node and no Electron', async () => {
  const found = await running.page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron', '__dirname'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
});

test('window.engram is exactly call and on, and cannot be replaced', async () => {
  const bridge = await running.page.evaluate(() => {
    const before = window.engram;
    try {
      Object.assign(window, { engram: { call: null } });
    } catch {
      // Refused, as it should be.
    }
    return { names: Object.keys(before), isSame: window.engram === before };
  });
  expect(bridge).toEqual({ names: ['call', 'on'], isSame: true });
});

test('the window’s preferences read back as they were set', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
});

test('no spell checker runs, so none downloads a dictionary', async () => {
  const isEnabled = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.session.isSpellCheckerEnabled(),
  );
  expect(isEnabled).toBe(false);
});

for (const permission of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']) {
  test(`the permission ${permission} is denied`, async () => {
    const state = await running.page.evaluate(
      (name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          (status) => status.state,
          () => 'denied',
        ),
      permission,
    );
    expect(state).toBe('denied');
  });
}

test('asking for a permission or a device gets nothing', async () => {
  const outcomes = await running.page.evaluate(async () => {
    const refused = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        (value) => (Array.isArray(value) && value.length === 0 ? 'refused' : `granted ${String(value)}`),
        () => 'refused',
      );
    const position = new Promise((resolve, reject) => {
      navigator.geolocation.getCurrentPosition(resolve, reject);
    });
    return [
      await refused(position),
      await refused(Notification.requestPermission().then((answer) => (answer === 'granted' ? answer : []))),
      await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      await refused(navigator.mediaDevices.getDisplayMedia()),
    ];
  });
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('a download is stopped before it begins', async () => {
  const state = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const stopped = new Promise((resolve) => {
      contents.session.once('will-download', (event) => resolve(event.defaultPrevented));
    });
    contents.downloadURL('app://engram/index.html');
    return await stopped;
  });
  expect(state).toBe(true);
});
