import { expect, test } from '@playwright/test';
import {
  closeImport,
  finishedReply,
  importConversation,
  newChatOverAllChats,
  ownMessages,
  send,
} from './support/actions';
import { readConversation } from './support/conversation';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';

const dataFolder = makeDataFolder();
const conversation = readConversation();
const questions = conversation.questions.slice(0, 10);
/** Answered with the source itself, of ten: recall is not perfect, and the evaluation says how good it is. */
const leastFound = 8;
let running: Running;
const replies: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
  await importConversation(running, conversation);
  await closeImport(running.page);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

test('ten questions about an imported conversation are answered offline with their sources', async () => {
  const { page } = running;
  await newChatOverAllChats(page);
  for (const [index, { question }] of questions.entries()) {
    await send(page, question);
    // The thread shows a part of the chat only, so an answer is told by its place.
    const reply = page.locator(`[data-testid="message"][data-position="${String(2 * index + 2)}"]`);
    await expect(reply).toContainText(/\S/);
    await expect(reply).toHaveAttribute('aria-busy', 'false');
    replies.push(await reply.innerText());
  }
  const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
  const missed = questions.filter(({ source }, index) => !flat(replies[index] ?? '').includes(flat(source)));
  expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(questions.length - leastFound);
});

test('after a restart the questions, the answers and the chips under them are there again', async () => {
  await quit(running);
  running = await launch(dataFolder);
  const { page } = running;
  await finishedReply(page);
  await expect(ownMessages(page).last()).toHaveText(questions.at(-1)!.question);
  await expect(page.getByTestId('chip').first()).toBeVisible();
  const stored = await page.evaluate(async () => {
    const list = await window.engram.call('sessions.list', { cursor: null, limit: 1 });
    if (!list.ok) throw new Error(list.error.message);
    const sessionId = list.value.sessions[0]!.id;
    const messages = await window.engram.call('messages.page', {
      sessionId,
      anchor: { kind: 'newest' },
      limit: 100,
    });
    if (!messages.ok) throw new Error(messages.error.message);
    return messages.value.messages.map(({ role, state, content }) => ({ role, state, content }));
  });
  expect(stored.filter(({ role }) => role === 'user').map(({ content }) => content)).toEqual(
    questions.map(({ question }) => question),
  );
  expect(stored.filter(({ role, state }) => role === 'assistant' && state === 'done')).toHaveLength(
    questions.length,
  );
});
