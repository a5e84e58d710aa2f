import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { brokenChat, chat, chatWithoutUsage, contextOverflow, unevenChat } from '../openai-server/chat';
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
const words = catalogue.reply;
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

/** What the server was asked for answers after `before` requests. */
function askedSince(before: number) {
  return chatRequests(server).slice(before);
}

test('an answer streams in, with the recalled quotes apart from the turns and the limits the settings say', async () => {
  const { page } = running;
  await newChat(page);
  const held = createHeldReply();
  server.script(chatPath, held.behaviour);
  await send(page, 'What is the capital of Portugal?');
  await held.begun;
  await held.send('The capital is ');
  await expect(lastReply(page)).toContainText('The capital is');
  await expect(lastReply(page)).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByTestId('stop')).toBeVisible();
  await held.send('**Lisbon**.');
  await held.finish({ prompt_tokens: 150, completion_tokens: 6 });
  await finishedReply(page);
  await expect(lastReply(page).locator('strong')).toHaveText('Lisbon');
  const request = chatRequests(server).at(-1)!;
  expect(request.body).toMatchObject({
    model: 'test-chat',
    stream: true,
    temperature: 0.7,
    max_tokens: 1_000,
  });
  expect(sentMessages(request).at(-1)).toEqual({ role: 'user', content: 'What is the capital of Portugal?' });
  await expect(page.getByText(catalogue.memory.reported('150', '6')).first()).toBeVisible();
});

test('a stream cut through characters, lines and events arrives whole', async () => {
  const { page } = running;
  await newChat(page);
  server.script(chatPath, unevenChat(3, 'Grüße, 世界! ✅ 👩‍👩‍👧‍👦 done'));
  await send(page, 'Say hello.');
  await finishedReply(page);
  await expect(lastReply(page)).toContainText('Grüße, 世界! ✅ 👩‍👩‍👧‍👦 done');
});

test('stop keeps what was written, and continue goes on from there', async () => {
  const { page } = running;
  await newChat(page);
  const held = createHeldReply();
  server.script(chatPath, held.behaviour);
  await send(page, 'Tell me a story.');
  await held.begun;
  await held.send('Once upon a time');
  await expect(lastReply(page)).toContainText('Once upon a time');
  await page.getByTestId('stop').click();
  await finishedReply(page);
  await expect(lastReply(page)).toContainText(catalogue.thread.stopped);
  server.script(chatPath, chat(' there was an engram.'));
  await lastReply(page).getByRole('button', { name: words.continue }).click();
  await expect(lastReply(page)).toContainText('Once upon a time there was an engram.');
  await finishedReply(page);
  expect(sentMessages(chatRequests(server).at(-1)).slice(-2)[0]).toEqual({
    role: 'assistant',
    content: 'Once upon a time',
  });
  await expect(page.getByTestId('message')).toHaveCount(2);
});

test('a stream that breaks keeps its words, offers to go on, and can be tried again', async () => {
  const { page } = running;
  await newChat(page);
  server.script(chatPath, brokenChat(['Half', ' of it'], 'drop'));
  await send(page, 'And then?');
  await expect(lastReply(page).getByRole('alert')).toBeVisible();
  await expect(lastReply(page)).toContainText('Half of it');
  await expect(lastReply(page).getByRole('button', { name: words.continue })).toBeVisible();
  await lastReply(page).getByRole('button', { name: words.retry }).click();
  await expect(lastReply(page)).toContainText('You asked: And then?');
  await finishedReply(page);
  await expect(page.getByTestId('message')).toHaveCount(2);
});

test('a server that fails is asked again by itself, and the user sees that it waits', async () => {
  const { page } = running;
  await newChat(page);
  const before = chatRequests(server).length;
  server.script(chatPath, { kind: 'status', status: 500 });
  await send(page, 'Are you there?');
  await expect(page.getByTestId('waiting')).toBeVisible();
  await finishedReply(page);
  await expect(lastReply(page)).toContainText('You asked: Are you there?');
  expect(askedSince(before)).toHaveLength(2);
});

test('a rate limit that ends soon is waited for', async () => {
  const { page } = running;
  await newChat(page);
  server.script(chatPath, { kind: 'status', status: 429, headers: { 'retry-after': '1' } });
  await send(page, 'Short?');
  await finishedReply(page);
  await expect(lastReply(page)).toContainText('You asked: Short?');
});

test('a context too long for the model is made smaller and sent once more', async () => {
  const { page } = running;
  await newChat(page);
  const before = chatRequests(server).length;
  server.script(chatPath, contextOverflow(2_048));
  await send(page, `Remember this: ${'apple pear plum '.repeat(900)}`);
  await finishedReply(page);
  const [first, second] = askedSince(before);
  expect(askedSince(before)).toHaveLength(2);
  const lengthOf = (request: typeof first) => JSON.stringify(request?.body).length;
  expect(lengthOf(second)).toBeLessThan(lengthOf(first) / 2);
  await expect(lastReply(page)).toContainText('You asked: Remember this');
});

test('formulas, tables and code of an answer are drawn, and nothing of it loads', async () => {
  const { app, page } = running;
  await newChat(page);
  const answer = [
    'The area is \\(\\pi r^2\\), and',
    '\\[\\int_0^1 x^2\\,dx = \\frac{1}{3}\\]',
    '| Step | Who |\n| --- | --- |\n| Freeze | You |\n| Sign off | Ana |',
    '```sql\nselect 1;\n```',
    '![a picture](https://example.org/a.png)',
  ].join('\n\n');
  server.script(chatPath, chat(answer));
  await send(page, 'Show me everything');
  await finishedReply(page);
  await expect(lastReply(page).locator('math')).toHaveCount(2);
  await expect(lastReply(page).locator('math[display="block"] mfrac')).toBeVisible();
  await expect(lastReply(page).locator('td').filter({ hasText: 'Ana' })).toBeVisible();
  await expect(lastReply(page).locator('img')).toHaveCount(0);
  await pictureInBothThemes(app, page, 'rich-answer');
});

test('a server without usage counts is shown as estimated', async () => {
  const { page } = running;
  await newChat(page);
  server.script(chatPath, chatWithoutUsage());
  await send(page, 'No counts, please.');
  await finishedReply(page);
  await expect(page.getByText(catalogue.memory.estimated).first()).toBeVisible();
});

test('a server that never answers can be stopped', async () => {
  const { page } = running;
  await newChat(page);
  const before = chatRequests(server).length;
  server.script(chatPath, { kind: 'hang' });
  await send(page, 'Hello?');
  await expect.poll(() => askedSince(before).length).toBe(1);
  await page.getByTestId('stop').click();
  await finishedReply(page);
  await askedSince(before)[0]!.closed;
  await expect(lastReply(page).getByRole('button', { name: words.retry })).toBeVisible();
});
