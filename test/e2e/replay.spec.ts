import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call } from './support/server';

const { cases, dialog, shouldHave, whatIf } = catalogue.replay;
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

test('what an answer should have remembered becomes a case, which is asked again', async () => {
  const { page, app } = running;
  const { session } = await call(page, 'sessions.openSample', {});
  await page.getByTestId('chat-list').getByRole('button', { name: session.title }).first().click();
  await send(page, 'Which vet looks after Pixel?');
  const answer = await finishedReply(page);
  await answer.hover();
  await answer.getByTestId('message-menu').click();
  await page.getByRole('menuitem', { name: shouldHave }).click();
  const box = page.getByTestId('case-dialog');
  await expect(box).toContainText('Which vet looks after Pixel?');
  await page.keyboard.type('vet');
  await expect(box.getByRole('radio').first()).toBeVisible();
  await box.getByRole('radio').first().check();
  await pictureInBothThemes(app, page, 'case-dialog');
  await box.getByRole('button', { name: dialog.keep }).click();
  await expect(box).toBeHidden();
  await page.getByRole('tab', { name: catalogue.memory.tabs.health }).click();
  const card = page.getByRole('region', { name: cases.title });
  await expect(card.getByTestId('recall-case')).toHaveCount(1);
  await card.getByRole('button', { name: cases.run }).click();
  await expect(card).toContainText(cases.passed(1, 1));
});

test('past turns are replayed under other settings: what would be lost, and what it would take', async () => {
  const { page, app } = running;
  const card = page.getByRole('region', { name: whatIf.title }).first();
  await card.getByLabel(whatIf.strategy).selectOption('buffer');
  await card.getByRole('button', { name: whatIf.run }).click();
  await expect(card.getByTestId('what-if-turn')).toHaveCount(1);
  await expect(card.getByTestId('what-if-totals')).toContainText(whatIf.losing(1, 1));
  await card.scrollIntoViewIfNeeded();
  await pictureInBothThemes(app, page, 'what-if');
  await card.getByLabel(whatIf.strategy).selectOption('now');
  await card.getByRole('button', { name: whatIf.run }).click();
  await expect(card.getByTestId('what-if-totals')).toContainText(whatIf.losing(0, 1));
});
