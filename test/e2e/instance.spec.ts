import { expect, test } from '@playwright/test';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { firstView, launch, quit } from './support/launch';
import { runToEnd } from './support/second-process';

const dataFolder = makeDataFolder();
let running: Running;

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

test('a second start on the same data raises the first window and ends with 0', async () => {
  await running.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    const raised: string[] = [];
    Object.assign(globalThis, { raised });
    // Without a window manager a window is never minimised, so it says it is, and its answers are counted.
    Object.assign(window, {
      isMinimized: () => true,
      restore: () => raised.push('restored'),
      focus: () => raised.push('focused'),
    });
  });
  const second = await runToEnd(dataFolder);
  expect(second.code).toBe(0);
  const raised = await running.app.evaluate(() => (globalThis as unknown as { raised: string[] }).raised);
  expect(raised).toEqual(['restored', 'focused']);
  await expect(firstView(running.page)).toBeVisible();
});

test('a start on other data is not a second start', async () => {
  const otherFolder = makeDataFolder();
  const other = await launch(otherFolder);
  await quit(other);
  removeDataFolder(otherFolder);
});
