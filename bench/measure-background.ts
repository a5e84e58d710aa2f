import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeImport, importConversation } from '../test/e2e/support/actions';
import type { Running } from '../test/e2e/support/launch';
import { call } from '../test/e2e/support/server';
import { createRandom, sentence } from './synthetic-chats';

/** How much later than due main came to a task of every 5 ms, in ms, while background work went on for so many seconds. */
export interface MainDelay {
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly longest: number;
}

const everyMs = 5;
const pollMs = 500;

/** One chat of so many messages, as a file that is imported. */
async function writeChat(path: string, messages: number) {
  const random = createRandom(11);
  const turns = Array.from({ length: messages }, (_, index) => ({
    speaker: index % 2 === 0 ? 'Ana' : 'Ben',
    dia_id: `D1:${String(index + 1)}`,
    text: sentence(random, 8 + Math.floor(random() * 30)),
  }));
  const session = { session_1_date_time: '1:00 pm on 1 May, 2023', session_1: turns };
  const conversation = { speaker_a: 'Ana', speaker_b: 'Ben', ...session };
  await writeFile(path, JSON.stringify([{ sample_id: 'background', qa: [], conversation }]));
  const speakers = ['Ana', 'Ben'] as const;
  return { path, speakers, sessionCount: 1, messageCount: messages, questions: [] };
}

/** Imports a chat and waits until it is embedded and summarised, with no model connected; notes how late main was meanwhile. */
export async function measureBackground(running: Running, messages: number): Promise<MainDelay> {
  const { app, page } = running;
  const path = join(tmpdir(), `engram-background-${String(process.pid)}.json`);
  const conversation = await writeChat(path, messages);
  await app.evaluate((_electron, every) => {
    const delays: number[] = [];
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      delays.push(Math.max(0, now - last - every));
      last = now;
    }, every);
    Object.assign(globalThis, { delayWatch: { delays, timer } });
  }, everyMs);
  const start = performance.now();
  await importConversation(running, conversation);
  await closeImport(page);
  for (;;) {
    const { counts } = await call(page, 'memory.jobsState', {});
    if (counts.running + counts.waiting === 0) break;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  const seconds = (performance.now() - start) / 1_000;
  const delays = await app.evaluate(() => {
    const { delayWatch } = globalThis as unknown as {
      delayWatch: { delays: number[]; timer: NodeJS.Timeout };
    };
    clearInterval(delayWatch.timer);
    return delayWatch.delays;
  });
  await rm(path, { force: true });
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  return { seconds, p50: at(0.5), p99: at(0.99), p999: at(0.999), longest: sorted.at(-1) ?? NaN };
}
