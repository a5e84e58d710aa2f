import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { chat } from '../openai-server/chat';
import type { OpenAiServer } from '../openai-server/server';
import { startOpenAiServer } from '../openai-server/server';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { call, lastReply } from './support/server';

const key = 'sk-first-run-77aa12bc90';
let running: Running;
let server: OpenAiServer;
let dataFolder: string;

test.beforeEach(async () => {
  dataFolder = makeDataFolder();
  server = await startOpenAiServer({ key });
  running = await launch(dataFolder);
});

test.afterEach(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

test('a pasted key is tested, a model chosen, and a chat begun with it', async () => {
  const { page } = running;
  // The far end of the network is the test’s: what the card calls OpenAI answers here.
  await call(page, 'providers.save', { id: 'openai', name: 'OpenAI', baseUrl: server.url });
  const card = page.getByTestId('welcome-key');
  await card.locator('input[type="password"]').fill('sk-wrong-wrong-wrong');
  await card.getByRole('button').last().click();
  await expect(card.getByRole('alert')).toBeVisible();
  await card.locator('input[type="password"]').fill(key);
  await card.getByRole('button').last().click();
  await card.getByRole('combobox').selectOption('test-small');
  await card.getByRole('button').last().click();
  await expect(page.getByTestId('composer')).toBeVisible();
  await send(page, 'First words');
  await finishedReply(page);
  await expect(lastReply(page)).toContainText('You asked: First words');
  await expect(page.getByRole('button', { name: 'test-small' })).toBeVisible();
});

test('a server on this computer is found after the click, not before, and answers', async () => {
  const { page } = running;
  const local = await startOpenAiServer({ port: 11_434 }).catch(() => null);
  test.skip(local === null, 'something else answers on the port of Ollama');
  try {
    const card = page.getByTestId('welcome-local');
    await expect(card.getByRole('button')).toHaveText(catalogue.welcome.local.look);
    expect(local!.requests).toEqual([]);
    await card.getByRole('button').click();
    await card.getByRole('button', { name: catalogue.welcome.local.use('test-chat') }).click();
    await expect(page.getByTestId('composer')).toBeVisible();
    await send(page, 'Hello, neighbour');
    await finishedReply(page);
    await expect(lastReply(page)).toContainText('You asked: Hello, neighbour');
    await expect(page.getByText(catalogue.app.local)).toBeVisible();
  } finally {
    await local?.close();
  }
});

test('code is copied from an answer by one click', async () => {
  const { app, page } = running;
  const { id } = await call(page, 'providers.save', { name: 'Test server', baseUrl: server.url });
  await call(page, 'providers.setKey', { id, key });
  await call(page, 'settings.set', { chatModel: { providerId: id, model: 'test-chat' } });
  server.script('/v1/chat/completions', chat('Here:\n\n```js\nconst answer = 42;\n```\n'));
  await page.getByRole('button', { name: catalogue.welcome.newChat, exact: true }).click();
  await send(page, 'Some code, please');
  await finishedReply(page);
  const block = page.getByTestId('code-block');
  await expect(block.locator('.hljs-number')).toHaveText('42');
  await block.getByRole('button', { name: catalogue.reply.copyCode }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('const answer = 42;');
});
