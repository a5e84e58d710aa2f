import type { Page } from '@playwright/test';
import { send } from '../test/e2e/support/actions';
import type { Running } from '../test/e2e/support/launch';
import { call, newChat, useServer } from '../test/e2e/support/server';
import { createHeldReply } from '../test/openai-server/held-reply';
import { startOpenAiServer } from '../test/openai-server/server';
import { measureFrames, type Frames } from './measure-frames';

/** One thing a user does: how long it took, and the longest that the page and main were held meanwhile, in ms. */
export interface WindowStep {
  readonly name: string;
  readonly ms: number;
  readonly heldPage: number | null;
  readonly heldMain: number | null;
}

interface Watch {
  longest: number;
}

/** Notes in main and in the page how long each was held, until it is read. */
async function watch({ app, page }: Running): Promise<void> {
  await app.evaluate(() => {
    const watched: Watch = { longest: 0 };
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      watched.longest = Math.max(watched.longest, now - last - 5);
      last = now;
    }, 5);
    Object.assign(globalThis, { heldWatch: watched });
  });
  await page.evaluate(() => {
    const watched: Watch = { longest: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.longest = Math.max(watched.longest, entry.duration);
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { heldWatch: watched });
  });
}

function readHeld(): number {
  const { heldWatch } = globalThis as unknown as { heldWatch: Watch };
  const { longest } = heldWatch;
  heldWatch.longest = 0;
  return longest;
}

async function step(running: Running, name: string, work: () => Promise<unknown>): Promise<WindowStep> {
  await running.app.evaluate(readHeld);
  await running.page.evaluate(readHeld);
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  return {
    name,
    ms,
    heldPage: await running.page.evaluate(readHeld),
    heldMain: await running.app.evaluate(readHeld),
  };
}

async function scroll(page: Page, times: number): Promise<void> {
  await page.getByRole('log').hover();
  for (let turn = 0; turn < times; turn += 1) {
    await page.mouse.wheel(0, -1_200);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  }
}

/** What a process of the program holds, in megabytes. */
export interface ProcessMemory {
  readonly name: string;
  readonly megabytes: number;
}

/** What each process of the program holds in memory now. */
export function measureMemory({ app }: Running): Promise<readonly ProcessMemory[]> {
  return app.evaluate(({ app: program }) =>
    program.getAppMetrics().map(({ type, name, memory }) => ({
      name: name ?? type,
      megabytes: memory.workingSetSize / 1024,
    })),
  );
}

/** What holds the memory of main, as the program itself tells it, in megabytes. */
export async function measureHolders({ page }: Running): Promise<readonly ProcessMemory[]> {
  const { holders } = await call(page, 'memory.registry', {});
  return Object.entries(holders).map(([name, bytes]) => ({ name, megabytes: bytes / 1024 ** 2 }));
}

/** Frames while the largest chat is scrolled, and while an answer of two hundred tokens a second streams in. */
export async function measureSmoothness({ page }: Running): Promise<readonly Frames[]> {
  const scrolling = await measureFrames(page, 'scrolling', () => scroll(page, 120));
  const server = await startOpenAiServer();
  await useServer(page, server, 'sk-bench');
  await newChat(page);
  const held = createHeldReply();
  server.script('/v1/chat/completions', held.behaviour);
  await send(page, 'Tell me a long story.');
  await held.begun;
  const streaming = await measureFrames(page, 'streaming', async () => {
    const until = performance.now() + 5_000;
    for (let token = 0; performance.now() < until; token += 1) {
      await held.send(token % 40 === 39 ? ' end.\n\n' : ' word');
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  });
  await held.finish();
  await server.close();
  return [scrolling, streaming];
}

/** Opens the first chat of the list, scrolls up through it, searches letter by letter, and opens a hit. */
export async function measureWindow(running: Running): Promise<readonly WindowStep[]> {
  const { page } = running;
  await watch(running);
  const rows = page.getByTestId('chat-list').getByRole('button', { name: /largest|Synthetic/ });
  const steps: WindowStep[] = [];
  const done = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    steps.push(await step(running, name, work));
  };
  await done('open another chat', async () => {
    await rows.nth(4).click();
    await page.getByTestId('message').first().waitFor();
  });
  await done('open the largest chat', async () => {
    await rows.first().click();
    await page.getByRole('heading', { level: 1, name: /largest/ }).waitFor();
    await page.getByTestId('message').first().waitFor();
  });
  await done('scroll up 120 times', () => scroll(page, 120));
  await page.getByTestId('open-search').click();
  const field = page.getByTestId('search-field');
  const hits = page.getByTestId('message-hit').first();
  for (const letters of ['w', 'wi', 'win', 'winter', 'winter ga']) {
    await done(`search “${letters}”`, async () => {
      await field.fill(letters);
      await page.getByText(/hits? in \d+ chats?/).waitFor();
    });
  }
  await field.fill('wi');
  await hits.waitFor();
  await done('open a hit', async () => {
    await hits.click();
    await page.locator('[data-flash="true"]').waitFor();
  });
  return steps;
}
