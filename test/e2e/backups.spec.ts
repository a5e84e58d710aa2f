import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { finishedReply, readChats, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { answerFileDialog, answerSaveDialog } from './support/stubs';
import { call, newChat } from './support/server';

const words = catalogue.backups;
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

async function openDataTab(): Promise<void> {
  const { page } = running;
  await page.getByRole('button', { name: catalogue.app.settings }).first().click();
  await page.getByRole('tab', { name: catalogue.settings.tabs.data }).click();
}

/** Restores the newest backup; the program ends, and is started again by the test. */
async function restoreNewest(folder = dataFolder): Promise<void> {
  const { app, page } = running;
  await app.evaluate((electron) => {
    electron.app.relaunch = () => undefined;
  });
  const ended = app.waitForEvent('close');
  await page.getByTestId('restore-dialog').getByRole('button', { name: words.preview.go }).click();
  await ended;
  running = await launch(folder);
}

test('a backup is made in the settings, with what it holds beside what there is', async () => {
  const { app, page } = running;
  await newChat(page);
  await send(page, 'My boat is called Ada Lovelace.');
  await finishedReply(page);
  await openDataTab();
  const card = page.getByRole('region', { name: words.title });
  await expect(card).toContainText(words.none);
  await card.getByRole('button', { name: words.make }).click();
  await expect(card.getByTestId('backup-row')).toHaveCount(1);
  await card.getByLabel(words.keep).fill('101');
  await expect(card).toContainText(words.badKeep);
  await card.getByLabel(words.keep).fill('3');
  await card.getByRole('button', { name: words.saveKeep, exact: true }).click();
  await expect.poll(async () => (await call(page, 'app.start', {})).settings.backupsKept).toBe(3);
  await pictureInBothThemes(app, page, 'settings-data');
  await card.getByRole('button', { name: /^Restore the backup/ }).click();
  await expect(page.getByTestId('restore-preview')).toContainText(words.preview.messages);
  await pictureInBothThemes(app, page, 'restore');
  await page.getByRole('button', { name: catalogue.app.cancel }).click();
});

test('after the live file was damaged the backup is restored from the interface, and everything is there', async () => {
  await quit(running);
  rmSync(join(dataFolder, 'engram.db-wal'), { force: true });
  writeFileSync(join(dataFolder, 'engram.db'), 'This was a database once. '.repeat(4_000));
  running = await launch(dataFolder);
  const before = await call(running.page, 'sessions.list', { cursor: null, limit: 10 });
  expect(before.sessions).toEqual([]);
  await openDataTab();
  await running.page
    .getByTestId('backup-row')
    .first()
    .getByRole('button', { name: /^Restore the backup/ })
    .click();
  await expect(running.page.getByTestId('restore-preview')).toBeVisible();
  await restoreNewest();
  await expect(running.page.getByText('The backup engram-backup-')).toBeVisible();
  await running.page.getByTestId('chat-list').getByRole('button').first().click();
  await expect(running.page.getByTestId('message').first()).toContainText('My boat is called Ada Lovelace.');
});

test('an archive goes to another computer, and brings everything there', async () => {
  const { app, page } = running;
  const elsewhere = makeDataFolder();
  const file = join(elsewhere, 'mine.engram');
  await openDataTab();
  const card = page.getByRole('region', { name: words.title });
  await answerSaveDialog(app, join(dataFolder, 'inside.engram'));
  await card.getByRole('button', { name: words.saveArchive }).click();
  await expect(card).toContainText(words.errors.insideFolder);
  await answerSaveDialog(app, file);
  await card.getByRole('button', { name: words.saveArchive }).click();
  await expect(card).toContainText('mine.engram');
  const chats = await readChats(page);
  await quit(running);

  running = await launch(join(elsewhere, 'data'));
  expect(await readChats(running.page)).toEqual([]);
  await running.page.getByRole('button', { name: catalogue.app.settings }).first().click();
  await running.page.getByRole('tab', { name: catalogue.settings.tabs.data }).click();
  await answerFileDialog(running.app, file);
  await running.page.getByRole('button', { name: words.openArchive }).click();
  await expect(running.page.getByTestId('restore-preview')).toContainText(String(chats.length));
  await restoreNewest(join(elsewhere, 'data'));
  expect(await readChats(running.page)).toEqual(chats);
});

test('the log is looked at before it is saved, and is saved as it was seen', async () => {
  const { app, page } = running;
  await openDataTab();
  await page.getByRole('button', { name: catalogue.app.log.preview }).click();
  const dialog = page.getByTestId('log-dialog');
  await expect(dialog.getByTestId('log-text')).toContainText('services ready');
  await expect(dialog.getByTestId('log-text')).not.toContainText('Ada Lovelace');
  await pictureInBothThemes(app, page, 'settings-log');
  const shown = await dialog.getByTestId('log-text').innerText();
  const file = join(dataFolder, 'help.log');
  await answerSaveDialog(app, file);
  await dialog.getByRole('button', { name: catalogue.app.log.save }).click();
  await expect(dialog.getByRole('status')).toContainText('help.log');
  expect(readFileSync(file, 'utf8').startsWith(shown.trimEnd().slice(0, 400))).toBe(true);
  await dialog.getByRole('button', { name: catalogue.app.close }).click();
});
