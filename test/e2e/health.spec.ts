import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { chat } from '../openai-server/chat';
import type { Behaviour } from '../openai-server/behaviour';
import type { OpenAiServer } from '../openai-server/server';
import { startOpenAiServer } from '../openai-server/server';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, lastReply, newChat, useServer } from './support/server';

const words = catalogue.health;
const turns = 22;
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer();
  server.always('/v1/chat/completions', answering);
  running = await launch(dataFolder);
  await useServer(running.page, server, 'sk-test');
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

/** Answers the last question of a request at a length of its own; summaries are asked of the same server. */
const answering: Behaviour = {
  kind: 'choose',
  choose: (body) => {
    const turn = Number([...JSON.stringify(body).matchAll(/Question (\d+):/g)].at(-1)?.[1] ?? 0);
    return chat(`Answer ${String(turn)}: ${'the tide comes in. '.repeat(40 + ((turn * 37) % 90))}`);
  },
};

/** One question and its answer. */
async function ask(turn: number): Promise<void> {
  const { page } = running;
  await send(
    page,
    `Question ${String(turn)}: when does the ferry to the island leave on day ${String(turn)}?`,
  );
  await expect(lastReply(page)).toContainText(`Answer ${String(turn)}:`);
  await finishedReply(page);
}

test('Health shows what the turns of a chat took, sent and cost, in full width, and leads back', async () => {
  test.setTimeout(300_000);
  const { app, page } = running;
  await newChat(page);
  for (let turn = 1; turn < turns; turn += 1) await ask(turn);
  // What is due is summarised meanwhile; the last turn is sent with it.
  await expect
    .poll(async () => (await call(page, 'memory.jobs', {})).every(({ state }) => state === 'done'), {
      timeout: 120_000,
    })
    .toBe(true);
  await ask(turns);
  await page.getByRole('tab', { name: catalogue.memory.tabs.health }).click();
  await expect(page.getByTestId('thread')).toBeHidden();
  const card = (name: string) => page.getByRole('region', { name });
  await expect(card(words.tokens(turns))).toBeVisible();
  await expect(card(words.compare)).toContainText(words.everythingTotal(String(turns)));
  await expect(card(words.steps)).toContainText(words.step.reply);
  await expect(card(words.costs)).toContainText('test-chat');
  await expect(card(words.costs)).toContainText(words.background);
  await expect(card(words.storage)).toContainText(words.kind.messages);
  await expect(card(catalogue.costs.network)).toContainText(catalogue.costs.purposes.summary);
  await pictureInBothThemes(app, page, 'health');

  await card(words.tokens(turns))
    .getByRole('button', { name: `${words.asTable}: ${words.tokens(turns)}` })
    .click();
  await expect(card(words.tokens(turns)).getByRole('row')).toHaveCount(turns + 2);

  const { sessions } = await call(page, 'sessions.list', { cursor: null, limit: 1 });
  const report = await call(page, 'health.report', { sessionId: sessions[0]!.id, turns: 100 });
  expect(report.turns.map(({ turnNumber }) => turnNumber)).toEqual(
    Array.from({ length: turns }, (_, index) => index + 1),
  );
  expect(report.turns.at(-1)!.summaryVersion).not.toBeNull();
  expect(report.comparison.backgroundTokens).toBeGreaterThan(0);
  for (const step of ['embed', 'keyword', 'rank', 'build', 'first-token', 'reply'] as const) {
    expect(report.steps.find((times) => times.step === step)!.runs).toBe(turns);
  }

  await page.getByRole('button', { name: words.back }).click();
  await expect(page.getByTestId('thread')).toBeVisible();
});

test('the floors of recall are measured on one’s own messages, shown, and put aside at will', async () => {
  const { app, page } = running;
  await page.getByRole('tab', { name: catalogue.memory.tabs.health }).click();
  const card = page.getByRole('region', { name: catalogue.floors.title });
  await card.getByRole('button', { name: catalogue.floors.measure }).click();
  await expect(card.getByRole('img')).toHaveCount(2, { timeout: 60_000 });
  await expect(card.getByTestId('floor').last()).toContainText(/measured \d\.\d\d \(\d+ questions/);
  await card.scrollIntoViewIfNeeded();
  await pictureInBothThemes(app, page, 'floors');
  const { floors } = await call(page, 'floors.read', {});
  const [, byKeyword] = floors;
  expect(byKeyword!.inForce).toBe(byKeyword!.measured);
  await card.getByRole('switch', { name: catalogue.floors.use }).click();
  const builtIn = byKeyword!.builtIn.toFixed(2);
  await expect(card.getByTestId('floor').last()).toContainText(catalogue.floors.inForce(builtIn));
  await card.getByRole('switch', { name: catalogue.floors.use }).click();
  await page.getByRole('button', { name: words.back }).click();
});

test('prices, the month’s cap and offline mode are set in the settings, and offline mode lets nothing out', async () => {
  const { app, page } = running;
  const costs = catalogue.costs;
  await page.getByRole('button', { name: catalogue.app.settings }).first().click();
  await page.getByRole('tab', { name: catalogue.settings.tabs.models }).click();
  await page.getByLabel(costs.capField).fill('12.50');
  await page.getByRole('button', { name: costs.saveCap }).click();
  await expect(page.getByRole('meter', { name: costs.cap })).toBeVisible();
  const prices = page.getByRole('region', { name: costs.prices });
  await prices.getByLabel(costs.model).fill('my-model');
  await prices.getByLabel(costs.promptPrice).fill('1.5');
  await prices.getByLabel(costs.completionPrice).fill('6');
  await prices.getByRole('button', { name: costs.savePrice }).click();
  await expect(prices.getByRole('row', { name: /my-model/ })).toContainText('$1.5');
  await page.getByRole('switch', { name: costs.offlineMode }).click();
  await expect(page.getByRole('switch', { name: costs.offlineMode })).toBeChecked();
  await pictureInBothThemes(app, page, 'settings-costs');
  expect((await call(page, 'app.start', {})).settings).toMatchObject({
    monthlyCapDollars: 12.5,
    modelPrices: [{ model: 'my-model', prompt: 1.5, completion: 6 }],
    offlineMode: true,
  });

  const before = server.requests.length;
  const { id } = (await call(page, 'providers.list', {})).find(({ name }) => name === 'Test server')!;
  await call(page, 'providers.test', { id });
  expect(server.requests).toHaveLength(before);
  const [refused] = await call(page, 'health.network', {});
  expect(refused).toMatchObject({ purpose: 'models', outcome: 'refused', bytesSent: 0 });
});
