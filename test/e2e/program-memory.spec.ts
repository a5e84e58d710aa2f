import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { base64Embeddings } from '../openai-server/embeddings';
import type { OpenAiServer } from '../openai-server/server';
import { startOpenAiServer } from '../openai-server/server';
import { finishedReply, newChatOverAllChats, readChats, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, chatRequests, lastReply, sentMessages, useServer } from './support/server';

const key = 'sk-test-canary-4d1f0c9be7a2';
const { memory, models, settings } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer({ key });
  running = await launch(dataFolder);
  await useServer(running.page, server, key);
  await running.page.getByTestId('welcome-sample').getByRole('button').click();
  await expect(running.page.getByTestId('message').first()).toBeVisible();
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

const openTab = (name: string) => running.page.getByRole('tab', { name, exact: true }).click();
const picture = (name: string) => pictureInBothThemes(running.app, running.page, name);

async function sampleId() {
  const [sample] = (await readChats(running.page)).filter(({ title }) => title === 'Moving to Porto');
  return sample!.id;
}

test('the summary is written by the model, read in its tab, and marks where it took over', async () => {
  const { page } = running;
  const sessionId = await sampleId();
  await expect
    .poll(async () => (await call(page, 'memory.summaries', { sessionId })).some(({ current }) => current), {
      timeout: 60_000,
    })
    .toBe(true);
  await openTab(memory.tabs.summaries);
  await expect(page.getByText(memory.inUse).first()).toBeVisible();
  await expect(page.getByText(memory.by('test-chat'), { exact: false }).first()).toBeVisible();
  await picture('server-summaries');
});

test('an answer shows its sources, and the Context tab the very messages the server was sent', async () => {
  const { page } = running;
  const sessionId = await sampleId();
  await openTab(memory.tabs.context);
  await page.getByTestId('suggestion').first().click();
  await finishedReply(page);
  await expect(page.getByTestId('chip').first()).toBeVisible();
  const sent = sentMessages(chatRequests(server).at(-1));
  const snapshot = await call(page, 'memory.snapshot', { sessionId, turnId: null });
  const recalled = snapshot!.blocks.filter(({ kind }) => kind === 'recalled');
  const block = sent.find(({ role, content }) => role === 'system' && content.includes('hazelnuts'));
  expect(block).toBeDefined();
  for (const { text } of recalled) expect(block!.content).toContain(text ?? 'never');
  const buffer = snapshot!.blocks.filter(({ kind }) => kind === 'buffer').map(({ text }) => text);
  expect(sent.slice(-buffer.length).map(({ content }) => content)).toEqual(buffer);
  const drawn = page.locator('button[data-kind="recalled"]').first();
  await drawn.click();
  await expect(drawn).toContainText(/\S/);
  await expect(page.getByText(/The server reported [\d,]+ tokens in and [\d,]+ out/)).toBeVisible();
  await picture('server-thread');
});

test('chip, source and block light up together, and the chip leads to its source', async () => {
  const { page } = running;
  const chip = page.getByTestId('chip').first();
  const id = await chip.getAttribute('data-message-id');
  await chip.hover();
  await expect(chip).toHaveAttribute('data-lit', 'true');
  await expect(page.locator('button[data-kind="recalled"][data-lit="true"]')).toHaveCount(1);
  await chip.click();
  const source = page.locator(`[data-testid="message"][data-message-id="${id ?? ''}"]`);
  await expect(source).toHaveAttribute('data-flash', 'true');
  await expect(source).toBeInViewport();
  await expect(page.locator('[data-flash="true"]')).toHaveCount(0, { timeout: 10_000 });
});

test('the divider stands where the summary took over', async () => {
  const { page } = running;
  const sessionId = await sampleId();
  const summaries = await call(page, 'memory.summaries', { sessionId });
  const last = summaries.find(({ current }) => current)!;
  await page.getByRole('button', { name: catalogue.thread.toNewest }).click();
  await expect(lastReply(page)).toBeInViewport();
  await page.getByRole('log').hover();
  await expect(async () => {
    await page.mouse.wheel(0, -300);
    const divider = page.getByTestId('summary-divider');
    await expect(divider).toContainText(`v${String(last.version)}`, { timeout: 500 });
    await expect(divider).toBeInViewport({ timeout: 500 });
  }).toPass();
  await picture('server-divider');
});

test('a past answer’s context is found again beside the latest', async () => {
  const { page } = running;
  await send(page, 'And what about the flat?');
  await finishedReply(page);
  await expect(page.getByRole('heading', { name: memory.sentIn(102) })).toBeVisible();
  await page.getByRole('button', { name: memory.previousTurn }).click();
  await expect(page.getByRole('heading', { name: memory.sentIn(101) })).toBeVisible();
  await page.getByRole('button', { name: memory.toLatest }).click();
  await expect(page.getByRole('heading', { name: memory.sentIn(102) })).toBeVisible();
});

test('another embedding model is chosen after its cost was told, answers base64, and recall shows its scores', async () => {
  const { page } = running;
  server.always('/v1/embeddings', base64Embeddings());
  const [provider] = (await call(page, 'providers.list', {})).filter(({ name }) => name === 'Test server');
  await call(page, 'providers.test', { id: provider!.id });
  await page.getByRole('button', { name: catalogue.app.settings, exact: true }).first().click();
  await page.getByRole('tab', { name: settings.tabs.models, exact: true }).click();
  await page.getByTestId('embeddings-model').selectOption({ label: 'test-embedding' });
  const plan = page.getByTestId('embedding-plan');
  await expect(plan).toContainText(/\d+ messages will be embedded again on this computer/);
  await picture('server-embedding-plan');
  await plan.getByRole('button', { name: models.embedWith }).click();
  await expect(plan).toHaveCount(0);
  const choice = { providerId: provider!.id, model: 'test-embedding' };
  await expect
    .poll(async () => (await call(page, 'embedding.plan', choice)).messages, { timeout: 60_000 })
    .toBe(0);
  await page.getByRole('button', { name: settings.back }).click();
  await openTab(memory.tabs.recall);
  await page
    .getByRole('searchbox', { name: memory.tryField })
    .or(page.getByLabel(memory.tryField))
    .fill('Who has an allergy?');
  await page.getByRole('button', { name: memory.try, exact: true }).click();
  await expect(page.getByTestId('recall-row').first()).toBeVisible();
  await expect(page.getByTestId('recall-row').first().locator('td').nth(2)).toContainText(/^−?\d\.\d\d/);
  await picture('server-recall');
});

test('a source in another chat is opened there and flashes', async () => {
  const { page } = running;
  await newChatOverAllChats(page);
  await send(page, 'Who must not eat hazelnuts?');
  await finishedReply(page);
  const chip = page.getByTestId('chip').first();
  await expect(chip).toContainText('Moving to Porto');
  await chip.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Moving to Porto');
  await expect(page.locator('[data-flash="true"]')).toBeInViewport();
  await expect(lastReply(page)).toBeAttached();
});
