import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { finishedReply, ownMessages, searchFor, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, newChat } from './support/server';

const words = catalogue.profile;
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

test('facts are read from what the user says, with their evidence, what they replaced and what contradicts', async () => {
  test.setTimeout(240_000);
  const { app, page } = running;
  await newChat(page);
  for (const text of [
    'I live in Lisbon.',
    'I work as an illustrator.',
    'My birthday is 14 March.',
    'I moved to Berlin.',
    'My birthday is 2 June.',
    'Do I live in Rome?',
  ]) {
    await send(page, text);
    await finishedReply(page);
  }
  await page.getByRole('tab', { name: catalogue.memory.tabs.profile, exact: true }).click();
  await expect(page.getByText(words.emptyHeading)).toBeVisible();
  await page.getByRole('button', { name: words.distil }).click();
  const facts = page.getByTestId('fact');
  await expect(facts).toHaveCount(5, { timeout: 120_000 });
  await expect(facts.filter({ hasText: 'Lives in Lisbon' })).toHaveAttribute('data-state', 'past');
  await expect(facts.filter({ hasText: 'Lives in Berlin' })).toHaveAttribute('data-state', 'holds');
  await expect(page.getByText(words.disputed)).toHaveCount(2);
  await pictureInBothThemes(app, page, 'profile');
  await facts.filter({ hasText: 'Lives in Berlin' }).getByTestId('fact-evidence').click();
  await expect(page.locator('[data-flash="true"]')).toContainText('I moved to Berlin.');
});

test('the search finds facts, those of the past behind those that hold, and leads to them', async () => {
  const { page } = running;
  await page.getByRole('tab', { name: catalogue.memory.tabs.context, exact: true }).click();
  await searchFor(page, 'lives');
  const hits = page.getByTestId('fact-hit');
  await expect(hits).toHaveText([/Lives in Berlin/u, /Lives in Lisbon.*of the past/u]);
  await hits.first().click();
  await expect(page.getByTestId('search')).toBeHidden();
  const fact = page.getByTestId('fact').filter({ hasText: 'Lives in Berlin' });
  await expect(fact).toBeFocused();
  await expect(fact).toBeInViewport();
});

test('a fact is pinned, edited and deleted, and what is known is sent in another chat', async () => {
  const { page } = running;
  const fact = (text: string) => page.getByTestId('fact').filter({ hasText: text });
  await page.getByRole('button', { name: words.pin('Lives in Berlin') }).click();
  await expect(fact('Lives in Berlin')).toContainText(words.pinnedTag);
  await page.getByRole('button', { name: words.remove('Has a birthday on 2 June') }).click();
  await expect(fact('2 June')).toHaveCount(0);
  await expect(page.getByText(words.disputed)).toHaveCount(0);
  await page.getByRole('button', { name: words.edit('Works as illustrator') }).click();
  await page.getByRole('textbox', { name: words.editField('Works as illustrator') }).fill('Illustrates maps');
  await page.getByRole('button', { name: words.save }).click();
  await expect(fact('Illustrates maps')).toContainText(words.yours);
  await newChat(page);
  await send(page, 'Hello again.');
  await finishedReply(page);
  const session = (await call(page, 'sessions.list', { cursor: null, limit: 1 })).sessions[0]!;
  const snapshot = await call(page, 'memory.snapshot', { sessionId: session.id, turnId: null });
  const block = snapshot!.blocks.find(({ kind }) => kind === 'profile');
  expect(block?.text).toContain('Lives in Berlin');
  expect(block?.text).toContain('Illustrates maps');
  expect(block?.text).not.toContain('Lisbon');
});

test('what was said is remembered as a fact by hand, and a deleted fact comes back', async () => {
  const { page } = running;
  await newChat(page);
  await send(page, 'On Sundays we always sail out to the old lighthouse');
  await finishedReply(page);
  const said = ownMessages(page).filter({ hasText: 'On Sundays' });
  await said.hover();
  await said.getByTestId('message-menu').click();
  await page.getByRole('menuitem', { name: words.remember }).click();
  const field = page.getByRole('textbox', { name: words.newField });
  await expect(field).toBeFocused();
  await field.fill('Sails on Sundays');
  await page.keyboard.press('Enter');
  const fact = page.getByTestId('fact').filter({ hasText: 'Sails on Sundays' });
  await expect(fact).toContainText(words.yours);
  await fact.getByRole('button', { name: words.remove('Sails on Sundays') }).click();
  await expect(fact).toHaveCount(0);
  await page.getByRole('button', { name: catalogue.app.undo }).click();
  await expect(fact).toHaveCount(1);
});

test('switched off in the settings, nothing of it is sent', async () => {
  const { page } = running;
  await page.getByRole('button', { name: catalogue.app.settings, exact: true }).click();
  await page.getByRole('tab', { name: catalogue.settings.tabs.memory, exact: true }).click();
  await page.getByRole('switch', { name: words.setting.label }).click();
  await page.getByRole('button', { name: catalogue.settings.back }).click();
  await send(page, 'And now?');
  await finishedReply(page);
  const session = (await call(page, 'sessions.list', { cursor: null, limit: 1 })).sessions[0]!;
  const snapshot = await call(page, 'memory.snapshot', { sessionId: session.id, turnId: null });
  expect(snapshot!.blocks.some(({ kind }) => kind === 'profile')).toBe(false);
  await expect(page.getByText(words.off)).toBeVisible();
});
