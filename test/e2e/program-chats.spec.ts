import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { createHeldReply } from '../openai-server/held-reply';
import { startOpenAiServer } from '../openai-server/server';
import { closeSearch, finishedReply, readChats, searchFor, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, lastReply, newChat, useServer } from './support/server';

const { chats, thread } = catalogue;
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

function rowOf(title: RegExp): Locator {
  return running.page.getByTestId('chat-list').getByRole('button', { name: title }).first();
}

async function chooseInMenu(title: RegExp, item: string): Promise<void> {
  await rowOf(title).click({ button: 'right' });
  await running.page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('a chat takes its title from its first words, and keeps the one the user gives it', async () => {
  const { page } = running;
  await newChat(page);
  await send(page, 'My neighbour Odalys breeds axolotls in the cellar');
  await finishedReply(page);
  await expect(rowOf(/My neighbour Odalys/)).toBeVisible();
  await chooseInMenu(/My neighbour Odalys/, chats.rename);
  const field = page.getByRole('textbox', { name: chats.renameField });
  await expect(field).toBeFocused();
  await field.fill('Axolotl news');
  await field.press('Enter');
  await send(page, 'Another sentence that must not become the title');
  await finishedReply(page);
  await expect(rowOf(/^Axolotl news/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Axolotl news');
  await chooseInMenu(/^Axolotl news/, chats.rename);
  await expect(field).toBeFocused();
  await field.press('Escape');
  await expect(rowOf(/^Axolotl news/)).toBeVisible();
});

test('a pinned chat stands above all others, also after a restart', async () => {
  await newChat(running.page);
  await send(running.page, 'A newer chat');
  await finishedReply(running.page);
  await chooseInMenu(/^Axolotl news/, chats.pin);
  const first = (): Locator => running.page.getByTestId('chat-list').getByRole('button').first();
  await expect(first()).toHaveText(/Axolotl news/);
  await expect(running.page.getByRole('heading', { name: chats.pinned })).toBeVisible();
  await quit(running);
  running = await launch(dataFolder);
  await expect(first()).toHaveText(/Axolotl news/);
});

test('what a deleted chat says is recalled by no other, until it is brought back', async () => {
  const { page } = running;
  const [newest] = (await readChats(page)).filter(({ title }) => title === 'A newer chat');
  await call(page, 'sessions.update', { sessionId: newest!.id, recallScope: 'user' });
  const recalledTitles = async (): Promise<readonly string[]> => {
    const report = await call(page, 'memory.tryRecall', {
      sessionId: newest!.id,
      query: 'Who breeds axolotls?',
    });
    return report.candidates.map(({ sessionTitle }) => sessionTitle);
  };
  expect(await recalledTitles()).toContain('Axolotl news');
  await chooseInMenu(/^Axolotl news/, chats.delete);
  await expect(rowOf(/^Axolotl news/)).toHaveCount(0);
  expect(await recalledTitles()).not.toContain('Axolotl news');
  await page.getByRole('button', { name: catalogue.app.undo, exact: true }).click();
  await expect(rowOf(/^Axolotl news/)).toBeVisible();
  expect(await recalledTitles()).toContain('Axolotl news');
});

test('an answer quotes nothing of a deleted chat', async () => {
  const { app, page } = running;
  await newChat(page);
  await send(page, 'My uncle Bartholomew keeps quokkas');
  await finishedReply(page);
  await rowOf(/^A newer chat/).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A newer chat');
  await chooseInMenu(/^My uncle/, chats.delete);
  await expect(rowOf(/^My uncle/)).toHaveCount(0);
  await pictureInBothThemes(app, page, 'chat-deleted');
  await send(page, 'Who keeps quokkas?');
  await finishedReply(page);
  await expect(lastReply(page)).not.toContainText('Bartholomew');
});

test('a chat is put into a folder, which stands in the list, and taken out again', async () => {
  const { page } = running;
  await rowOf(/^A newer chat/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: chats.moveToFolder }).click();
  await page.getByRole('menuitem', { name: chats.newFolder }).click();
  const field = page.getByRole('textbox', { name: chats.folderField });
  await field.fill('Animals');
  await field.press('Enter');
  await expect(page.getByRole('heading', { name: 'Animals', level: 2 })).toBeVisible();
  await newChat(page);
  await send(page, 'About a tortoise');
  await finishedReply(page);
  await rowOf(/^About a tortoise/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: chats.moveToFolder }).click();
  await page.getByRole('menuitem', { name: 'Animals' }).click();
  const listed = page.getByTestId('chat-list').getByRole('button', { name: /^(Axolotl|About|A newer)/ });
  await expect(listed).toHaveText([/Axolotl news/, /About a tortoise/, /A newer chat/]);
  await rowOf(/^About a tortoise/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: chats.moveToFolder }).click();
  await page.getByRole('menuitem', { name: chats.noFolder }).click();
  await expect(listed).toHaveText([/Axolotl news/, /A newer chat/, /About a tortoise/]);
});

test('an archived chat leaves the list, is still found and recalled, and comes back', async () => {
  const { page } = running;
  await chooseInMenu(/^About a tortoise/, chats.archive);
  await expect(rowOf(/^About a tortoise/)).toHaveCount(0);
  await page.getByRole('button', { name: catalogue.app.undo, exact: true }).click();
  await expect(rowOf(/^About a tortoise/)).toBeVisible();
  await chooseInMenu(/^About a tortoise/, chats.archive);
  await searchFor(page, 'tortoise');
  await expect(page.getByTestId('message-hit').first()).toBeVisible();
  await closeSearch(page);
  await page.getByRole('button', { name: chats.showArchive }).click();
  await expect(rowOf(/^About a tortoise/)).toBeVisible();
  await expect(rowOf(/^Axolotl news/)).toHaveCount(0);
  await pictureInBothThemes(running.app, page, 'archive');
  await chooseInMenu(/^About a tortoise/, chats.unarchive);
  await expect(page.getByText(chats.emptyArchive)).toBeVisible();
  await page.getByRole('button', { name: chats.hideArchive }).click();
  await expect(rowOf(/^About a tortoise/)).toBeVisible();
});

test('several chats are chosen, deleted together and brought back together', async () => {
  const { app, page } = running;
  await chooseInMenu(/^About a tortoise/, chats.select);
  await rowOf(/^A newer chat/).click();
  await expect(page.getByRole('toolbar', { name: chats.chosen(2) })).toBeVisible();
  await pictureInBothThemes(app, page, 'chats-chosen');
  await page.getByRole('toolbar').getByRole('button', { name: chats.delete }).click();
  await expect(page.getByText(chats.deleted.several(2))).toBeVisible();
  await expect(rowOf(/^A newer chat/)).toHaveCount(0);
  await page.getByRole('button', { name: catalogue.app.undo, exact: true }).click();
  await expect(rowOf(/^A newer chat/)).toBeVisible();
  await expect(rowOf(/^About a tortoise/)).toBeVisible();
  await rowOf(/^A newer chat/).click({ modifiers: ['Control'] });
  await rowOf(/^About a tortoise/).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('toolbar', { name: chats.chosen(2) })).toBeVisible();
  await page.getByRole('button', { name: chats.clearSelection }).click();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
});

test('each chat keeps its draft while others are open', async () => {
  const { page } = running;
  const field = page.getByTestId('composer');
  await rowOf(/^Axolotl news/).click();
  await field.fill('half a question');
  await rowOf(/^A newer chat/).click();
  await expect(field).toHaveValue('');
  await field.fill('the other half');
  await rowOf(/^Axolotl news/).click();
  await expect(field).toHaveValue('half a question');
  await rowOf(/^A newer chat/).click();
  await expect(field).toHaveValue('the other half');
  await field.fill('');
});

test('a growing answer is followed at the end only; upward scrolling stops it, and each chat keeps its place', async () => {
  const { page } = running;
  const server = await startOpenAiServer({ key: 'sk-scroll-0123456789' });
  await useServer(page, server, 'sk-scroll-0123456789');
  const { session } = await call(page, 'sessions.openSample', {});
  await rowOf(/Moving to Porto/).click();
  await expect(page.getByTestId('message').last()).toBeInViewport();
  const held = createHeldReply();
  server.script('/v1/chat/completions', held.behaviour);
  await send(page, 'Tell me everything');
  await held.begun;
  const log = page.getByRole('log', { name: thread.label(session.title) });
  const distanceToEnd = () =>
    log.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
  for (let line = 0; line < 40; line += 1) await held.send(`Line ${String(line)}\n\n`);
  await expect(lastReply(page)).toContainText('Line 39');
  await expect.poll(distanceToEnd).toBeLessThan(25);
  await log.hover();
  await page.mouse.wheel(0, -400);
  await expect.poll(distanceToEnd).toBeGreaterThan(100);
  // Where the reply stands in the window: earlier messages that are read meanwhile move the list, never what is in view.
  const replyTop = async () => (await page.getByTestId('message').last().boundingBox())?.y ?? NaN;
  const place = await replyTop();
  for (let line = 40; line < 80; line += 1) await held.send(`Line ${String(line)}\n\n`);
  await expect(lastReply(page)).toContainText('Line 79');
  await expect.poll(async () => Math.abs((await replyTop()) - place)).toBeLessThan(3);
  await expect(page.getByRole('button', { name: thread.newText })).toBeVisible();
  await pictureInBothThemes(running.app, page, 'streaming');
  await page.getByRole('button', { name: thread.newText }).click();
  await expect.poll(distanceToEnd).toBeLessThan(25);
  await held.finish();
  await finishedReply(page);
  await log.hover();
  // The end of the answer may yet move the list; whoever scrolls then scrolls again.
  await expect(async () => {
    await page.mouse.wheel(0, -900);
    await expect.poll(distanceToEnd, { timeout: 1_000 }).toBeGreaterThan(500);
  }).toPass();
  // The list hears of a scroll with the next frame, which no reader is quicker than.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  const left = await page.getByTestId('message').last().boundingBox();
  await rowOf(/^A newer chat/).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A newer chat');
  await rowOf(/Moving to Porto/).click();
  await expect(lastReply(page)).toContainText('Line 79');
  await expect
    .poll(async () =>
      Math.abs(((await page.getByTestId('message').last().boundingBox())?.y ?? 0) - (left?.y ?? 0)),
    )
    .toBeLessThan(4);
  await server.close();
});
