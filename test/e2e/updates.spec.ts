import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { expectAccessible } from './support/accessibility';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import { launch, quit, type Running } from './support/launch';

const { updates: words, app } = catalogue;
const dataFolder = makeDataFolder();
const shared = makeDataFolder();
const channel = join(shared, 'latest-linux.yml');
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
  removeDataFolder(shared);
});

function offer(version: string): void {
  const sha512 = createHash('sha512').update('a package').digest('base64');
  writeFileSync(
    channel,
    `version: ${version}\nfiles:\n  - url: engram.AppImage\n    sha512: ${sha512}\n    size: 9\nreleaseDate: '2026-03-04T12:00:00.000Z'\n`,
  );
}

test('newer versions are looked for in a file, once one is chosen, and never before', async () => {
  const { app: program, page } = running;
  await page.getByRole('button', { name: app.settings }).first().click();
  const card = page.getByTestId('updates');
  await expect(card.getByText(words.off)).toBeVisible();
  writeFileSync(channel, 'nothing of the kind');
  await program.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, channel);
  await card.getByRole('button', { name: words.choose }).click();
  await expect(card.getByText(words.errors.noChannel)).toBeVisible();
  offer('0.0.1');
  await card.getByRole('button', { name: words.choose }).click();
  await expect(card.getByText(words.newest('0.0.1'))).toBeVisible();
  await expect(card.getByText(channel)).toBeVisible();
  await expectAccessible(page);
});

test('a newer one is told of at the start, checked, and shown in its folder', async () => {
  await quit(running);
  offer('99.0.0');
  running = await launch(dataFolder);
  const { app: program, page } = running;
  await expect(page.getByText(words.notice('99.0.0'))).toBeVisible();
  await page.getByRole('button', { name: app.settings }).first().click();
  const card = page.getByTestId('updates');
  await expect(card.getByText(/Version 99\.0\.0 of .*4 March/u)).toBeVisible();
  await card.getByRole('button', { name: words.show }).click();
  await expect(card.getByText(words.errors.noPackage)).toBeVisible();
  writeFileSync(join(shared, 'engram.AppImage'), 'a packag');
  await card.getByRole('button', { name: words.show }).click();
  await expect(card.getByText(words.errors.damaged('engram.AppImage'))).toBeVisible();
  writeFileSync(join(shared, 'engram.AppImage'), 'a package');
  await program.evaluate(({ shell }) => {
    shell.openPath = (path) => {
      Object.assign(globalThis, { opened: path });
      return Promise.resolve('');
    };
  });
  await card.getByRole('button', { name: words.show }).click();
  await expect(card.getByText(words.whole)).toBeVisible();
  expect(await program.evaluate(() => (globalThis as { opened?: string }).opened)).toBe(shared);
  await card.getByRole('button', { name: words.stop }).click();
  await expect(card.getByText(words.off)).toBeVisible();
});
