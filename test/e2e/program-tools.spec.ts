import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import type { OpenAiServer } from '../openai-server/server';
import { startOpenAiServer } from '../openai-server/server';
import { chat } from '../openai-server/chat';
import { callTools } from '../openai-server/tool-calls';
import { expectAccessible } from './support/accessibility';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, chatRequests, lastReply, newChat, sentMessages, useServer } from './support/server';

const chatPath = '/v1/chat/completions';
const key = 'sk-test-canary-4d1f0c9be7a2';
const words = catalogue.tools;
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer({ key });
  running = await launch(dataFolder);
  await useServer(running.page, server, key);
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

const calculate = { id: 'call_1', name: 'calculate', arguments: '{"expression":"17.5 % * 240"}' };

test('a tool runs while the answer is made, and stands in the thread with its result', async () => {
  const { page } = running;
  await newChat(page);
  server.script(chatPath, callTools([calculate], 'Let me work it out.'), chat('It is **42**.'));
  await send(page, 'What is 17.5 % of 240?');
  await finishedReply(page);
  await expect(lastReply(page)).toContainText('It is 42.');
  const row = page.getByTestId('tool-row');
  await expect(row).toHaveAttribute('data-status', 'done');
  await expect(row).toContainText('17.5 % * 240');
  await expect(row).toContainText('= 42');
  const sent = sentMessages(chatRequests(server).at(-1));
  expect(sent.slice(-2).map(({ role }) => role)).toEqual(['assistant', 'tool']);
  await expect(page.getByText(catalogue.memory.parts.tools, { exact: true }).first()).toBeVisible();
  await row.getByRole('button').click();
  await expect(row.getByText(words.arguments)).toBeVisible();
  await pictureInBothThemes(running.app, page, 'tools');
});

test('the thread is the same after the chat was left and opened again', async () => {
  const { page } = running;
  await newChat(page);
  await page.getByTestId('chat-list').getByRole('button').filter({ hasText: '17.5' }).first().click();
  await expect(page.getByTestId('tool-row')).toContainText('= 42');
  await expect(page.getByTestId('message').and(page.locator('[data-role="assistant"]')).last()).toContainText(
    'It is 42.',
  );
});

test('a tool with an effect asks in place, and is not run without a word', async () => {
  const { page } = running;
  await newChat(page);
  await send(page, 'My dog is called Pixel.');
  await finishedReply(page);
  const { sessions } = await call(page, 'sessions.list', { cursor: null, limit: 1 });
  const sessionId = sessions[0]!.id;
  const { messages } = await call(page, 'messages.page', { sessionId, anchor: { kind: 'newest' }, limit: 5 });
  const pin = { id: 'call_2', name: 'pin_message', arguments: JSON.stringify({ id: messages[0]!.id }) };
  server.script(chatPath, callTools([pin]), chat('Then I leave it.'));
  await send(page, 'Keep that in view.');
  const row = page.getByTestId('tool-row');
  await expect(row).toHaveAttribute('data-status', 'asking');
  await expect(row).toContainText(`${words.target(1)} My dog is called Pixel.`);
  await pictureInBothThemes(running.app, page, 'tool-question');
  await expectAccessible(page);
  await row.getByRole('button', { name: words.deny }).click();
  await finishedReply(page);
  await expect(row).toHaveAttribute('data-status', 'denied');
  await expect(lastReply(page)).toContainText('Then I leave it.');
  expect(sentMessages(chatRequests(server).at(-1)).at(-1)!.content).toBe(words.told.denied);
  server.script(chatPath, callTools([pin]), chat('Pinned.'), callTools([pin]), chat('Pinned again.'));
  await send(page, 'No, do it.');
  await row.last().getByRole('button', { name: words.allowAlways }).click();
  await finishedReply(page);
  await expect(row.last()).toHaveAttribute('data-status', 'done');
  await send(page, 'And once more.');
  await finishedReply(page);
  await expect(lastReply(page)).toContainText('Pinned again.');
});

test('a question that waits ends with Stop', async () => {
  const { page } = running;
  await newChat(page);
  server.script(chatPath, callTools([{ id: 'call_3', name: 'pin_message', arguments: '{"id":"x"}' }]));
  await send(page, 'Pin something.');
  await expect(page.getByTestId('tool-row')).toHaveAttribute('data-status', 'asking');
  await page.getByTestId('stop').click();
  await finishedReply(page);
  await expect(page.getByTestId('tool-row')).toHaveAttribute('data-status', 'denied');
});

test('a tool that is off is not offered, and the settings show why each is there', async () => {
  const { page } = running;
  await page.getByRole('button', { name: catalogue.app.settings, exact: true }).click();
  await page.getByRole('tab', { name: catalogue.settings.tabs.tools }).click();
  await page.getByTestId('rule-calculate').selectOption('off');
  await pictureInBothThemes(running.app, page, 'settings-tools');
  await expectAccessible(page);
  await page.getByRole('button', { name: catalogue.settings.back }).click();
  await newChat(page);
  await send(page, 'Anything.');
  await finishedReply(page);
  const { tools } = chatRequests(server).at(-1)!.body as { tools: { function: { name: string } }[] };
  const names = tools.map((tool) => tool.function.name);
  expect(names).toContain('search_memory');
  expect(names).not.toContain('calculate');
});
