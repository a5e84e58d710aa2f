import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import type { CallInput, CallName, CallOutput } from '../../../src/shared/contract/calls';
import type { OpenAiServer, SeenRequest } from '../../openai-server/server';

/** Makes a call as the page's own code does; an error is thrown with its message. */
export async function call<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await page.evaluate(
    async ([calledName, calledInput]) => window.engram.call(calledName, calledInput as never),
    [name, input] as const,
  );
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as CallOutput<Name>;
}

/** Makes a server of the test the one that answers; through calls, since one test does it by hand. */
export async function useServer(page: Page, server: OpenAiServer, key: string): Promise<string> {
  const { id } = await call(page, 'providers.save', { name: 'Test server', baseUrl: server.url });
  await call(page, 'providers.setKey', { id, key });
  await call(page, 'settings.set', { chatModel: { providerId: id, model: 'test-chat' } });
  return id;
}

/** Opens a new chat. */
export async function newChat(page: Page): Promise<void> {
  const thread = page.getByTestId('thread');
  // An empty chat may be open already: words meant for the new one must not be written there.
  const before = (await thread.count()) === 0 ? null : await thread.getAttribute('data-session-id');
  const first = page.getByRole('button', { name: catalogue.welcome.newChat, exact: true });
  await first
    .or(page.getByRole('button', { name: catalogue.chats.newChat, exact: true }))
    .first()
    .click();
  await expect(thread).toContainText(catalogue.thread.empty);
  if (before !== null) await expect(thread).not.toHaveAttribute('data-session-id', before);
}

/** The last reply in view. */
export function lastReply(page: Page): Locator {
  return page.getByTestId('message').and(page.locator('[data-role="assistant"]')).last();
}

/** The requests for answers so far. */
export function chatRequests(server: OpenAiServer): readonly SeenRequest[] {
  return server.requests.filter(({ path }) => path === '/v1/chat/completions');
}

/** The messages a request for an answer was sent with. */
export function sentMessages(
  request: SeenRequest | undefined,
): readonly { readonly role: string; readonly content: string }[] {
  return (request?.body as { messages: { role: string; content: string }[] } | undefined)?.messages ?? [];
}
