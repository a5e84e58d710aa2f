import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogues } from '../../src/shared/catalogue/catalogue';
import { languageVariable } from '../../src/shared/catalogue/languages';
import { expectAccessible } from './support/accessibility';
import { send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import { launch, quit, type Running } from './support/launch';
import { picture } from './support/pictures';

const { en: english, de: german } = catalogues;
const dataFolder = makeDataFolder();
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

/** Nothing of the page is wider than the page, and nothing of its bars and tabs is cut off. */
async function expectToFit(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role=tab], h1, h2, label, th')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).textOverflow !== 'ellipsis')
      .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.textContent),
  );
  expect(wide).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

test('another language is chosen in the settings and holds from the next start', async () => {
  const { app, page } = running;
  await page.getByRole('button', { name: english.welcome.sample.action }).click();
  await expect(page.getByTestId('composer')).toBeVisible();
  await page.getByRole('button', { name: english.app.settings }).first().click();
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  const again = page.getByRole('button', { name: english.settings.restartIn('Deutsch') });
  await expectAccessible(page);
  // Who is started by the program itself could not be watched from here.
  await app.evaluate(({ app: program }) => {
    program.relaunch = () => undefined;
  });
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  // The program may be gone before the click is done.
  await again.click({ noWaitAfter: true }).catch(() => undefined);
  await ended;
  // A program that starts itself again inherits what the first one told its threads.
  process.env[languageVariable] = 'en';
  running = await launch(dataFolder);
  Reflect.deleteProperty(process.env, languageVariable);
  expect(await running.page.evaluate(() => document.documentElement.lang)).toBe('de');
  await expect(running.page.getByRole('button', { name: german.app.settings }).first()).toBeVisible();
});

test('the whole program speaks it: thread, memory, menu, numbers and dates', async () => {
  const { app, page } = running;
  await page.getByTestId('chat-list').getByRole('button').first().waitFor();
  await expect(page.getByRole('tab', { name: german.memory.tabs.context })).toBeVisible();
  await send(page, 'When is the picnic?');
  await expect(page.getByText(/Kein Modell ist verbunden/u).first()).toBeVisible();
  await expect(page.getByText(/8\.000/u).first()).toBeVisible();
  const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(labels).toContain(german.menu.edit);
  await picture(page, 'german-thread');
  await expectAccessible(page);
});

test('its longer words fit, also in a small window', async () => {
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1_024);
  await page.getByRole('button', { name: german.thread.showMemory }).click();
  // Health is the last of them: it takes the whole window.
  for (const tab of Object.values(german.memory.tabs)) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expectToFit(page);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  for (const tab of Object.values(german.settings.tabs)) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expectToFit(page);
  }
  await page.getByRole('tab', { name: german.settings.tabs.memory, exact: true }).click();
  await picture(page, 'german-settings');
});
