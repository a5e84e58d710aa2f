import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import type { Session } from '../../../src/shared/model/session';
import type { Conversation } from './conversation';
import type { Running } from './launch';
import { answerFileDialog } from './stubs';

const { chats, thread } = catalogue;

/** Imports a conversation as a user does: the button, the file dialog (answered), the row, the result. */
export async function importConversation({ app, page }: Running, conversation: Conversation): Promise<void> {
  await answerFileDialog(app, conversation.path);
  const first = page.getByRole('button', { name: catalogue.welcome.import.action });
  await first.or(page.getByRole('button', { name: chats.import, exact: true })).click();
  const row = page.getByTestId('import-row').first();
  await expect(row).toContainText(conversation.speakers[0]);
  await row.getByRole('button').click();
  const result = row.getByRole('status');
  await expect(result).toContainText(
    chats.importDialog.added(
      conversation.sessionCount,
      String(conversation.sessionCount),
      conversation.messageCount.toLocaleString('en-GB'),
    ),
    { timeout: 60_000 },
  );
}

/** Closes the import's dialog. */
export async function closeImport(page: Page): Promise<void> {
  await page.getByTestId('import-dialog').getByRole('button', { name: chats.importDialog.done }).click();
  await expect(page.getByTestId('import-dialog')).toBeHidden();
}

/** Goes from the import's result to the newest chat it added. */
export async function openImported(page: Page): Promise<void> {
  await page.getByTestId('import-dialog').getByRole('button', { name: chats.importDialog.open }).click();
  await expect(page.getByTestId('import-dialog')).toBeHidden();
  await expect(page.getByTestId('message').first()).toBeVisible();
}

/** Opens a new chat and lets its recall look into all chats. */
export async function newChatOverAllChats(page: Page): Promise<void> {
  await page.getByRole('button', { name: chats.newChat, exact: true }).first().click();
  await expect(page.getByTestId('thread')).toContainText(thread.empty);
  await page.getByRole('button', { name: thread.scope.session }).click();
  await page.getByRole('menuitemradio', { name: thread.scope.user }).click();
  await expect(page.getByRole('button', { name: thread.scope.user })).toBeVisible();
}

/** Writes a message and sends it. */
export async function send(page: Page, text: string): Promise<void> {
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('send').click();
}

/** Opens the search and types; the answer is there when this ends. */
export async function searchFor(page: Page, text: string): Promise<void> {
  if (!(await page.getByTestId('search').isVisible())) await page.getByTestId('open-search').click();
  await page.getByTestId('search-field').fill(text);
  await expect(page.getByTestId('search').getByRole('status').first()).toHaveText(/hit/);
}

/** Closes the search. */
export async function closeSearch(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('search')).toBeHidden();
}

/** The last reply, once it is complete. */
export async function finishedReply(page: Page): Promise<Locator> {
  const reply = page.getByTestId('message').and(page.locator('[data-role="assistant"]')).last();
  await expect(page.getByTestId('send')).toBeVisible();
  await expect(reply).toHaveAttribute('aria-busy', 'false');
  return reply;
}

/** The user's messages in view. */
export function ownMessages(page: Page): Locator {
  return page.getByTestId('message').and(page.locator('[data-role="user"]'));
}

/** All chats as the program itself counts them, newest first. */
export async function readChats(
  page: Page,
): Promise<readonly Pick<Session, 'id' | 'title' | 'messageCount'>[]> {
  const reply = await page.evaluate(() => window.engram.call('sessions.list', { cursor: null, limit: 500 }));
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.sessions.map(({ id, title, messageCount }) => ({ id, title, messageCount }));
}
