import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import type { Behaviour } from '../openai-server/behaviour';
import { chat, contextOverflow } from '../openai-server/chat';
import { createHeldReply } from '../openai-server/held-reply';
import type { OpenAiServer } from '../openai-server/server';
import { startOpenAiServer } from '../openai-server/server';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, chatRequests, lastReply, newChat, sentMessages, useServer } from './support/server';

const chatPath = '/v1/chat/completions';
const key = 'sk-test-canary-4d1f0c9be7a2';
const { reply: words, provider: said } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer({ key });
  running = await launch(dataFolder);
  await useServer(running.page, server, key);
  // No summaries, no profile: what the server is told to answer next is for the questions alone.
  await call(running.page, 'settings.set', { strategy: 'retrieval', profile: false });
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

const status = (code: number, rest: Partial<Extract<Behaviour, { kind: 'status' }>> = {}): Behaviour => ({
  kind: 'status',
  status: code,
  ...rest,
});

/** Asks in a new chat and waits for the error in the place of the answer. */
async function askAndFail(question: string, text: string): Promise<void> {
  const { page } = running;
  await newChat(page);
  await send(page, question);
  await expect(lastReply(page).getByRole('alert')).toContainText(text, { timeout: 30_000 });
  await expect(page.getByTestId('send')).toBeVisible();
}

/** Presses Retry and reads the answer in the place of the error. */
async function retryToAnswer(question: string): Promise<void> {
  const { page } = running;
  await lastReply(page).getByRole('button', { name: words.retry, exact: true }).click();
  await finishedReply(page);
  await expect(lastReply(page)).toContainText(`You asked: ${question}`);
  await expect(lastReply(page).getByRole('alert')).toHaveCount(0);
  await expect(page.getByTestId('message')).toHaveCount(2);
}

/** Quits and starts again; where there is no keychain the key is given anew. */
async function restart(): Promise<void> {
  await quit(running);
  running = await launch(dataFolder);
  const providers = await call(running.page, 'providers.list', {});
  const provider = providers.find(({ name }) => name === 'Test server');
  await call(running.page, 'providers.setKey', { id: provider!.id, key });
}

test('a key that is refused says so in the answer’s place, with the way to the key', async () => {
  const { app, page } = running;
  server.script(chatPath, status(401));
  await askAndFail('Refused?', said.auth('chat'));
  await expect(lastReply(page).getByRole('button', { name: words.openModelSettings })).toBeVisible();
  await pictureInBothThemes(app, page, 'failed-key');
  await retryToAnswer('Refused?');
});

test('an empty account is named as such, and nothing is asked again by itself', async () => {
  const before = chatRequests(server).length;
  server.script(chatPath, status(429, { error: { message: 'quota', code: 'insufficient_quota' } }));
  await askAndFail('Paid?', said.quota('chat'));
  expect(chatRequests(server).length - before).toBe(1);
});

test('a server that fails three times is given up with its words, and Retry asks it again', async () => {
  const before = chatRequests(server).length;
  server.script(chatPath, status(500), status(500), status(500));
  await askAndFail('Broken?', said.server('chat', 500));
  expect(chatRequests(server).length - before).toBe(3);
  await retryToAnswer('Broken?');
});

test('a server that keeps failing is left alone for a while, with the seconds told', async () => {
  const { app, page } = running;
  server.script(chatPath, ...Array.from({ length: 4 }, () => status(503)));
  await askAndFail('Down?', said.server('chat', 503));
  await lastReply(page).getByRole('button', { name: words.retry, exact: true }).click();
  await expect(lastReply(page).getByRole('button', { name: /Retry in \d+ s/ })).toBeDisabled({
    timeout: 30_000,
  });
  await pictureInBothThemes(app, page, 'failed-server');
  const [provider] = (await call(page, 'providers.list', {})).filter(({ name }) => name === 'Test server');
  await call(page, 'providers.test', { id: provider!.id });
});

test('words that broke off inside a character are kept without the broken one, and go on', async () => {
  const { page } = running;
  await newChat(page);
  const held = createHeldReply();
  server.script(chatPath, held.behaviour);
  await send(page, 'A song?');
  await held.begun;
  await held.send('La la ');
  await expect(lastReply(page)).toContainText('La la');
  const event = Buffer.from(`data: ${JSON.stringify({ choices: [{ delta: { content: '🎵' } }] })}\n\n`);
  await held.sendRaw(event.subarray(0, event.indexOf(0xf0) + 2));
  await held.drop();
  await expect(lastReply(page).getByRole('alert')).toContainText(said.brokenOff);
  await expect(lastReply(page)).not.toContainText('\uFFFD');
  server.script(chatPath, chat('land 🎵'));
  await lastReply(page).getByRole('button', { name: words.continue }).click();
  await expect(lastReply(page)).toContainText('La la land 🎵');
  await finishedReply(page);
  expect(sentMessages(chatRequests(server).at(-1)).some(({ content }) => content === 'La la ')).toBe(true);
});

test('a context that stays too long names its largest part, and Retry sends less', async () => {
  const { app, page } = running;
  server.script(chatPath, contextOverflow(3_000), contextOverflow(3_000));
  await askAndFail(`Long: ${'apple pear plum '.repeat(1_500)}`, words.sendsLess);
  await expect(lastReply(page).getByRole('alert')).toContainText(catalogue.memory.parts.buffer);
  await pictureInBothThemes(app, page, 'failed-overflow');
  await lastReply(page).getByRole('button', { name: words.retry, exact: true }).click();
  await finishedReply(page);
  await expect(lastReply(page)).toContainText('You asked: Long: apple');
});

test('what failed is still said after a restart, and can still be tried again', async () => {
  server.script(chatPath, status(400, { error: { message: 'no such thing' } }));
  await askAndFail('Kept?', 'no such thing');
  await restart();
  await expect(lastReply(running.page).getByRole('alert')).toContainText('no such thing');
  await retryToAnswer('Kept?');
});

test('a server that is gone is said to be, and the past is still there to read', async () => {
  const { page } = running;
  const address = server.url;
  await server.close();
  await askAndFail('Anyone?', said.network.refused('chat'));
  server = await startOpenAiServer({ key, port: Number(new URL(address).port) });
  await page.getByTestId('chat-list').getByRole('button', { name: /Kept/ }).first().click();
  await expect(lastReply(page)).toContainText('You asked: Kept?');
});

// The last one, since the page’s clock is ahead from here on.
test('a long rate limit counts down to its Retry, which then answers', async () => {
  // The server that was gone is still left alone; a new start asks it again.
  await restart();
  const before = chatRequests(server).length;
  server.script(chatPath, status(429, { headers: { 'retry-after': '600' } }));
  await askAndFail('Later?', said.rateLimit.chat);
  const { app } = running;
  let { page } = running;
  const retry = lastReply(page).getByRole('button', { name: /Retry in \d+ s/ });
  await expect(retry).toBeDisabled();
  await pictureInBothThemes(app, page, 'failed-rate-limit');
  const secondsLeft = async (): Promise<number> => Number(/\d+/.exec(await retry.innerText())?.[0]);
  const first = await secondsLeft();
  expect(first).toBeGreaterThan(500);
  await expect.poll(secondsLeft).toBeLessThan(first);
  // Whoever asks meanwhile is told to wait as well, and the server is left alone.
  await askAndFail('Sooner?', said.windowClosed.turn);
  expect(chatRequests(server).length - before).toBe(1);
  // Main’s own clock cannot be moved: a restart forgets the limit, the failed message does not.
  await restart();
  ({ page } = running);
  await page.clock.install();
  await page.clock.fastForward(600_000);
  // The counting began before the clock could be moved: the chat is opened anew under the new one.
  await page.getByTestId('chat-list').getByRole('button', { name: 'Later?' }).first().click();
  await retryToAnswer('Later?');
});
