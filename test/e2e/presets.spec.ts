import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { newChat } from './support/server';

const words = catalogue.presets;
const dataFolder = makeDataFolder();
let running: Running;

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

test('presets are written in the settings and put into a message by keyboard alone, variables asked for', async () => {
  const { page, app } = running;
  await newChat(page);
  await page.getByTestId('presets-button').click();
  await page.getByRole('menuitem', { name: words.manage }).click();
  const card = page.getByTestId('presets');
  await card.getByRole('button', { name: words.addExamples }).click();
  await expect(card.getByTestId('preset-row')).toHaveCount(3);
  await card.getByRole('button', { name: words.add }).click();
  const form = card.getByTestId('preset-form');
  await form.getByLabel(words.name).fill('Translate');
  await form.getByLabel(words.text).fill('On {{date}}: {{topic}} for {{reader}}');
  await expect(form).toContainText(words.asks('topic, reader'));
  await form.getByRole('button', { name: words.save }).click();
  await expect(card.getByRole('alert')).toContainText('Choose another name');
  await form.getByLabel(words.name).fill('Write for');
  await form.getByRole('button', { name: words.save }).click();
  await expect(card.getByTestId('preset-row')).toHaveCount(4);
  await card.getByRole('button', { name: words.delete('Translate') }).click();
  await expect(card.getByTestId('preset-row')).toHaveCount(3);
  await page.getByRole('button', { name: catalogue.app.undo }).click();
  await expect(card.getByTestId('preset-row')).toHaveCount(4);
  await pictureInBothThemes(app, page, 'presets');
  await page.getByRole('button', { name: catalogue.settings.back }).click();

  const composer = page.getByTestId('composer');
  await composer.focus();
  await page.keyboard.type('/');
  await expect(page.getByTestId('preset-menu')).toBeVisible();
  await page.keyboard.type('wri');
  await page.keyboard.press('Enter');
  const fields = page.getByTestId('preset-fields');
  await expect(fields.getByLabel('topic')).toBeFocused();
  await page.keyboard.type('tides');
  await page.keyboard.press('Tab');
  await page.keyboard.type('sailors');
  await pictureInBothThemes(app, page, 'presets-fill');
  await page.keyboard.press('Enter');
  await expect(composer).toBeFocused();
  await expect(composer).toHaveValue(/^On \w+,? \d+ \w+ \d{4}: tides for sailors$/);
});
