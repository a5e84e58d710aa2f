import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { menuCommands } from '../../src/shared/menu-commands';
import { createHeldReply } from '../openai-server/held-reply';
import { startOpenAiServer } from '../openai-server/server';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { chooseInMenu } from './support/menu';
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

const choose = (command: string): Promise<void> => chooseInMenu(running.app, command);

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
