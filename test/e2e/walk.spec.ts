import { expect, test } from '@playwright/test';
import {
  closeImport,
  finishedReply,
  importConversation,
  newChatOverAllChats,
  ownMessages,
  readChats,
  send,
} from './support/actions';
import { readConversation } from './support/conversation';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { killAtOnce, launch, quit } from './support/launch';

const dataFolder = makeDataFolder();
const conversation = readConversation();
const [asked, askedLater] = conversation.questions;
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

test('a conversation is imported from the interface, a chat for each of its sessions', async () => {
  await importConversation(running, conversation);
  await closeImport(running.page);
  const chats = await readChats(running.page);
  expect(chats).toHaveLength(conversation.sessionCount);
  expect(chats.reduce((sum, chat) => sum + chat.messageCount, 0)).toBe(conversation.messageCount);
  await expect(running.page.getByTestId('chat-list').getByRole('button').first()).toBeVisible();
});

test('a question in a new chat is answered with the source, quoted', async () => {
  const { page } = running;
  await newChatOverAllChats(page);
  await send(page, asked!.question);
  await expect(ownMessages(page)).toHaveText([asked!.question]);
  const reply = await finishedReply(page);
  await expect(reply).toContainText(asked!.source);
});

test('a chip under the answer leads to the source in its own chat', async () => {
  const { page } = running;
  const sourceId = await messageIdOf(asked!.source);
  await page.locator(`[data-testid="chip"][data-message-id="${sourceId}"]`).click();
  const source = page.locator(`[data-testid="message"][data-message-id="${sourceId}"]`);
  await expect(source).toHaveAttribute('data-flash', 'true');
  await expect(source).toBeInViewport();
  await expect(source).toContainText(asked!.source);
});

test('after quitting and starting again everything is there', async () => {
  const before = await readChats(running.page);
  await quit(running);
  running = await launch(dataFolder);
  const { page } = running;
  expect(await readChats(page)).toEqual(before);
  await expect(ownMessages(page)).toHaveText([asked!.question]);
  await expect(await finishedReply(page)).toContainText(asked!.source);
  await expect(page.getByTestId('chip').first()).toBeVisible();
});

test('a kill in the middle of an answer loses nothing that was said', async () => {
  await send(running.page, askedLater!.question);
  await expect(ownMessages(running.page)).toHaveText([asked!.question, askedLater!.question]);
  const before = await readChats(running.page);
  await killAtOnce(running);
  running = await launch(dataFolder);
  const { page } = running;
  await expect(ownMessages(page)).toHaveText([asked!.question, askedLater!.question]);
  expect(await readChats(page)).toEqual(before);
  await finishedReply(page);
});

test('after the kill the chat goes on', async () => {
  const { page } = running;
  await send(page, asked!.question);
  await expect(ownMessages(page)).toHaveCount(3);
  await expect(await finishedReply(page)).toContainText(asked!.source);
});

/** The id of a message by its words, from the program's own search. */
async function messageIdOf(text: string): Promise<string> {
  const reply = await running.page.evaluate(
    (query) => window.engram.call('messages.search', { query, sessionId: null, limit: 20 }),
    text,
  );
  if (!reply.ok) throw new Error(reply.error.message);
  const imported = reply.value.filter((hit) => hit.author !== null);
  expect(imported.length).toBeGreaterThan(0);
  return imported[0]!.messageId;
}
