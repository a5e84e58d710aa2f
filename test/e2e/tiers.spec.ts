import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { tiers } from '../../src/shared/tiers';
import { expectAccessible } from './support/accessibility';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { call, newChat } from './support/server';

const words = catalogue.tiers;
const dataFolder = makeDataFolder();
let running: Running;

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

test('a tier and a strategy are chosen with what they change in sight, and shown above the chat', async () => {
  const { page } = running;
  const { session } = await call(page, 'sessions.openSample', {});
  await page.getByTestId('chat-list').getByRole('button', { name: session.title }).first().click();
  const pill = page.getByTestId('tier-pill');
  await expect(pill).toHaveText('Standard 8k');
  await pill.click();
  const card = page.getByTestId('tiers');
  await expect(card.getByTestId('choice-preview')).toHaveCount(3);
  await expect(page.getByTestId('settings-memory').getByTestId('choice-preview')).toHaveCount(8);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('tiers.png') });
  await card.getByRole('radio', { name: words.name.pro }).check();
  await card.getByRole('button', { name: /to it too/ }).click();
  await expect(card.getByRole('button', { name: /to it too/ })).toBeHidden();
  await page.getByRole('button', { name: catalogue.settings.back }).click();
  await expect(pill).toHaveText('Pro 16k');
  await expect(page.getByRole('button', { name: catalogue.thread.scope.user })).toBeVisible();
  await send(page, 'Which vet looks after Pixel?');
  await finishedReply(page);
  const snapshot = await call(page, 'memory.snapshot', { sessionId: session.id, turnId: null });
  expect(snapshot).toMatchObject({ maxContextTokens: 16_000, strategy: 'hybrid' });
  await call(page, 'settings.set', { budgets: { ...tiers.pro.budgets, summaryTokens: 900 } });
  await expect(pill).toHaveText('Own 16k');
  await newChat(page);
  await expect(page.getByRole('button', { name: catalogue.thread.scope.user })).toBeVisible();
});
