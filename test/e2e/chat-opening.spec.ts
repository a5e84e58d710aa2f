import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { closeImport, importConversation } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';

const dataFolder = makeDataFolder();
const LONG = 150;
let running: Running;

test.describe.configure({ mode: 'serial' });

/** Two chats, the first of more messages than a window begins with, of one to thirty sentences each. */
function writeConversation(): Parameters<typeof importConversation>[1] {
  const turn = (session: number, index: number) => ({
    speaker: index % 2 === 0 ? 'Ana' : 'Ben',
    dia_id: `D${String(session)}:${String(index + 1)}`,
    text: `Number ${String(index + 1)}. ${'The tide was low and the boats lay dry. '.repeat(((index * 7) % 30) + 1)}`,
  });
  const conversation = {
    speaker_a: 'Ana',
    speaker_b: 'Ben',
    session_1_date_time: '1:00 pm on 1 May, 2023',
    session_1: Array.from({ length: LONG }, (_, index) => turn(1, index)),
    session_2_date_time: '1:00 pm on 2 May, 2023',
    session_2: [turn(2, 0), turn(2, 1)],
  };
  const path = join(dataFolder, 'long.json');
  writeFileSync(path, JSON.stringify([{ sample_id: 'long', qa: [], conversation }]));
  return { path, speakers: ['Ana', 'Ben'], sessionCount: 2, messageCount: LONG + 2, questions: [] };
}

test.beforeAll(async () => {
  running = await launch(dataFolder);
  await importConversation(running, writeConversation());
  await closeImport(running.page);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

/** Opens a chat, and tells of each frame from the first that shows messages: where one of them stands in view, whether it is drawn. */
function framesOfOpening(position: number, marker: string): Promise<readonly string[]> {
  const { page } = running;
  return page.evaluate(
    async ([index, text]) => {
      const rows = document.querySelectorAll<HTMLElement>('[data-testid="chat-list"] button[title]');
      rows[Number(index)]?.click();
      const seen: string[] = [];
      for (let frame = 0; frame < 90; frame += 1) {
        await new Promise(requestAnimationFrame);
        const list = document.querySelector('[data-testid="thread"]');
        const messages = [...(list?.querySelectorAll<HTMLElement>('[data-item-message]') ?? [])];
        if (list === null || messages.length === 0) continue;
        const marked = messages.find((message) => message.textContent.includes(text ?? ''));
        const { top } = list.getBoundingClientRect();
        seen.push(
          marked === undefined
            ? 'elsewhere'
            : `${getComputedStyle(marked).visibility} at ${String(Math.round(marked.getBoundingClientRect().top - top))}`,
        );
      }
      return seen;
    },
    [String(position), marker],
  );
}

/** The first message in view: its number. */
function firstInView(): Promise<string> {
  return running.page.evaluate(() => {
    const list = document.querySelector('[data-testid="thread"]');
    const top = list?.getBoundingClientRect().top ?? 0;
    const first = [...(list?.querySelectorAll('[data-item-message]') ?? [])].find(
      (message) => message.getBoundingClientRect().bottom > top + 1,
    );
    return /Number \d+\./.exec(first?.textContent ?? '')?.[0] ?? '';
  });
}

test('a long chat is drawn at its end at once: nothing is hidden first, and nothing moves', async () => {
  await framesOfOpening(0, 'Number 2.');
  const frames = await framesOfOpening(1, `Number ${String(LONG)}.`);
  expect(frames.length).toBeGreaterThan(30);
  expect(new Set(frames).size).toBe(1);
  expect(frames[0]).toMatch(/^visible/);
  await expect(running.page.getByTestId('message').last()).toBeInViewport();
});

test('where it was left it is drawn again at once', async () => {
  const { page } = running;
  const end = await firstInView();
  await page.getByRole('log').hover();
  await expect(async () => {
    await page.mouse.wheel(0, -2_500);
    await expect.poll(firstInView, { timeout: 500 }).not.toBe(end);
  }).toPass();
  // Earlier messages are read meanwhile; the place is noted with the last scroll.
  await expect(page.getByTestId('message').last()).not.toBeInViewport();
  await framesOfOpening(1, 'nothing');
  const left = await firstInView();
  await framesOfOpening(0, 'Number 2.');
  const frames = await framesOfOpening(1, left);
  expect(frames.length).toBeGreaterThan(30);
  // What stands above is measured in the first frame.
  expect(new Set(frames.slice(1)).size).toBe(1);
  expect(frames[0]).toMatch(/^visible/);
  expect(await firstInView()).toBe(left);
});

/** Opens the long chat while the window is hidden, for longer than a list takes to come to rest where it is seen, and shows the window. */
async function openHidden(): Promise<void> {
  const { app, page } = running;
  await framesOfOpening(0, 'Number 2.');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await page.evaluate(async () => {
    const chats = document.querySelectorAll<HTMLElement>('[data-testid="chat-list"] button[title]');
    chats[1]?.click();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
}

test('opened while the window is hidden, it stands where it is to open once it is shown', async () => {
  const { page } = running;
  const left = await firstInView();
  await openHidden();
  await expect.poll(firstInView).toBe(left);
  await page.getByRole('button', { name: catalogue.thread.toNewest }).click();
  await expect(page.getByTestId('message').last()).toBeInViewport();
  await openHidden();
  await expect(page.getByTestId('message').last()).toBeInViewport();
  await expect(page.getByTestId('message').last()).toContainText(`Number ${String(LONG)}.`);
});
