import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { chat } from '../openai-server/chat';
import type { OpenAiServer } from '../openai-server/server';
import { startOpenAiServer } from '../openai-server/server';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, newChat, useServer } from './support/server';

const words = catalogue.health;
const turns = 22;
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer();
  running = await launch(dataFolder);
  await useServer(running.page, server, 'sk-test');
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

test('Health shows what the turns of a chat took, sent and cost, in full width, and leads back', async () => {
  test.setTimeout(180_000);
  const { app, page } = running;
  await newChat(page);
  for (let turn = 1; turn <= turns; turn += 1) {
    const length = 40 + ((turn * 37) % 90);
    server.script(
      '/v1/chat/completions',
      chat(`Answer ${String(turn)}: ${'the tide comes in. '.repeat(length)}`),
    );
    await send(
      page,
      `Question ${String(turn)}: when does the ferry to the island leave on day ${String(turn)}?`,
    );
    await finishedReply(page);
  }
  await page.getByRole('tab', { name: catalogue.memory.tabs.health }).click();
  await expect(page.getByTestId('thread')).toBeHidden();
  const card = (name: string) => page.getByRole('region', { name });
  await expect(card(words.tokens(turns))).toBeVisible();
  await expect(card(words.compare)).toContainText(words.everythingTotal(String(turns)));
  await expect(card(words.steps)).toContainText(words.step.reply);
  await expect(card(words.costs)).toContainText('test-chat');
  await expect(card(words.costs)).toContainText(words.background);
  await expect(card(words.storage)).toContainText(words.kind.messages);
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
