import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { closeSearch, finishedReply, ownMessages, readChats, searchFor, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import { filesHolding } from './support/files-holding';
import type { Running } from './support/launch';
import { killAtOnce, launch, quit } from './support/launch';
import { call, lastReply, newChat } from './support/server';

const { chats, composer, settings } = catalogue;
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

test('the sample chat recalls a message from its beginning, and the chip leads there', async () => {
  const { page } = running;
  await page.getByTestId('welcome-sample').getByRole('button').click();
  await expect(page.getByTestId('message').first()).toBeVisible();
  await expect
    .poll(async () => {
      const [sample] = await readChats(page);
      return (await call(page, 'memory.summaries', { sessionId: sample!.id })).length;
    })
    .toBeGreaterThan(0);
  await page.getByTestId('suggestion').first().click();
  await expect(lastReply(page)).toContainText('hazelnuts');
  await finishedReply(page);
  const chip = page.getByTestId('chip').first();
  await chip.hover();
  await expect(page.getByRole('tooltip')).toContainText(catalogue.reply.scoreSum);
  await chip.click();
  const source = page.locator('[data-flash="true"]');
  await expect(source).toContainText('hazelnuts');
  expect(Number(await source.getAttribute('data-position'))).toBeLessThan(10);
});

test('a draft is there again after the program was killed', async () => {
  const { page } = running;
  await newChat(page);
  await page.getByTestId('composer').fill('Half a thought about lighthouses');
  const [newest] = await readChats(page);
  await expect
    .poll(async () => (await call(page, 'drafts.read', { sessionId: newest!.id })).text)
    .toBe('Half a thought about lighthouses');
  await killAtOnce(running);
  running = await launch(dataFolder);
  await expect(running.page.getByTestId('composer')).toHaveValue('Half a thought about lighthouses');
});

test('a temporary chat answers like any other and leaves nothing behind', async () => {
  const { page } = running;
  const secret = 'Quetzalcoatl keeps the marmalade key';
  await newChat(page);
  await page.getByTestId('remember-switch').click();
  await send(page, secret);
  await finishedReply(page);
  await send(page, 'Who keeps the marmalade key?');
  await finishedReply(page);
  await expect(page.getByText(composer.temporary, { exact: false }).first()).toBeVisible();
  await searchFor(page, 'Quetzalcoatl');
  await expect(page.getByTestId('message-hit')).toHaveCount(0);
  await closeSearch(page);
  expect(await filesHolding(dataFolder, 'Quetzalcoatl')).toEqual([]);
  await quit(running);
  running = await launch(dataFolder);
  expect(await filesHolding(dataFolder, 'Quetzalcoatl')).toEqual([]);
  expect((await readChats(running.page)).map(({ title }) => title)).not.toContain(secret);
});

test('chats are found by title and by word, and a deleted one by neither, until it is brought back', async () => {
  const { page } = running;
  await newChat(page);
  await send(page, 'The zeppelin lands in Ghent on Friday');
  await finishedReply(page);
  await searchFor(page, 'zeppelin');
  await expect(page.getByTestId('title-hit')).toHaveCount(1);
  await expect(page.getByTestId('message-hit')).toHaveCount(1);
  await closeSearch(page);
  const row = page
    .getByTestId('chat-list')
    .getByRole('button', { name: /zeppelin lands/ })
    .first();
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: chats.delete }).click();
  await searchFor(page, 'zeppelin');
  await expect(page.getByTestId('title-hit')).toHaveCount(0);
  await expect(page.getByTestId('message-hit')).toHaveCount(0);
  await closeSearch(page);
  await page.getByRole('button', { name: catalogue.app.undo, exact: true }).click();
  await searchFor(page, 'zeppelin');
  await expect(page.getByTestId('title-hit')).toHaveCount(1);
  await closeSearch(page);
});

test('budgets are changed with their preview in sight, and hold for the next turn', async () => {
  const { page } = running;
  await page
    .getByTestId('chat-list')
    .getByRole('button', { name: /Moving to Porto/ })
    .first()
    .click();
  await page.getByRole('button', { name: catalogue.app.settings, exact: true }).click();
  await page.getByRole('tab', { name: settings.tabs.memory, exact: true }).click();
  const limit = page.getByRole('spinbutton', {
    name: catalogue.budgets.field.bufferMessageLimit,
    exact: true,
  });
  await limit.fill('6');
  await expect(page.getByTestId('budgets-preview')).toContainText('Moving to Porto');
  await expect(page.getByTestId('budgets-preview')).toContainText(
    /messages 19\d–202 are sent as they are \(now/,
  );
  await page.getByTestId('budgets-save').click();
  await expect(page.getByTestId('budgets-save')).toBeDisabled();
  await page
    .getByRole('spinbutton', { name: catalogue.budgets.field.maxContextTokens, exact: true })
    .fill('2000');
  await expect(page.getByTestId('budget-problems')).toBeVisible();
  await expect(page.getByTestId('budgets-save')).toBeDisabled();
  await page.getByRole('button', { name: catalogue.budgets.undo, exact: true }).click();
  await page.getByRole('button', { name: settings.back }).click();
  await send(page, 'Which vet looks after Pixel?');
  await finishedReply(page);
  const [chat] = (await readChats(page)).filter(({ title }) => title === 'Moving to Porto');
  const snapshot = await call(page, 'memory.snapshot', { sessionId: chat!.id, turnId: null });
  expect(snapshot!.recall!.candidates.some(({ verdict }) => verdict === 'kept')).toBe(true);
});

test('a system prompt of one chat stands first in its context, and in no other', async () => {
  const { page } = running;
  await page.getByRole('button', { name: catalogue.app.settings, exact: true }).click();
  await page.getByRole('tab', { name: settings.tabs.prompts, exact: true }).click();
  await page.getByRole('radio', { name: catalogue.prompts.one }).check();
  await page.getByTestId('prompts-text').fill('Answer in the voice of a ship captain.');
  await page.getByRole('button', { name: catalogue.prompts.save, exact: true }).click();
  await expect(page.getByText(catalogue.prompts.saved)).toBeVisible();
  await page.getByRole('button', { name: settings.back }).click();
  await send(page, 'And the cat?');
  await finishedReply(page);
  const promptOf = async (title: string): Promise<string | null | undefined> => {
    const [chat] = (await readChats(page)).filter((each) => each.title.startsWith(title));
    const snapshot = await call(page, 'memory.snapshot', { sessionId: chat!.id, turnId: null });
    return snapshot?.blocks[0]?.text;
  };
  expect(await promptOf('Moving to Porto')).toContain('voice of a ship captain');
  await newChat(page);
  await send(page, 'Elsewhere now');
  await finishedReply(page);
  expect(await promptOf('Elsewhere now')).not.toContain('captain');
});

test('every past chat is read, searched and inspected without a key or a network', async () => {
  await quit(running);
  running = await launch(dataFolder);
  const { page } = running;
  await page
    .getByTestId('chat-list')
    .getByRole('button', { name: /Moving to Porto/ })
    .first()
    .click();
  await expect(ownMessages(page).last()).toHaveText('And the cat?');
  await expect(page.getByTestId('context-bar')).toBeVisible();
  await page.getByRole('tab', { name: catalogue.memory.tabs.summaries, exact: true }).click();
  await expect(page.getByText(catalogue.memory.inUse).first()).toBeVisible();
  await page.getByRole('tab', { name: catalogue.memory.tabs.recall, exact: true }).click();
  await expect(page.getByTestId('recall-row').first()).toBeVisible();
  await searchFor(page, 'hazelnuts');
  await page.getByTestId('message-hit').first().click();
  await expect(page.locator('[data-flash="true"]')).toContainText('hazelnut');
});
