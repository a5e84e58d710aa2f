import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { createHeldReply } from '../openai-server/held-reply';
import { startOpenAiServer, type OpenAiServer } from '../openai-server/server';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { picture } from './support/pictures';
import { call, newChat, useServer } from './support/server';

const { app: appWords, chats: words, native } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;
let second: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer();
  running = await launch(dataFolder);
  await useServer(running.page, server, 'sk-windows-0001');
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

/** Does what opens a window and waits for it. */
async function windowOpenedBy(act: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([running.app.waitForEvent('window'), act()]);
  await expect(page.getByTestId('composer')).toBeVisible();
  return page;
}

/** Opens the menu of a chat in the list. */
async function openMenuOf(page: Page, title: string): Promise<void> {
  await page.getByTestId('chat-list').getByText(title, { exact: true }).click({ button: 'right' });
}

/** Makes a chat with one question and its answer. */
async function chatAbout(page: Page, title: string): Promise<void> {
  await newChat(page);
  await send(page, `Tell me about ${title}`);
  await finishedReply(page);
  const { sessions } = await call(page, 'sessions.list', { cursor: null, limit: 1 });
  await call(page, 'sessions.update', { sessionId: sessions[0]!.id, title });
  await expect(page.getByTestId('chat-list')).toContainText(title);
}

test('a chat opens in a window of its own, beside the one that stays', async () => {
  const { page } = running;
  await chatAbout(page, 'Lighthouses');
  await chatAbout(page, 'Ferries');
  await openMenuOf(page, 'Lighthouses');
  second = await windowOpenedBy(() => page.getByRole('menuitem', { name: words.openWindow }).click());
  await expect(second.getByTestId('thread')).toContainText('Tell me about Lighthouses');
  await expect(page.getByTestId('thread')).toContainText('Tell me about Ferries');
  await expect(second).toHaveTitle(`Lighthouses – ${appWords.name}`);
  await expect(page).toHaveTitle(`Ferries – ${appWords.name}`);
  // What the window is for fills it: the list of the others is folded.
  await expect(second.getByTestId('chat-list')).toBeHidden();
  await expect(second.getByTestId('message').getByText('Tell me about Lighthouses').first()).toBeVisible();
  await picture(second, 'second-window');
});

test('each window asks and is answered for itself', async () => {
  const { page } = running;
  const held = createHeldReply();
  server.script('/v1/chat/completions', held.behaviour);
  await send(second, 'Who climbs?');
  await held.send('The keeper climbs');
  await expect(second.getByTestId('thread')).toContainText('The keeper climbs');
  await send(page, 'When does it leave?');
  await finishedReply(page);
  await expect(page.getByTestId('thread')).not.toContainText('The keeper');
  await held.send(' at dusk.');
  await held.finish();
  await expect(second.getByTestId('thread')).toContainText('The keeper climbs at dusk.');
});

test('the same chat in both windows shows the same: draft, question, growing answer, pin, deletion', async () => {
  const { page } = running;
  await page.getByTestId('chat-list').getByText('Lighthouses', { exact: true }).click();
  await expect(page.getByTestId('thread')).toContainText('Who climbs?');
  await second.getByTestId('composer').fill('How tall is');
  await expect(page.getByTestId('composer')).toHaveValue('How tall is');
  const held = createHeldReply();
  server.script('/v1/chat/completions', held.behaviour);
  await send(second, 'How tall is it?');
  await held.send('Forty');
  const thread = page.getByTestId('thread');
  await expect(thread).toContainText('How tall is it?');
  await expect(thread).toContainText('Forty');
  await expect(page.getByTestId('composer')).toHaveValue('');
  await held.send(' metres.');
  await held.finish();
  await expect(thread).toContainText('Forty metres.');
  const { messages } = await shownMessages(page);
  const question = messages.find(({ content }) => content === 'Who climbs?')!;
  const { sessionId } = question;
  await call(page, 'messages.pin', { sessionId, messageId: question.id, pinned: true });
  const marked = second.locator(`[data-testid="message"][data-message-id="${question.id}"]`);
  await expect(marked.getByText(catalogue.history.pinned)).toBeVisible();
  await call(page, 'forget.messages', { sessionId, firstId: question.id, lastId: question.id });
  await expect(second.getByTestId('thread')).not.toContainText('Who climbs?');
});

/** The newest messages of the chat last used. */
async function shownMessages(page: Page) {
  const { sessions } = await call(page, 'sessions.list', { cursor: null, limit: 1 });
  return call(page, 'messages.page', {
    sessionId: sessions[0]!.id,
    anchor: { kind: 'newest' },
    limit: 20,
  });
}

test('a chat deleted in one window gives way to another in the other', async () => {
  const { page } = running;
  await openMenuOf(page, 'Lighthouses');
  await page.getByRole('menuitem', { name: words.delete }).click();
  await expect(second.getByTestId('thread')).toContainText('Tell me about Ferries');
  await expect(second).toHaveTitle(`Ferries – ${appWords.name}`);
});

test('the keys open the open chat; more than ten windows are refused in words', async () => {
  const { page } = running;
  const third = await windowOpenedBy(() => page.keyboard.press('Control+Shift+N'));
  await expect(third.getByTestId('thread')).toContainText('Tell me about Ferries');
  for (let count = 3; count < 10; count += 1) {
    const opened = running.app.waitForEvent('window');
    await page.getByTestId('chat-list').getByText('Ferries', { exact: true }).click({ button: 'middle' });
    await opened;
  }
  await page.getByTestId('chat-list').getByText('Ferries', { exact: true }).click({ button: 'middle' });
  await expect(page.getByText(native.tooManyWindows)).toBeVisible();
  for (const window of running.app.windows().filter((each) => each !== page && each !== second)) {
    await window.close();
  }
  await expect.poll(() => running.app.windows().length).toBe(2);
});

test('another user finds nothing of the first in any window', async () => {
  const { page } = running;
  const { users } = await call(page, 'users.add', { name: 'Robin' });
  await call(page, 'users.switch', { userId: users.find(({ name }) => name === 'Robin')!.id });
  for (const window of [page, second]) {
    await expect(window.getByRole('heading', { name: catalogue.welcome.heading })).toBeVisible();
    await expect(window.locator('body')).not.toContainText('Ferries');
    await expect(window).toHaveTitle(appWords.name);
  }
});

test('the program goes on until its last window closes', async () => {
  const { page } = running;
  await page.close();
  await newChat(second);
  await send(second, 'Still there?');
  await finishedReply(second);
});

test('further windows that are open at the end are opened again at the next start, once', async () => {
  await quit(running);
  running = await launch(dataFolder);
  const { page, app } = running;
  await chatAbout(page, 'Tides');
  await chatAbout(page, 'Dunes');
  await openMenuOf(page, 'Tides');
  await windowOpenedBy(() => page.getByRole('menuitem', { name: words.openWindow }).click());
  await app.evaluate(({ app: program }) => program.quit());
  await app.waitForEvent('close');
  running = await launch(dataFolder);
  await expect.poll(() => running.app.windows().length).toBe(2);
  const [tides] = running.app.windows().filter((each) => each !== running.page);
  await expect(tides!.getByTestId('thread')).toContainText('Tell me about Tides');
  await expect(running.page.getByTestId('thread')).toContainText('Tell me about Dunes');
  await tides!.close();
  // A page is gone before its window is.
  const count = (): Promise<number> =>
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(count).toBe(1);
  await quit(running);
  running = await launch(dataFolder);
  await expect(running.page.getByTestId('thread')).toContainText('Tell me about Dunes');
  await running.page.waitForTimeout(2_000);
  expect(running.app.windows()).toHaveLength(1);
});
