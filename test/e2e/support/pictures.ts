import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { projectFolder } from './launch';

/** The documents show our own conversation, never one of an evaluation, whose licence may forbid it. */
const isForDocuments =
  process.env['ENGRAM_UPDATE_SCREENSHOTS'] === '1' && process.env['ENGRAM_EVAL_FILE'] === undefined;

/** Where pictures go: always to the results, to the documents when that is asked for. */
const folders = [
  join(projectFolder, 'test-results/screenshots'),
  ...(isForDocuments ? [join(projectFolder, 'docs/screenshots')] : []),
];

/** Takes one picture of the page and lets axe look at the same state. */
export async function picture(page: Page, name: string): Promise<void> {
  const image = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.png`), image);
  }
  await expectAccessible(page);
}

/** Takes the picture in the light and in the dark theme, and returns to the theme of before. */
export async function pictureInBothThemes(app: ElectronApplication, page: Page, name: string): Promise<void> {
  const before = await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(app, page, theme);
    await picture(page, `${name}-${theme}`);
  }
  await app.evaluate(({ nativeTheme }, theme) => (nativeTheme.themeSource = theme), before);
}

/** Switches the theme and waits until the page has it. */
async function useTheme(app: ElectronApplication, page: Page, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, chosen) => (nativeTheme.themeSource = chosen), theme);
  await expect
    .poll(() => page.evaluate((chosen) => matchMedia(`(prefers-color-scheme: ${chosen})`).matches, theme))
    .toBe(true);
}
