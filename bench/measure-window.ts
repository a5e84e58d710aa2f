import type { Locator, Page } from '@playwright/test';
import { catalogue } from '../src/shared/catalogue/catalogue';
import type { Running } from '../test/e2e/support/launch';

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

/** Turns the wheel upwards over the open chat, once a frame. */
export async function scrollUp(page: Page, times: number): Promise<void> {
  await page.getByRole('log').hover();
  for (let turn = 0; turn < times; turn += 1) {
    await page.mouse.wheel(0, -1_200);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  }
}

/** The chats of the list, the largest first. */
function chatRows(page: Page): Locator {
  return page.getByTestId('chat-list').getByRole('button', { name: /largest|Synthetic/ });
}

/** Opens the largest chat and waits until its messages are drawn. */
export async function openLargest(page: Page): Promise<void> {
  await chatRows(page).first().click();
  await page.getByRole('heading', { level: 1, name: /largest/ }).waitFor();
  await page.getByTestId('message').first().waitFor();
}

/** Opens the first chat of the list, scrolls up through it, searches letter by letter, and opens a hit. */
export async function measureWindow(running: Running): Promise<readonly WindowStep[]> {
  const { page } = running;
  await watch(running);
  const steps: WindowStep[] = [];
  const done = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    steps.push(await step(running, name, work));
  };
  await done('open another chat', async () => {
    await chatRows(page).nth(4).click();
    await page.getByTestId('message').first().waitFor();
  });
  await done('open the largest chat', () => openLargest(page));
  await done('scroll up 120 times', () => scrollUp(page, 120));
  await page.getByTestId('open-search').click();
  const field = page.getByTestId('search-field');
  // A small corpus does not hold every word.
  const answer = page.getByText(/hits? in \d+ chats?/).or(page.getByText(catalogue.search.noHits));
  const hits = page.getByTestId('message-hit').first();
  for (const letters of ['w', 'wi', 'win', 'winter', 'winter ga']) {
    await done(`search “${letters}”`, async () => {
      await field.fill(letters);
      await answer.waitFor();
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
