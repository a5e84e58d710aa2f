import { expect, test, type Locator, type Page } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import type { Behaviour } from '../openai-server/behaviour';
import { chat } from '../openai-server/chat';
import type { OpenAiServer } from '../openai-server/server';
import { startOpenAiServer } from '../openai-server/server';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, newChat, useServer } from './support/server';

const words = catalogue.summaries;
const chatPath = '/v1/chat/completions';
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer();
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

const versions = (page: Page): Locator => page.getByTestId('summary-version');
const inUse = (page: Page): Locator => page.locator('[data-testid="summary-version"][data-current="true"]');

/** Answers questions, summaries and judges each in its own way; what is asked is told from the first words. */
function byPurpose(summary: string, judgement: string): Behaviour {
  return {
    kind: 'choose',
    choose: (body) => {
      const text = JSON.stringify(body);
      if (text.includes('You check the memory of a conversation')) return chat(judgement);
      return text.includes('You keep the memory of a conversation') ? chat(summary) : chat('All right.');
    },
  };
}

test('offline, the versions of a long chat are judged, compared with their parents and plotted', async () => {
  test.setTimeout(300_000);
  const { app, page } = running;
  await page.getByTestId('welcome-sample').getByRole('button').click();
  await expect(page.getByTestId('message').first()).toBeVisible();
  await page.getByRole('tab', { name: catalogue.memory.tabs.summaries, exact: true }).click();
  // The queue embeds all messages first.
  const open = async () =>
    (await call(page, 'memory.jobs', {})).filter(({ state }) => state !== 'done').length;
  await expect.poll(open, { timeout: 200_000 }).toBe(0);
  await expect(inUse(page)).toHaveCount(1);
  await expect(page.getByTestId('summary-judgement')).toContainText('seed');
  await expect(page.getByTestId('diff-line').first()).toBeVisible();
  await expect(page.getByRole('img', { name: /^Quality of each version/ })).toBeVisible();
  const sample = await call(page, 'sessions.list', { cursor: null, limit: 1 });
  const summaries = await call(page, 'memory.summaries', { sessionId: sample.sessions[0]!.id });
  expect(summaries.length).toBeGreaterThan(2);
  expect(summaries.every(({ score }) => score?.kind === 'scored')).toBe(true);
  await expect(versions(page)).toHaveCount(summaries.length);
  await pictureInBothThemes(app, page, 'summaries');
});

test('compact now does what it said it would', async () => {
  const { page } = running;
  const told = page.getByTestId('would-fold');
  await expect(told).toContainText('Compact now would fold');
  const [, , to, version] = /messages (\d+)–(\d+) into v(\d+)/.exec((await told.textContent())!)!;
  await page.getByRole('button', { name: words.compact }).click();
  await expect(inUse(page)).toContainText(words.version(Number(version)));
  await expect(inUse(page)).toContainText(catalogue.memory.range(1, Number(to)));
});

test('an edit is a version of the user’s own, and a lost line can be put back', async () => {
  const { page } = running;
  await page.getByRole('button', { name: words.edit, exact: true }).click();
  const editor = page.getByRole('textbox', { name: /^Text of v/ });
  await editor.fill('Marlies moves to Porto.');
  await page.getByRole('button', { name: words.editor.save }).click();
  await expect(inUse(page)).toContainText(words.yours);
  await expect(page.getByTestId('summary-text')).toHaveText('Marlies moves to Porto.');
  await expect(page.locator('[data-testid="diff-line"][data-kind="added"]')).toHaveCount(1);
  const lost = page
    .locator('[data-testid="diff-line"][data-kind="lost"]')
    .filter({ hasText: words.diff.putBack });
  const line = await lost.first().locator('p').first().innerText();
  await lost.first().getByRole('button', { name: words.diff.putBack }).click();
  await expect(page.getByTestId('summary-text')).toContainText(line.replace(/^lost:\s*/, '').trim());
});

test('a roll back puts the version looked at in force and gives its messages back', async () => {
  const { page } = running;
  await versions(page).last().getByRole('button').click();
  await expect(page.getByTestId('would-fold')).toContainText('back to the buffer');
  await page.getByRole('button', { name: words.rollBack(1) }).click();
  await expect(versions(page).last()).toHaveAttribute('data-current', 'true');
});

test('a chosen range is told beforehand and then folded', async () => {
  const { page } = running;
  await page.getByRole('button', { name: words.chooseRange }).click();
  await page.getByRole('spinbutton', { name: words.range.to, exact: true }).fill('8');
  await expect(page.getByTestId('range-preview')).toContainText('messages 1–8');
  await page.getByRole('button', { name: words.range.go }).click();
  // What lies after it is due, and may be folded on top of it before anybody can look.
  await expect(versions(page).filter({ hasText: /messages 1–8(?!\d)/ })).toHaveCount(1);
});

test('with a model, a low summary is written once more with what was missing, and both tries are shown', async () => {
  const { app, page } = running;
  // The chats before this one are judged without a model, and not by this server.
  await expect
    .poll(async () => {
      const jobs = await call(page, 'memory.jobs', {});
      return jobs.filter(({ state }) => state === 'waiting' || state === 'running').length;
    })
    .toBe(0);
  const providerId = await useServer(page, server, 'sk-test');
  await call(page, 'settings.set', { judgeModel: { providerId, model: 'test-small' } });
  const low = JSON.stringify({ reasoning: 'Too short.', score: 0.4, missing: ['the boat'], accurate: true });
  const good = JSON.stringify({ reasoning: 'All there.', score: 0.9, missing: [], accurate: true });
  server.always(chatPath, byPurpose('They talked about a boat.', low));
  await newChat(page);
  for (const text of ['My boat is called Ada.', 'It is 9 metres long.']) {
    await send(page, text);
    await finishedReply(page);
  }
  await page.getByRole('button', { name: words.compact }).click();
  await expect(versions(page)).toHaveCount(2);
  await expect(page.getByText(words.retried)).toBeVisible();
  await expect(versions(page).last()).toContainText(words.firstTry(1));
  const asked = server.requests.map(({ body }) => JSON.stringify(body));
  const again = asked.filter(
    (body) => body.includes('A first try left these out') && body.includes('called Ada'),
  );
  expect(again).toHaveLength(1);
  expect(again[0]).toContain('- the boat');
  const judged = server.requests.filter(({ body }) => JSON.stringify(body).includes('You check the memory'));
  expect(judged).toHaveLength(2);
  expect(judged[0]!.body).toMatchObject({ model: 'test-small', temperature: 0 });
  await pictureInBothThemes(app, page, 'summaries-two-tries');
  server.always(chatPath, byPurpose('The boat Ada is 9 metres long.', good));
  await page.getByRole('button', { name: words.again }).click();
  await expect(inUse(page)).toContainText('0.90');
});

test('a summariser that answers nothing stops after two tries, says so, and goes on with Retry', async () => {
  const { app, page } = running;
  server.always(chatPath, byPurpose(' ', ''));
  await call(page, 'settings.set', {
    budgets: { ...(await call(page, 'app.start', {})).settings.budgets, bufferMessageLimit: 2 },
  });
  const summariesAsked = () =>
    server.requests.filter(({ body }) => JSON.stringify(body).includes('You keep the memory')).length;
  const before = summariesAsked();
  await send(page, 'And it is blue.');
  await finishedReply(page);
  const stopped = page.getByRole('alert').filter({ hasText: 'The summariser stopped after 2 tries' });
  await expect(stopped).toBeVisible({ timeout: 20_000 });
  await send(page, 'And it is fast.');
  await finishedReply(page);
  await expect(stopped).toBeVisible();
  expect(summariesAsked() - before).toBe(2);
  await pictureInBothThemes(app, page, 'summaries-stopped');
  const good = JSON.stringify({ reasoning: 'All there.', score: 0.8, missing: [], accurate: true });
  server.always(chatPath, byPurpose('The boat Ada is blue and fast.', good));
  await stopped.getByRole('button', { name: words.retry }).click();
  await expect(stopped).toBeHidden();
  await expect(page.getByTestId('summary-text')).toHaveText('The boat Ada is blue and fast.');
});

test('a judge whose model is gone stops, says so, and goes on with Retry', async () => {
  const { app, page } = running;
  const good = JSON.stringify({ reasoning: 'All there.', score: 0.9, missing: [], accurate: true });
  const summary = byPurpose('The boat Ada is quick.', good);
  let isGone = true;
  server.always(chatPath, {
    kind: 'choose',
    choose: (body) =>
      isGone && JSON.stringify(body).includes('You check the memory')
        ? { kind: 'status', status: 404 }
        : summary,
  });
  await page.getByRole('button', { name: words.again }).click();
  const stopped = page.getByRole('alert').filter({ hasText: 'Judging summaries stopped after one try' });
  await expect(stopped).toBeVisible({ timeout: 20_000 });
  await expect(inUse(page)).toContainText(words.unscoredYet);
  await pictureInBothThemes(app, page, 'summaries-judge-stopped');
  isGone = false;
  await stopped.getByRole('button', { name: words.retry }).click();
  await expect(stopped).toBeHidden();
  await expect(inUse(page)).toContainText('0.90');
});
