import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { newChat } from './support/server';
import { answerFileDialog } from './support/stubs';

const { chats, hygiene } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

/** A chat in OpenAI's form that says some things twice, long before its end. */
function repetitiveChat(): string {
  const pilot = 'The pilot boat leaves the old harbour every morning at seven';
  const longer = `${pilot}, except on the second Sunday of a month when the crew rests and nobody sails`;
  const texts = [pilot, pilot, longer, longer.replace('leaves', 'departs')];
  const rest = Array.from({ length: 40 }, (_, index) => `Number ${String(index)} of what comes later`);
  return JSON.stringify({
    messages: [...texts, ...rest].map((content) => ({ role: 'user', content })),
  });
}

test('memory is looked through, mended and the mend taken back, with what it is about in sight', async () => {
  const { page, app } = running;
  const file = join(dataFolder, '..', 'repetitive.jsonl');
  writeFileSync(file, repetitiveChat());
  await newChat(page);
  await answerFileDialog(app, file);
  await page.getByRole('button', { name: chats.import, exact: true }).click();
  const row = page.getByTestId('import-row').first();
  await row.getByRole('button').click();
  await expect(row.getByRole('status')).toContainText('44');
  await page.getByTestId('import-dialog').getByRole('button', { name: chats.importDialog.done }).click();
  await page.getByRole('tab', { name: catalogue.memory.tabs.health }).click();
  const card = page.getByRole('region', { name: hygiene.title });
  await card.getByRole('button', { name: hygiene.look }).click();
  const twice = card.locator('[data-kind="exact"]');
  await expect(twice).toContainText(hygiene.count('1', '4'));
  await expect(card.locator('[data-kind="near"]')).toContainText(hygiene.count('1', '4'));
  await twice.getByText(hygiene.show(hygiene.names.exact)).click();
  await expect(twice.getByRole('button', { name: /pilot boat/ })).toHaveCount(2);
  await card.scrollIntoViewIfNeeded();
  await pictureInBothThemes(app, page, 'hygiene');
  await twice.getByRole('button', { name: hygiene.keepOutOf(hygiene.names.exact) }).click();
  await expect(twice).toContainText(hygiene.mended('1'));
  await twice.getByRole('button', { name: hygiene.undo(hygiene.names.exact) }).click();
  await expect(twice.getByRole('button', { name: hygiene.keepOutOf(hygiene.names.exact) })).toBeVisible();
  await twice
    .getByRole('button', { name: /pilot boat/ })
    .last()
    .click();
  await expect(page.getByTestId('message').and(page.locator('[data-position="2"]'))).toBeVisible();
});
