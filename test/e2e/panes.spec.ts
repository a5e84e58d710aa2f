import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import {
  closeSearch,
  finishedReply,
  importConversation,
  newChatOverAllChats,
  openImported,
  searchFor,
  send,
} from './support/actions';
import { readConversation } from './support/conversation';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';

const dataFolder = makeDataFolder();
const conversation = readConversation();
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

/** Takes both pictures of the page as it stands and lets axe look at each. */
async function show(name: string): Promise<void> {
  await pictureInBothThemes(running.app, running.page, name);
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
}

test('the first screen', async () => {
  await expect(running.page.getByRole('heading', { level: 1 })).toHaveText(catalogue.welcome.heading);
  await show('welcome');
});

test('the import', async () => {
  await importConversation(running, conversation);
  await show('import');
});

test('an imported chat', async () => {
  await openImported(running.page);
  await show('imported-chat');
});

test('a new chat with nothing in it', async () => {
  await newChatOverAllChats(running.page);
  await show('new-chat');
});

test('the thread with an answer, and the context it was sent with', async () => {
  const { page } = running;
  await send(page, conversation.questions[0]!.question);
  await finishedReply(page);
  await expect(page.getByTestId('chip').first()).toBeVisible();
  await expect(page.getByTestId('context-bar')).toBeVisible();
  await show('thread');
});

for (const [tab, name] of Object.entries(catalogue.memory.tabs)) {
  test(`the memory pane, ${name}`, async () => {
    await openTab(running.page, name);
    if (tab === 'recall') await expect(running.page.getByTestId('recall-row').first()).toBeVisible();
    await show(`memory-${tab}`);
  });
}

test('a source that a chip led to', async () => {
  const { page } = running;
  await openTab(page, catalogue.memory.tabs.context);
  await page.getByTestId('chip').first().click();
  await expect(page.locator('[data-flash="true"]')).toBeVisible();
  await show('source');
});

test('the search over all chats', async () => {
  const { page } = running;
  await searchFor(page, conversation.speakers[0]);
  await expect(page.getByTestId('message-hit').first()).toBeVisible();
  await page.getByTestId('message-hit').first().hover();
  await expect(page.getByTestId('hit-detail')).toBeVisible();
  await show('search');
  await page.getByTestId('search-field').fill('');
  await expect(page.getByTestId('command').first()).toBeVisible();
  await show('palette');
  await closeSearch(page);
});

test('the settings', async () => {
  const { page } = running;
  await page.getByRole('button', { name: catalogue.app.settings, exact: true }).click();
  await expect(page.getByTestId('settings')).toBeVisible();
  for (const [tab, name] of Object.entries(catalogue.settings.tabs)) {
    await openTab(page, name);
    await show(`settings-${tab}`);
  }
  await page.getByRole('button', { name: catalogue.settings.back }).click();
});

test('a narrow window', async () => {
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(960, 700));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(960);
  await expect(page.getByTestId('message').first()).toBeVisible();
  await show('narrow');
});

test('the theme chosen in the settings holds for the page, the window and the next start', async () => {
  const { app, page } = running;
  const reply = await page.evaluate(() => window.engram.call('settings.set', { theme: 'dark' }));
  expect(reply).toMatchObject({ ok: true, value: { theme: 'dark' } });
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await quit(running);
  running = await launch(dataFolder);
  expect(await running.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  const background = await running.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).not.toBe('rgb(251, 250, 248)');
});
