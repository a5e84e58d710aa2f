import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { closeSearch, finishedReply } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';

const dataFolder = makeDataFolder();
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
  const { page } = running;
  await page.getByTestId('welcome-sample').getByRole('button').click();
  await page.getByTestId('suggestion').first().click();
  await finishedReply(page);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

/** Whether anything reaches beyond the window's right edge. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Uses the program by keyboard alone: search, memory, settings, and back to the field. */
async function walkByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('hazelnut');
  await expect(page.getByTestId('message-hit').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-flash="true"]')).toBeInViewport();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('>memory recall');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('recall-row').first()).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await expect(page.getByTestId('settings')).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.keyboard.press('Shift+Escape');
  await expect(page.getByTestId('composer')).toBeFocused();
}

test('a window of 1024 by 700 holds everything, by keyboard alone', async () => {
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1_024, 700));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1_024);
  await expect(page.getByTestId('composer')).toBeInViewport();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await walkByKeyboard(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByTestId('search-field')).toBeFocused();
  await page.getByTestId('search-field').fill('hazelnut');
  await expect(page.getByTestId('hit-detail')).toBeVisible();
  await pictureInBothThemes(app, page, 'small-search');
  await closeSearch(page);
});

test('at a zoom of 200 % everything can be read and reached', async () => {
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window!.setContentSize(1_440, 860);
    window!.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(720);
  await expect(page.getByTestId('composer')).toBeInViewport();
  await expect(page.getByTestId('message').last()).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await walkByKeyboard(page);
  await pictureInBothThemes(app, page, 'zoomed');
  await page.getByRole('button', { name: catalogue.thread.showMemory }).click();
  await expect(page.getByRole('tab', { name: catalogue.memory.tabs.context, exact: true })).toBeInViewport();
});
