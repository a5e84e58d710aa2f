import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { closeSearch, finishedReply, readChats, searchFor, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, newChat } from './support/server';

const { app: names, search: words, settings } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
  const { page } = running;
  await page.getByTestId('welcome-sample').getByRole('button').click();
  await page.getByTestId('suggestion').first().click();
  await finishedReply(page);
  await newChat(page);
  await send(page, 'A chat about hazelnuts and lighthouses');
  await finishedReply(page);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

const field = () => running.page.getByTestId('search-field');
const chosen = () => running.page.getByTestId('search').getByRole('option', { selected: true });

test('Ctrl+K finds words in titles and messages of all chats, with what memory made of each', async () => {
  const { app, page } = running;
  await page.keyboard.press('Control+k');
  await expect(field()).toBeFocused();
  await page.keyboard.type('hazelnut');
  await expect(page.getByText(/^\d+ hits in 2 chats, \d+ ms$/)).toBeVisible();
  await expect(page.getByTestId('title-hit')).toHaveCount(1);
  await expect(page.getByTestId('message-hit').first().locator('mark').first()).toHaveText(/hazelnuts?/i);
  const inSample = page
    .getByTestId('message-hit')
    .filter({ hasText: /Message [3-7],/ })
    .first();
  await inSample.hover();
  const detail = page.getByTestId('hit-detail');
  await expect(detail).toContainText('Moving to Porto');
  await expect(detail).toContainText(/Recalled in turn \d+, rank \d/);
  await expect(detail).toContainText(/Covered by summary v\d/);
  await pictureInBothThemes(app, page, 'palette-search');
});

test('the arrow keys choose, Enter opens the message in its chat and flashes it', async () => {
  const { page } = running;
  await searchFor(page, 'lighthouse hazelnuts');
  await expect(chosen()).toHaveAttribute('data-testid', 'title-hit');
  await page.keyboard.press('ArrowDown');
  await expect(chosen()).toHaveAttribute('data-testid', 'message-hit');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('search')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/A chat about hazelnuts/);
  await expect(page.locator('[data-flash="true"]')).toBeInViewport();
});

test('filters narrow by kind, chat, speaker and time', async () => {
  const { page } = running;
  await searchFor(page, 'hazelnuts');
  const dialog = page.getByTestId('search');
  await dialog.getByRole('button', { name: new RegExp(`^${words.kinds.titles} \\d`) }).click();
  await expect(page.getByTestId('message-hit')).toHaveCount(0);
  await expect(page.getByTestId('title-hit')).toHaveCount(1);
  await dialog.getByRole('button', { name: new RegExp(`^${words.kinds.all} \\d`) }).click();
  await dialog.getByRole('button', { name: new RegExp(`^${words.chat}:`) }).click();
  await page.getByRole('menuitemradio', { name: 'Moving to Porto' }).click();
  await expect(page.getByTestId('title-hit')).toHaveCount(0);
  await expect(page.getByText(/hits? in 1 chat,/)).toBeVisible();
  await dialog.getByRole('button', { name: new RegExp(`^${words.when}:`) }).click();
  await page.getByRole('menuitemradio', { name: words.spans.week }).click();
  await dialog.getByRole('button', { name: new RegExp(`^${words.who}:`) }).click();
  await page.getByRole('menuitemradio', { name: names.assistant }).click();
  await expect(page.getByTestId('message-hit').filter({ hasText: names.you })).toHaveCount(0);
  await searchFor(page, 'xyzzyplugh');
  await expect(dialog).toContainText(words.emptyHint);
  await closeSearch(page);
});

test('Ctrl+F looks in the open chat alone, Ctrl+Shift+F in all, and a summary opens its tab', async () => {
  const { page } = running;
  await page.keyboard.press('Control+f');
  await page.keyboard.type('hazelnuts');
  await expect(page.getByText(/hits? in 1 chat,/)).toBeVisible();
  await page.keyboard.press('Control+Shift+f');
  await expect(page.getByText(/hits in 2 chats,/)).toBeVisible();
  const [sample] = (await readChats(page)).filter(({ title }) => title === 'Moving to Porto');
  const summaries = await call(page, 'memory.summaries', { sessionId: sample!.id });
  const word = /[A-Z][a-z]{5,}/.exec(summaries.find(({ current }) => current)!.text)![0];
  await searchFor(page, word);
  await page
    .getByTestId('search')
    .getByRole('button', { name: new RegExp(`^${words.kinds.summaries} \\d`) })
    .click();
  await page.getByTestId('summary-hit').first().click();
  await expect(page.getByRole('tab', { name: catalogue.memory.tabs.summaries, exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('commands are found by name and done', async () => {
  const { page } = running;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('>appearance dark');
  await expect(page.getByTestId('command')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await page.keyboard.press('Control+k');
  await field().fill('>new temporary');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('remember-switch')).toHaveAttribute('aria-checked', 'false');
});

test('keys move between chats, fold the list, and lead to the settings and the list of keys', async () => {
  const { page } = running;
  const title = page.getByRole('heading', { level: 1 });
  await page.keyboard.press('Control+2');
  await expect(title).toHaveText(/A chat about hazelnuts/);
  await page.keyboard.press('Control+Tab');
  await expect(title).toHaveText('Moving to Porto');
  await page.keyboard.press('Control+Shift+Tab');
  await expect(title).toHaveText(/A chat about hazelnuts/);
  await page.keyboard.press('Control+b');
  await expect(page.getByTestId('chat-list')).toBeHidden();
  await page.keyboard.press('Control+b');
  await expect(page.getByTestId('chat-list')).toBeVisible();
  await page.getByTestId('open-search').focus();
  await page.keyboard.press('Shift+Escape');
  await expect(page.getByTestId('composer')).toBeFocused();
  await page.keyboard.press('Control+,');
  await expect(page.getByTestId('settings')).toBeVisible();
  await page.keyboard.press('Control+/');
  await expect(page.getByTestId('shortcut').first()).toBeVisible();
});

test('a shortcut takes other keys, keeps them through a restart, and gives them back', async () => {
  const row = () => running.page.locator('[data-shortcut="newChat"]');
  const change = settings.changeKeysOf(names.shortcuts.newChat);
  await row().getByRole('button', { name: change }).click();
  await running.page.keyboard.press('Control+k');
  await expect(row()).toContainText(settings.keysTaken(names.shortcuts.search));
  await running.page.keyboard.press('Control+c');
  await expect(row()).toContainText(settings.keysUnusable);
  await running.page.keyboard.press('Alt+n');
  await expect(row()).toContainText('Alt');
  await pictureInBothThemes(running.app, running.page, 'settings-shortcuts');
  await quit(running);
  running = await launch(dataFolder);
  const { page } = running;
  const before = (await readChats(page)).length;
  await page.keyboard.press('Control+n');
  await page.keyboard.press('Alt+n');
  await expect(page.getByTestId('thread')).toContainText(catalogue.thread.empty);
  expect((await readChats(page)).length).toBe(before + 1);
  await page.keyboard.press('Control+/');
  await row()
    .getByRole('button', { name: settings.resetKeysOf(names.shortcuts.newChat) })
    .click();
  await expect(row()).toContainText('Ctrl');
});
