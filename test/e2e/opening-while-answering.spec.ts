import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { createHeldReply } from '../openai-server/held-reply';
import { startOpenAiServer, type OpenAiServer } from '../openai-server/server';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { call, newChat, useServer } from './support/server';

const dataFolder = makeDataFolder();
let running: Running;
let server: OpenAiServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startOpenAiServer();
  running = await launch(dataFolder);
  await useServer(running.page, server, 'sk-opening-0001');
});

test.afterAll(async () => {
  await quit(running);
  await server.close();
  removeDataFolder(dataFolder);
});

/** How far the end of the thread is below what is in view, in pixels. */
function distanceToEnd(page: Page): Promise<number> {
  return page
    .getByRole('log')
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) =>
      Math.round(scrollHeight - scrollTop - clientHeight),
    );
}

/** Streams lines until it is told to stop, a hundred a second. */
function streamLines(held: ReturnType<typeof createHeldReply>): () => Promise<void> {
  const ending = new AbortController();
  const streamed = (async () => {
    for (let line = 0; !ending.signal.aborted; line += 1) {
      await held.send(`Line ${String(line)} of the tides\n\n`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  return async () => {
    ending.abort();
    await streamed;
  };
}

test('whoever scrolls up at once in a chat that is being answered stays there', async () => {
  const { page } = running;
  await newChat(page);
  await send(page, 'A short one');
  await finishedReply(page);
  await newChat(page);
  const held = createHeldReply();
  server.script('/v1/chat/completions', held.behaviour);
  await send(page, 'Tell me everything');
  await held.begun;
  const stop = streamLines(held);
  await expect(page.getByTestId('thread')).toContainText('Line 120 of');
  const { sessions } = await call(page, 'sessions.list', { cursor: null, limit: 5 });
  const titles = sessions.map(({ title }) => title);
  await page.getByRole('log').hover();
  await page.evaluate(async (names) => {
    const row = (name: string) =>
      document.querySelector<HTMLElement>(`[data-testid="chat-list"] button[title="${CSS.escape(name)}"]`);
    const frames = async (count: number): Promise<void> => {
      for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
    };
    row(names[1] ?? '')?.click();
    await frames(20);
    row(names[0] ?? '')?.click();
    // As soon as it is seen.
    await frames(6);
  }, titles);
  const distances: number[] = [await distanceToEnd(page)];
  await page.mouse.wheel(0, -800);
  for (let look = 0; look < 10; look += 1) {
    await page.waitForTimeout(120);
    distances.push(await distanceToEnd(page));
  }
  await stop();
  await held.finish();
  // Followed to the end first, give or take what came with the last frame, and then further from it with each line.
  expect(distances[0]).toBeLessThan(400);
  for (const distance of distances.slice(1)) expect(distance).toBeGreaterThan(500);
  await finishedReply(page);
});
