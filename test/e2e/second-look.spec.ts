import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { standardBudgets } from '../../src/shared/settings';
import { chat } from '../openai-server/chat';
import type { OpenAiServer } from '../openai-server/server';
import { startOpenAiServer } from '../openai-server/server';
import { expectAccessible } from './support/accessibility';
import { finishedReply, readChats, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { call, chatRequests, lastReply, newChat, sentMessages, useServer } from './support/server';

const chatPath = '/v1/chat/completions';
const words = catalogue.secondLook;
const fact = 'Marek keeps contract 4471 in the old mill.';
const missing = 'I don’t have any information about Marek’s part in it.';
const better = 'Marek keeps contract 4471 in the old mill.';
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer({});
  running = await launch(dataFolder);
  await useServer(running.page, server, 'sk-test');
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

/** A chat whose buffer holds two messages and whose recall sends one: the fact is not among them. */
async function openChat(page: Page): Promise<string> {
  const budgets = { ...standardBudgets, bufferMessageLimit: 2, retrievalTopK: 1 };
  await call(page, 'settings.set', { budgets, strategy: 'retrieval' });
  await newChat(page);
  for (const text of [
    fact,
    'The harbour crew repaired the lamp of the lighthouse.',
    'Bread is cheap.',
    'So is salt.',
  ]) {
    await send(page, text);
    await finishedReply(page);
  }
  const [newest] = await readChats(page);
  return newest!.id;
}

test('an answer that lacks something is given again from what a second look finds, with the first one at hand', async () => {
  const { page } = running;
  const sessionId = await openChat(page);
  const before = chatRequests(server).length;
  server.script(chatPath, chat(missing), chat(better));
  await send(page, 'Did the harbour crew repair the lamp of the lighthouse, or was it Marek?');
  await expect(lastReply(page)).toContainText(better);
  await finishedReply(page);
  const [first, second, ...more] = chatRequests(server).slice(before);
  expect(more).toEqual([]);
  expect(JSON.stringify(sentMessages(first))).not.toContain(fact);
  expect(JSON.stringify(sentMessages(second))).toContain(fact);

  const line = lastReply(page).getByTestId('second-look');
  await expect(line).toContainText(words.again(1));
  await expect(page.getByTestId('first-answer')).toBeHidden();
  await line.getByRole('button', { name: words.showFirst }).click();
  await expect(page.getByTestId('first-answer')).toContainText(missing);
  await expect(page.getByTestId('first-answer')).toContainText('as reported');

  await page.getByRole('tab', { name: catalogue.memory.tabs.recall, exact: true }).click();
  const section = page.getByTestId('second-look-section');
  await expect(section).toContainText('Marek');
  await expect(section).toContainText(words.foundNew(1));
  const row = page.getByTestId('recall-row').filter({ hasText: words.name });
  await expect(row).toContainText(fact);
  await expect(row).toHaveAttribute('data-verdict', 'kept');
  await expectAccessible(page);

  const found = await call(page, 'messages.search', {
    sessionId: null,
    query: 'information about',
    limit: 10,
  });
  expect(found).toEqual([]);
  await quit(running);
  running = await launch(dataFolder);
  const snapshot = await call(running.page, 'memory.snapshot', {
    sessionId,
    turnId: null,
  });
  expect(snapshot!.recall!.secondLook!.found).toHaveLength(1);
  const answer = await call(running.page, 'chat.firstAnswer', {
    sessionId,
    turnId: snapshot!.turnId,
  });
  expect(answer).toMatchObject({ content: missing, state: 'done' });
});

test('it is switched off in the settings, and then the answer stands', async () => {
  const { page } = running;
  await page.getByRole('button', { name: catalogue.app.settings, exact: true }).click();
  await page.getByRole('tab', { name: catalogue.settings.tabs.memory, exact: true }).click();
  const toggle = page.getByRole('switch', { name: words.setting });
  await expect(toggle).toBeChecked();
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  await expectAccessible(page);
  await page.getByRole('button', { name: catalogue.settings.back }).click();
  await openChat(page);
  const before = chatRequests(server).length;
  server.script(chatPath, chat(missing));
  await send(page, 'Did the harbour crew repair the lamp of the lighthouse, or was it Marek?');
  await finishedReply(page);
  await expect(lastReply(page)).toContainText(missing);
  expect(chatRequests(server)).toHaveLength(before + 1);
  await call(page, 'settings.set', { secondLook: true });
});

test('without a model memory looks again before it quotes, when nothing is above the floor', async () => {
  const { page } = running;
  await openChat(page);
  await call(page, 'settings.set', { chatModel: null });
  const long =
    'Concerning those everlasting paperwork troubles nobody in our sleepy village ever dares mention aloud, where did Marek hide everything?';
  await send(page, long);
  await finishedReply(page);
  await expect(lastReply(page)).toContainText(fact);
  await expect(lastReply(page).getByTestId('second-look')).toContainText(words.beforeReply(1));
});
