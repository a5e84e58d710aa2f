import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { finishedReply, send } from './support/actions';
import { expectAccessible } from './support/accessibility';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, newChat } from './support/server';

const { chats } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
  const { page } = running;
  for (const title of ['Bees', 'apples', 'Clover', 'Éclairs']) {
    await newChat(page);
    await send(page, `Tell me about ${title}`);
    await finishedReply(page);
    const { sessions } = await call(page, 'sessions.list', { cursor: null, limit: 1 });
    await call(page, 'sessions.update', { sessionId: sessions[0]!.id, title });
  }
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

function list(): Locator {
  return running.page.getByTestId('chat-list');
}

/** The names of the chats as they stand in the list, their counts left out. */
async function titles(): Promise<readonly string[]> {
  const rows = await list().locator('button[title]').all();
  return Promise.all(rows.map(async (row) => (await row.getAttribute('title')) ?? ''));
}

async function orderBy(order: keyof typeof chats.sort.order): Promise<void> {
  await running.page.getByRole('button', { name: chats.sort.label }).click();
  await running.page.getByRole('menuitemradio', { name: chats.sort.order[order] }).click();
}

function choose(title: string): Promise<void> {
  return list()
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .click({ modifiers: ['Control'] });
}

test('the list is ordered as the user likes, also after a restart', async () => {
  await expect.poll(titles).toEqual(['Éclairs', 'Clover', 'apples', 'Bees']);
  await orderBy('title');
  const heading = () => running.page.getByRole('heading', { name: chats.sort.heading.title });
  await expect(heading()).toBeVisible();
  expect(await titles()).toEqual(['apples', 'Bees', 'Clover', 'Éclairs']);
  await expectAccessible(running.page);
  await pictureInBothThemes(running.app, running.page, 'chats-by-title');
  await quit(running);
  running = await launch(dataFolder);
  await expect(heading()).toBeVisible();
  expect(await titles()).toEqual(['apples', 'Bees', 'Clover', 'Éclairs']);
  // The chat that was used last is opened, wherever it stands.
  await expect(running.page.getByRole('heading', { level: 1 })).toHaveText('Éclairs');
  await orderBy('used');
  await expect.poll(titles).toEqual(['Éclairs', 'Clover', 'apples', 'Bees']);
});

test('chosen chats are moved into a folder together, and out of it', async () => {
  const { page } = running;
  const heading = page.getByRole('heading', { name: `Garden ${chats.chosenShort(2)}`, exact: true });
  await choose('Bees');
  await choose('Clover');
  const toolbar = page.getByRole('toolbar', { name: chats.chosen(2) });
  await toolbar.getByRole('button', { name: chats.moveToFolder }).click();
  await page.getByRole('menuitem', { name: chats.newFolder }).click();
  const field = page.getByRole('textbox', { name: chats.folderField });
  await expect(field).toBeFocused();
  await field.fill('Garden');
  await field.press('Enter');
  await expect(heading).toBeVisible();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  await expect.poll(titles).toEqual(['Clover', 'Bees', 'Éclairs', 'apples']);
  await choose('Bees');
  await choose('Clover');
  await toolbar.getByRole('button', { name: chats.moveToFolder }).click();
  await page.getByRole('menuitem', { name: chats.noFolder }).click();
  await expect(heading).toHaveCount(0);
});
