import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { finishedReply, ownMessages, readChats, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import { filesHolding } from './support/files-holding';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, chatRequests, newChat, sentMessages, useServer } from './support/server';
import { startOpenAiServer, type OpenAiServer } from '../openai-server/server';

const { history, settings } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer();
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

function own(page: Page, text: string): Locator {
  return ownMessages(page).filter({ hasText: text });
}

async function choose(message: Locator, action: string): Promise<void> {
  await message.hover();
  await message.getByTestId('message-menu').click();
  await message.page().getByRole('menuitem', { name: action, exact: true }).click();
}

test('a question is edited in its place, and both versions are stepped through by keyboard', async () => {
  const { page, app } = running;
  await newChat(page);
  await send(page, 'The lighthouse of Porto is painted blue');
  await finishedReply(page);
  await send(page, 'And what about the harbour wall?');
  await finishedReply(page);
  await choose(own(page, 'lighthouse of Porto'), history.edit);
  await page.getByTestId('edit-field').fill('The lighthouse of Porto is painted green');
  await page.keyboard.press('Enter');
  await finishedReply(page);
  await expect(ownMessages(page)).toHaveText([/painted green/]);
  const stepper = ownMessages(page).first().getByTestId('versions');
  await expect(stepper).toContainText(history.count(2, 2));
  await stepper.getByRole('button', { name: history.earlier }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(ownMessages(page)).toHaveText([/painted blue/, /harbour wall/]);
  await expect(page.getByText(history.said.version(1, 2))).toBeAttached();
  await pictureInBothThemes(app, page, 'history-versions');
});

test('arrow up in an empty field edits the last question; Esc leaves it as it was', async () => {
  const { page } = running;
  await page.getByTestId('composer').focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByTestId('edit-field')).toBeFocused();
  await expect(page.getByTestId('edit-field')).toHaveValue('And what about the harbour wall?');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('edit-field')).toBeHidden();
  await expect(own(page, 'harbour wall')).toBeVisible();
});

test('an answer is given again by a model, which is sent only the shown version', async () => {
  const { page } = running;
  await useServer(page, server, 'sk-test-history');
  const reply = page.getByTestId('message').and(page.locator('[data-role="assistant"]')).last();
  await choose(reply, history.regenerate);
  await expect(await finishedReply(page)).toContainText(history.count(2, 2));
  const sent = sentMessages(chatRequests(server).at(-1)).map(({ content }) => content);
  expect(sent.join('\n')).toContain('painted blue');
  expect(sent.join('\n')).not.toContain('painted green');
});

test('a pinned message is sent apart once it is old, an excluded one is not sent at all', async () => {
  const { page, app } = running;
  await choose(own(page, 'painted blue'), history.pin);
  await expect(own(page, 'painted blue').getByTestId('pinned-mark')).toBeVisible();
  await choose(own(page, 'harbour wall'), history.exclude);
  await expect(own(page, 'harbour wall').getByTestId('excluded-mark')).toBeVisible();
  await pictureInBothThemes(app, page, 'history-pinned-excluded');
  await send(page, 'What did I say of the wall?');
  await finishedReply(page);
  const sent = sentMessages(chatRequests(server).at(-1)).map(({ content }) => content);
  expect(sent.join('\n')).toContain('painted blue');
  expect(sent).not.toContain('And what about the harbour wall?');
  await own(page, 'harbour wall').getByRole('button', { name: history.include }).click();
  await expect(own(page, 'harbour wall').getByTestId('excluded-mark')).toBeHidden();
});

test('a chat is continued elsewhere from one of its messages', async () => {
  const { page } = running;
  const before = await readChats(page);
  await choose(own(page, 'painted blue'), history.fork);
  await expect(ownMessages(page)).toHaveText([/painted blue/]);
  expect(await readChats(page)).toHaveLength(before.length + 1);
  await page
    .getByTestId('chat-list')
    .getByRole('button', { name: /^The lighthouse of Porto is painted blue \d/ })
    .click();
  await expect(own(page, 'harbour wall')).toBeVisible();
});

test('a deleted message comes back while it can be undone', async () => {
  const { page } = running;
  await choose(own(page, 'harbour wall'), history.delete);
  await expect(own(page, 'harbour wall')).toHaveCount(0);
  await expect(page.getByText(history.deletedToast(1))).toBeVisible();
  await page.getByRole('button', { name: catalogue.app.undo, exact: true }).click();
  await expect(own(page, 'harbour wall')).toBeVisible();
});

test('once erased it is searched for, and what still holds it can be forgotten with it', async () => {
  const { page, app } = running;
  await choose(own(page, 'painted blue'), history.delete);
  await expect(own(page, 'painted blue')).toHaveCount(0);
  // Ten seconds for the undo, then the erasing tells the page.
  await expect(page.getByRole('button', { name: history.show, exact: true })).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole('button', { name: history.show, exact: true }).click();
  const report = page.getByTestId('forget-report').first();
  await expect(report).toContainText('some of its words');
  await pictureInBothThemes(app, page, 'history-forget');
  for (let round = 0; round < 12; round += 1) {
    if ((await page.getByTestId('forget-place').count()) === 0) break;
    const all = report.getByRole('button', { name: /^Forget all/ });
    const one = report.getByRole('button', { name: /^Forget it too/ }).first();
    await ((await all.count()) > 0 ? all : one).click();
    await expect(report).not.toContainText(history.forget.forgetting);
  }
  await expect(report).toContainText('nothing is left');
  expect(await filesHolding(dataFolder, 'lighthouse of Porto is painted blue')).toEqual([]);
  await page.getByRole('button', { name: settings.back }).click();
});

test('a chat deleted before the program ends is erased by then', async () => {
  const { page } = running;
  await newChat(page);
  await send(page, 'Quetzalcoatl keeps the marmalade key of the observatory');
  await finishedReply(page);
  const [chat] = (await readChats(page)).filter(({ title }) => title.startsWith('Quetzalcoatl'));
  await call(page, 'sessions.delete', { sessionId: chat!.id });
  await quit(running);
  expect(await filesHolding(dataFolder, 'Quetzalcoatl')).toEqual([]);
  running = await launch(dataFolder);
  expect((await readChats(running.page)).map(({ id }) => id)).not.toContain(chat!.id);
});
