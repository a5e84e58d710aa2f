import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { base64Embeddings } from '../openai-server/embeddings';
import type { OpenAiServer } from '../openai-server/server';
import { startOpenAiServer } from '../openai-server/server';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import { filesHolding } from './support/files-holding';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { call, lastReply, newChat, useServer } from './support/server';

const key = 'sk-test-canary-4d1f0c9be7a2';
const wrongKey = 'sk-wrong-0123456789abcdef';
const words = catalogue.reply;
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer({ key });
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

test('a provider is added by hand, its key tested, and one of its models chosen to answer', async () => {
  const { page } = running;
  const { models } = catalogue;
  await page.getByRole('button', { name: catalogue.app.settings, exact: true }).first().click();
  await page.getByRole('tab', { name: catalogue.settings.tabs.models, exact: true }).click();
  await page.getByRole('button', { name: models.add }).click();
  await page.getByLabel(models.name, { exact: true }).fill('Test server');
  await page.getByLabel(models.baseUrl).fill(server.url);
  await page.getByRole('button', { name: models.save, exact: true }).click();
  const row = page.getByTestId('provider-row').filter({ hasText: 'Test server' });
  await row.getByRole('button', { name: models.addKey }).click();
  await row.getByTestId('key-field').fill(wrongKey);
  await row.getByRole('button', { name: models.saveKey }).click();
  await expect(row).toContainText(models.refused);
  await expect(row.getByRole('alert')).toBeVisible();
  await row.getByRole('button', { name: models.fixKey }).click();
  await row.getByTestId('key-field').fill(key);
  await row.getByRole('button', { name: models.saveKey }).click();
  await expect(row).toContainText(/Connected, answered in \d+ ms, 3 models/);
  await page.getByTestId('answers-model').selectOption({ label: 'test-chat' });
  await page.getByRole('button', { name: catalogue.settings.back }).click();
  await newChat(page);
  await send(page, 'Are you a model?');
  await finishedReply(page);
  await expect(lastReply(page)).toContainText('You asked: Are you a model?');
  await call(page, 'providers.remove', {
    id: (await call(page, 'providers.list', {})).find(({ name }) => name === 'Test server')!.id,
  });
  await useServer(page, server, key);
});

test('summaries are written by the model, and read in the memory pane', async () => {
  const { page } = running;
  const { session } = await call(page, 'sessions.openSample', {});
  await expect
    .poll(async () => (await call(page, 'memory.summaries', { sessionId: session.id })).length, {
      timeout: 60_000,
    })
    .toBeGreaterThan(0);
  const [summary] = await call(page, 'memory.summaries', { sessionId: session.id });
  expect(summary!.model).toBe('test-chat');
});

test('an embedding server that answers base64 embeds everything, and recall goes by its vectors', async () => {
  const { page } = running;
  server.always('/v1/embeddings', base64Embeddings());
  const [provider] = (await call(page, 'providers.list', {})).filter(({ name }) => name === 'Test server');
  const choice = { providerId: provider!.id, model: 'test-embedding' };
  const plan = await call(page, 'embedding.plan', choice);
  expect(plan).toMatchObject({ dimension: 8 });
  expect(plan.messages).toBeGreaterThan(200);
  await call(page, 'embedding.choose', { choice });
  await expect
    .poll(async () => (await call(page, 'embedding.plan', choice)).messages, { timeout: 60_000 })
    .toBe(0);
  const { session } = await call(page, 'sessions.openSample', {});
  const report = await call(page, 'memory.tryRecall', { sessionId: session.id, query: 'Who is allergic?' });
  expect(report).toMatchObject({ mode: 'hybrid', degraded: null });
  await call(page, 'embedding.choose', { choice: null });
});

test('a key that is refused is said in the message, which leads to the settings', async () => {
  const { page } = running;
  const [provider] = (await call(page, 'providers.list', {})).filter(({ name }) => name === 'Test server');
  await call(page, 'providers.setKey', { id: provider!.id, key: wrongKey });
  await newChat(page);
  await send(page, 'Do you know me?');
  await expect(lastReply(page).getByRole('alert')).toBeVisible();
  await lastReply(page).getByRole('button', { name: words.openModelSettings }).click();
  await expect(page.getByTestId('settings-models')).toBeVisible();
  const tested = await call(page, 'providers.test', { id: provider!.id });
  expect(tested.test).toMatchObject({ kind: 'failed', error: { kind: 'auth' } });
  await call(page, 'providers.setKey', { id: provider!.id, key });
  expect((await call(page, 'providers.test', { id: provider!.id })).test).toMatchObject({ kind: 'ok' });
});

test('without its server the program still answers: every chat is read, searched and inspected', async () => {
  const { page } = running;
  await call(page, 'settings.set', { chatModel: null });
  await page.getByRole('button', { name: catalogue.settings.back }).click();
  await newChat(page);
  await send(page, 'What was said about Lisbon?');
  await finishedReply(page);
  await expect(lastReply(page)).toContainText(/No model is connected/);
});

test('no key is in the page, in the data, in a log or on the terminal', async () => {
  const { page } = running;
  const html = await page.content();
  const start = JSON.stringify(await call(page, 'app.start', {}));
  for (const secret of [key, wrongKey]) {
    for (const part of [secret, secret.slice(-10)]) {
      expect(html).not.toContain(part);
      expect(start).not.toContain(part);
      expect(running.terminal()).not.toContain(part);
      expect(await filesHolding(dataFolder, part)).toEqual([]);
    }
  }
  for (const request of server.requests) {
    expect(JSON.stringify(request.body)).not.toContain(key);
    expect(request.path).not.toContain(key);
  }
});
