import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { menuCommands } from '../../src/shared/menu-commands';
import { createHeldReply } from '../openai-server/held-reply';
import { startOpenAiServer } from '../openai-server/server';
import { expectAccessible } from './support/accessibility';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { firstView, launch, quit } from './support/launch';
import { runToEnd } from './support/second-process';
import { call, newChat, useServer } from './support/server';

const { settings: words, native } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;

interface Shown {
  readonly title: string;
  readonly body: string;
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

/** Chooses something in the application menu, as a click on it does. */
async function choose(command: string): Promise<void> {
  await running.app.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (item === null || item === undefined) throw new Error(`The menu has no ${id}`);
    (item.click as () => void)();
  }, command);
}

function openWindows(): Promise<number> {
  return running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}

/** The keys that the menu names beside a command. */
function keysOf(command: string): Promise<string | null> {
  return running.app.evaluate(
    ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.accelerator ?? null,
    command,
  );
}

/** Notes what is shown instead of showing it: there is no desktop here to show it on. */
async function catchNotifications(): Promise<void> {
  await running.app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(this);
    };
  });
}

function notifications(): Promise<readonly Shown[]> {
  return running.app.evaluate(() =>
    (globalThis as unknown as { shown: Shown[] }).shown.map(({ title, body }) => ({ title, body })),
  );
}

test('the menu holds every command, and each does what it says', async () => {
  const { page } = running;
  await newChat(page);
  const held = await running.app.evaluate(
    ({ Menu }, ids) => ids.filter((id) => Menu.getApplicationMenu()?.getMenuItemById(id) !== null),
    [...menuCommands],
  );
  expect(held).toEqual([...menuCommands]);
  await choose('settings');
  await expect(page.getByTestId('settings')).toBeVisible();
  await choose('newChat');
  await expect(page.getByTestId('composer')).toBeVisible();
  await choose('memory-summaries');
  await expect(page.getByRole('tab', { name: catalogue.memory.tabs.summaries })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await choose('search');
  await expect(page.getByTestId('search-field')).toBeFocused();
  await choose('shortcutList');
  await expect(page.getByTestId('shortcut').first()).toBeVisible();
});

test('the menu names the keys in force, also those the user chose', async () => {
  const { page } = running;
  expect(await keysOf('newChat')).toBe('CommandOrControl+N');
  await page.getByRole('button', { name: words.changeKeysOf(catalogue.app.shortcuts.newChat) }).click();
  await page.keyboard.press('Control+Shift+O');
  await expect.poll(() => keysOf('newChat')).toBe('CommandOrControl+Shift+O');
  await page.getByRole('button', { name: words.resetKeysOf(catalogue.app.shortcuts.newChat) }).click();
  await expect.poll(() => keysOf('newChat')).toBe('CommandOrControl+N');
});

test('keys that work everywhere are taken only once the user chose them, and are given back', async () => {
  const { page } = running;
  const isTaken = (): Promise<boolean> =>
    running.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Alt+E'));
  expect(await isTaken()).toBe(false);
  const { summon } = catalogue.app.shortcuts;
  await page.getByRole('button', { name: words.changeKeysOf(summon) }).click();
  await page.keyboard.press('Control+Alt+E');
  await expect.poll(isTaken).toBe(true);
  await page.getByRole('button', { name: words.resetKeysOf(summon) }).click();
  await expect.poll(isTaken).toBe(false);
});

test('keys that the system does not give are said to be taken', async () => {
  const { page } = running;
  await running.app.evaluate(({ globalShortcut }) => {
    Object.assign(globalShortcut, { register: () => false });
  });
  const { summon } = catalogue.app.shortcuts;
  await page.getByRole('button', { name: words.changeKeysOf(summon) }).click();
  await page.keyboard.press('Control+Alt+J');
  await expect(page.getByText(native.keysRefused('Ctrl+Alt+J'))).toBeVisible();
  await page.getByRole('button', { name: catalogue.app.dismiss }).click();
  await page.getByRole('button', { name: words.resetKeysOf(summon) }).click();
});

test('keys that the system has no name for are said to be refused, too', async () => {
  const { page } = running;
  const { shortcuts } = await call(page, 'settings.set', { shortcuts: { summon: 'mod+ö' } });
  expect(shortcuts['summon']).toBe('mod+ö');
  await expect(page.getByText(native.keysRefused('Ctrl+ö'))).toBeVisible();
  await page.getByRole('button', { name: catalogue.app.dismiss }).click();
  await call(page, 'settings.set', { shortcuts: {} });
});

test('an answer that ends while another program is in front is told of, and a click opens its chat', async () => {
  const { app, page } = running;
  await catchNotifications();
  const server = await startOpenAiServer({ key: 'sk-desktop-0123456789' });
  await useServer(page, server, 'sk-desktop-0123456789');
  await newChat(page);
  const held = createHeldReply();
  server.script('/v1/chat/completions', held.behaviour);
  await send(page, 'Which plants like shade?');
  await held.begun;
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    Object.assign(window!, { isFocused: () => false });
  });
  await held.send('Ferns, mostly.');
  await held.finish();
  await expect
    .poll(notifications)
    .toEqual([{ title: native.answered.done, body: 'Which plants like shade?' }]);
  await newChat(page);
  await app.evaluate(() => {
    (globalThis as unknown as { shown: Electron.Notification[] }).shown[0]!.emit('click');
  });
  await expect(page.getByTestId('thread')).toContainText('Ferns, mostly.');
  await server.close();
});

test('of several windows a click opens the one that shows the chat', async () => {
  const { app, page } = running;
  const { sessions } = await call(page, 'sessions.list', { cursor: null, limit: 10 });
  const shade = sessions.find(({ title }) => title === 'Which plants like shade?')!;
  const [second] = await Promise.all([
    app.waitForEvent('window'),
    call(page, 'sessions.openWindow', { sessionId: shade.id }),
  ]);
  await expect(second.getByTestId('thread')).toContainText('Ferns, mostly.');
  await newChat(page);
  const thread = page.getByTestId('thread');
  const before = await thread.getAttribute('data-session-id');
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) Object.assign(window, { isFocused: () => false });
  });
  await send(second, 'And which like the sun?');
  await expect.poll(notifications).toHaveLength(2);
  const raised = await app.evaluate(({ BrowserWindow }) => {
    const order: string[] = [];
    for (const window of BrowserWindow.getAllWindows()) {
      window.focus = () => void order.push(window.getTitle());
    }
    (globalThis as unknown as { shown: Electron.Notification[] }).shown[1]!.emit('click');
    return order;
  });
  expect(raised).toEqual([`Which plants like shade? – ${catalogue.app.name}`]);
  await expect(thread).toHaveAttribute('data-session-id', before!);
  await second.close();
});

test('nobody is told who sees the answer, or who does not want it', async () => {
  const { app, page } = running;
  await choose('settings-general');
  await page.getByRole('switch', { name: words.notifyAnswers }).click();
  await expect(page.getByRole('switch', { name: words.notifyAnswers })).not.toBeChecked();
  await newChat(page);
  await send(page, 'And now?');
  await finishedReply(page);
  await choose('settings-general');
  await page.getByRole('switch', { name: words.notifyAnswers }).click();
  await app.evaluate(({ BrowserWindow }) => {
    Object.assign(BrowserWindow.getAllWindows()[0]!, { isFocused: () => true });
  });
  await newChat(page);
  await send(page, 'And then?');
  await finishedReply(page);
  expect(await notifications()).toHaveLength(2);
});

test('with the tray wanted, closing the window leaves the program, and starting it again brings the window back', async () => {
  const { app, page } = running;
  await choose('settings-general');
  const choice = page.getByRole('switch', { name: words.keepsRunning });
  await expect(choice).not.toBeChecked();
  await choice.click();
  await expect(choice).toBeChecked();
  await expectAccessible(page);
  await page.close();
  await expect.poll(openWindows).toBe(0);
  const [opened, second] = await Promise.all([app.waitForEvent('window'), runToEnd(dataFolder)]);
  expect(second.code).toBe(0);
  running = { ...running, page: opened };
  await expect(firstView(opened)).toBeVisible();
  // A command that finds the window closed opens it and is then done.
  await opened.close();
  await expect.poll(openWindows).toBe(0);
  const [again] = await Promise.all([app.waitForEvent('window'), choose('settings')]);
  running = { ...running, page: again };
  await expect(again.getByTestId('settings')).toBeVisible();
});

test('a command that comes while the window closes opens another one', async () => {
  const { app } = running;
  for (const milliseconds of [0, 1, 3, 10]) {
    const [opened] = await Promise.all([
      app.waitForEvent('window'),
      app.evaluate(async ({ BrowserWindow, Menu }, ms) => {
        BrowserWindow.getAllWindows()[0]?.close();
        if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
        (Menu.getApplicationMenu()?.getMenuItemById('settings')?.click as () => void)();
      }, milliseconds),
    ]);
    running = { ...running, page: opened };
    await expect(opened.getByTestId('settings')).toBeVisible();
    await expect.poll(openWindows).toBe(1);
  }
});

test('without it, closing the window ends the program', async () => {
  const { app, page } = running;
  await choose('settings-general');
  await page.getByRole('switch', { name: words.keepsRunning }).click();
  await expect(page.getByRole('switch', { name: words.keepsRunning })).not.toBeChecked();
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await page.close();
  await ended;
});
