import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { finishedReply, newChatOverAllChats, readChats, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, lastReply } from './support/server';

const { memory, thread } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
  const { page } = running;
  await page.getByTestId('welcome-sample').getByRole('button').click();
  await expect
    .poll(async () => {
      const [sample] = await readChats(page);
      return (await call(page, 'memory.summaries', { sessionId: sample!.id })).some(({ current }) => current);
    })
    .toBe(true);
  await page.getByTestId('suggestion').first().click();
  await finishedReply(page);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

const chip = (): Locator => lastReply(running.page).getByTestId('chip').first();
const peek = (): Locator => running.page.getByTestId('peek');

test('resting on a chip shows its source beside the answer, and moves nothing', async () => {
  const { app, page } = running;
  const log = page.getByRole('log');
  const top = () => log.evaluate((element) => element.scrollTop);
  await chip().scrollIntoViewIfNeeded();
  const before = await top();
  await chip().hover();
  await expect(peek()).toContainText('allergic to hazelnuts');
  await expect(peek()).toContainText(thread.peek.rank(1));
  await expect(peek()).toContainText(thread.peek.folded(1, 4));
  await expect(peek()).toContainText(/are in summary v\d/);
  await expect(chip()).toBeInViewport();
  expect(await top()).toBe(before);
  await page.getByTestId('composer').hover();
  await expect(peek()).toHaveCount(0);
  expect(await top()).toBe(before);
  await chip().hover();
  await expect(peek()).toBeVisible();
  await pictureInBothThemes(app, page, 'peek');
  await page.getByTestId('composer').hover();
  await expect(peek()).toHaveCount(0);
});

test('by keyboard Enter pins the source, Esc lets go of it and gives the focus back', async () => {
  const { page } = running;
  await chip().focus();
  await page.keyboard.press('Enter');
  await expect(peek()).toHaveAttribute('data-pinned', 'true');
  await expect(peek().getByRole('button', { name: thread.peek.go })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(peek()).toHaveCount(0);
  await expect(chip()).toBeFocused();
  await page.keyboard.press('Enter');
  await peek().getByRole('button', { name: thread.peek.go }).press('Enter');
  await expect(page.locator('[data-flash="true"]')).toContainText('hazelnuts');
  await expect(peek()).toHaveCount(0);
});

test('an answer lights up its sources, and a source the answers that used it', async () => {
  const { page } = running;
  await page.getByRole('button', { name: thread.toNewest }).click();
  await page.getByRole('tab', { name: memory.tabs.context, exact: true }).click();
  const reply = lastReply(page);
  await reply.locator('p').last().hover();
  const count = await reply.getByTestId('chip').count();
  await expect(reply.locator('[data-testid="chip"][data-lit="true"]')).toHaveCount(count);
  await expect(page.locator('button[data-kind="recalled"][data-lit="true"]')).toHaveCount(count);
  await page.getByTestId('composer').hover();
  await expect(page.locator('[data-testid="chip"][data-lit="true"]')).toHaveCount(0);
});

test('an answer is given again without one of the messages it was given, beside the first', async () => {
  const { page } = running;
  const [sample] = await readChats(page);
  const recalledNow = async () => {
    const snapshot = await call(page, 'memory.snapshot', { sessionId: sample!.id, turnId: null });
    const blocks = snapshot?.blocks.filter(({ kind }) => kind === 'recalled') ?? [];
    return { turnId: snapshot?.turnId, sources: blocks.flatMap(({ sources }) => sources) };
  };
  const before = await recalledNow();
  const first = page.locator('button[data-kind="recalled"]').first();
  const quote = (await first.textContent()) ?? '';
  await first.click();
  await page.getByRole('button', { name: memory.askWithout }).click();
  await expect(lastReply(page).getByTestId('versions')).toContainText(catalogue.history.count(2, 2));
  await finishedReply(page);
  await expect.poll(async () => (await recalledNow()).turnId).not.toBe(before.turnId);
  const { sources } = await recalledNow();
  expect(sources).not.toContain(before.sources[0]);
  expect(sources.length).toBeGreaterThan(0);
  // The first answer still stands beside it, with what it was given.
  await lastReply(page).getByRole('button', { name: catalogue.history.earlier }).click();
  await expect(lastReply(page).getByTestId('versions')).toContainText(catalogue.history.count(1, 2));
  await expect(first).toHaveText(quote);
});

test('it is given again without the summary, and says what was left out', async () => {
  const { page } = running;
  const summary = page.locator('button[data-kind="summary"]').first();
  await summary.click();
  await page.getByRole('button', { name: memory.askWithout }).click();
  await finishedReply(page);
  await expect(page.getByText(/^Summary was left out, as you asked/u)).toBeVisible();
  await expect(summary).toHaveCount(0);
});

test('near misses are told under the answer and explained in the Recall tab', async () => {
  const { page } = running;
  const { settings } = await call(page, 'app.start', {});
  await call(page, 'settings.set', { budgets: { ...settings.budgets, retrievalTopK: 1 } });
  await send(page, 'Who carries an injector because of hazelnuts?');
  await finishedReply(page);
  const misses = lastReply(page).getByRole('button', { name: /near miss/ });
  await expect(misses).toBeVisible();
  await misses.click();
  await expect(page.getByRole('heading', { name: memory.nearMisses })).toBeVisible();
  await page.getByRole('tab', { name: memory.tabs.context, exact: true }).click();
});

test('a source in another chat is shown beside the answer too', async () => {
  const { page } = running;
  await newChatOverAllChats(page);
  await send(page, 'Who must not eat hazelnuts?');
  await finishedReply(page);
  await chip().hover();
  await expect(peek()).toContainText('Moving to Porto');
  await expect(peek()).toContainText(thread.peek.rank(1));
  await page.getByTestId('composer').hover();
  await expect(peek()).toHaveCount(0);
});
