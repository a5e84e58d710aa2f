import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { expectAccessible } from './support/accessibility';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { firstView, launch, quit } from './support/launch';
import { chooseInMenu, countWindows } from './support/menu';
import { runToEnd } from './support/second-process';

const { settings: words } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
  await expect(firstView(running.page)).toBeVisible();
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

test('with the tray wanted, closing the window leaves the program, and starting it again brings the window back', async () => {
  const { app, page } = running;
  await chooseInMenu(app, 'settings-general');
  const choice = page.getByRole('switch', { name: words.keepsRunning });
  await expect(choice).not.toBeChecked();
  await choice.click();
  await expect(choice).toBeChecked();
  await expectAccessible(page);
  await page.close();
  await expect.poll(() => countWindows(app)).toBe(0);
  const [opened, second] = await Promise.all([app.waitForEvent('window'), runToEnd(dataFolder)]);
  expect(second.code).toBe(0);
  running = { ...running, page: opened };
  await expect(firstView(opened)).toBeVisible();
  // A command that finds the window closed opens it and is then done.
  await opened.close();
  await expect.poll(() => countWindows(app)).toBe(0);
  const [again] = await Promise.all([app.waitForEvent('window'), chooseInMenu(app, 'settings')]);
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
    await expect.poll(() => countWindows(app)).toBe(1);
  }
});

test('without it, closing the window ends the program', async () => {
  const { app, page } = running;
  await chooseInMenu(app, 'settings-general');
  await page.getByRole('switch', { name: words.keepsRunning }).click();
  await expect(page.getByRole('switch', { name: words.keepsRunning })).not.toBeChecked();
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await page.close();
  await ended;
});
