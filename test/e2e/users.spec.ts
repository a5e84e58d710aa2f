import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { finishedReply, ownMessages, readChats, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import { filesHolding } from './support/files-holding';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';

const { users, app: appWords, welcome } = catalogue;
const dataFolder = makeDataFolder();
const mine = 'The spare key lies under the blue flowerpot.';
const adas = 'My violin teacher is called Ottoline Grey.';
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

/** Starts the first chat of a user who has none, and says something in it. */
async function begin(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: welcome.newChat, exact: true }).click();
  await send(page, text);
  await finishedReply(page);
}

async function openUsers(page: Page): Promise<void> {
  await page.getByTestId('user-menu').click();
  await page.getByRole('menuitem', { name: users.manage }).click();
  await expect(page.getByRole('heading', { name: users.title, exact: true })).toBeVisible();
}

async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByTestId('user-menu').click();
  await page.getByRole('menuitemradio', { name }).click();
  await expect(page.getByTestId('user-menu')).toHaveAccessibleName(users.current(name));
}

test('a user is added in the settings, next to the one who was there', async () => {
  const { page } = running;
  await begin(page, mine);
  await page.getByTestId('composer').fill('half a thought');
  await openUsers(page);
  await page.getByRole('button', { name: users.add }).click();
  await page.getByRole('textbox', { name: users.newName }).fill('Ada');
  await page.getByRole('button', { name: users.add }).click();
  await expect(page.getByTestId('user-row')).toHaveCount(2);
  await pictureInBothThemes(running.app, page, 'settings-users');
});

test('the new user starts with nothing, and cannot find what the other said', async () => {
  const { page } = running;
  await page.getByRole('button', { name: users.switchTo('Ada') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(welcome.heading);
  await expect(page.getByTestId('user-menu')).toHaveAccessibleName(users.current('Ada'));
  expect(await readChats(page)).toEqual([]);
  await begin(page, adas);
  await send(page, 'Where does the spare key lie?');
  const reply = await finishedReply(page);
  await expect(reply).not.toContainText('flowerpot');
  await page.getByTestId('user-menu').click();
  await expect(page.getByRole('menuitemradio')).toHaveText(['You', 'Ada']);
  await page.keyboard.press('Escape');
  await pictureInBothThemes(running.app, page, 'second-user');
});

test('each finds their own again, with the draft, also after a restart', async () => {
  await switchTo(running.page, 'You');
  await expect(ownMessages(running.page)).toHaveText([mine]);
  await expect(running.page.getByTestId('composer')).toHaveValue('half a thought');
  await switchTo(running.page, 'Ada');
  await quit(running);
  running = await launch(dataFolder);
  const { page } = running;
  await expect(page.getByTestId('user-menu')).toHaveAccessibleName(users.current('Ada'));
  await expect(ownMessages(page).first()).toHaveText(adas);
});

test('a deleted user can be brought back, and is gone from the disk once that has passed', async () => {
  const { page } = running;
  await openUsers(page);
  await page.getByRole('button', { name: users.delete('Ada') }).click();
  await expect(page.getByText(users.deleted('Ada'))).toBeVisible();
  await expect(page.getByTestId('user-menu')).toHaveAccessibleName(users.current('You'));
  await expect(ownMessages(page)).toHaveText([mine]);
  await page.getByRole('button', { name: appWords.undo }).click();
  await expect(page.getByTestId('user-menu')).toHaveAccessibleName(users.current('Ada'));
  await expect(ownMessages(page).first()).toHaveText(adas);

  await openUsers(page);
  await page.getByRole('button', { name: users.delete('Ada') }).click();
  await expect(page.getByText(users.deleted('Ada'))).toBeVisible();
  await expect(page.getByText(users.deleted('Ada'))).toBeHidden({ timeout: 30_000 });
  expect(await filesHolding(dataFolder, 'Ottoline Grey')).toEqual([]);
  expect(await filesHolding(dataFolder, 'blue flowerpot')).not.toEqual([]);
});
