import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { expect, test } from '@playwright/test';
import { ZipFile } from 'yazl';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { killAtOnce, launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { answerFileDialog, answerSaveDialog } from './support/stubs';

test.describe.configure({ mode: 'serial' });

const words = catalogue.chats.importDialog;
const exporting = catalogue.exporting;
const dataFolder = makeDataFolder();
let running: Running;

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

const message = (role: string, text: string, parent: string | null, time: number) => ({
  parent,
  message: { author: { role }, create_time: time, content: { content_type: 'text', parts: [text] } },
});

test('a ChatGPT export comes in chat by chat, what is broken is told, and its words are found', async () => {
  const { app, page } = running;
  const path = join(dataFolder, 'chatgpt.zip');
  const chat = {
    title: 'Lighthouses',
    conversation_id: 'c-1',
    create_time: 1_700_000_000,
    current_node: 'b',
    mapping: {
      a: message('user', 'Which lighthouse is the oldest?', null, 1_700_000_001),
      b: message('assistant', 'The Tower of Hercules in Galicia.', 'a', 1_700_000_002),
    },
  };
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify([chat, { mapping: 7 }])), 'conversations.json');
  zip.addBuffer(Buffer.from('{"id":"u"}'), 'user.json');
  zip.end();
  await finished(zip.outputStream.pipe(createWriteStream(path)));
  await answerFileDialog(app, path);
  await page.getByRole('button', { name: catalogue.welcome.import.action }).click();
  const row = page.getByTestId('import-row');
  await expect(row).toContainText(catalogue.main.importing.exported('ChatGPT', 1));
  await expect(row).toContainText(words.unreadable(1));
  await pictureInBothThemes(app, page, 'import-exported');
  await row.getByRole('button').click();
  await expect(row.getByRole('status')).toContainText(words.added(1, '1', '2'));
  await row
    .getByRole('button', { name: words.runNamed(catalogue.main.importing.exported('ChatGPT', 1)) })
    .click();
  await expect(row.getByRole('status')).toContainText(words.nothingAdded);
  await page.getByTestId('import-dialog').getByRole('button', { name: words.done }).click();
  await page.getByTestId('chat-list').getByText('Lighthouses').click();
  await expect(page.getByTestId('message').last()).toContainText('The Tower of Hercules in Galicia.');
});

test('a chat is exported from its menu, all of them from the settings, and what cannot be written is told', async () => {
  const { app, page } = running;
  const dialog = page.getByTestId('export-dialog');
  await page.getByTestId('chat-list').getByRole('button').first().hover();
  await page.getByRole('button', { name: catalogue.chats.actions('Lighthouses') }).click();
  await page.getByRole('menuitem', { name: exporting.action }).click();
  await expect(dialog).toContainText(exporting.what(1));
  await pictureInBothThemes(app, page, 'export');
  await answerSaveDialog(app, join(dataFolder, 'missing', 'chat.md'));
  await dialog.getByRole('button', { name: exporting.save }).click();
  await expect(dialog.getByRole('alert')).toContainText('Choose another place');
  const markdown = join(dataFolder, 'chat.md');
  await answerSaveDialog(app, markdown);
  await dialog.getByRole('button', { name: exporting.save }).click();
  await expect(page.getByTestId('export-result')).toContainText('chat.md');
  expect(readFileSync(markdown, 'utf8')).toContain('The Tower of Hercules in Galicia.');
  await dialog.getByRole('button', { name: exporting.done }).click();

  await page.getByRole('button', { name: catalogue.app.settings }).first().click();
  await page.getByRole('tab', { name: catalogue.settings.tabs.data }).click();
  await page.getByRole('button', { name: exporting.action }).click();
  await dialog.getByRole('radio', { name: exporting.formats.json }).check();
  const json = join(dataFolder, 'all.json');
  await answerSaveDialog(app, json);
  await dialog.getByRole('button', { name: exporting.save }).click();
  await expect(page.getByTestId('export-result')).toContainText(
    exporting.saved('all.json', exporting.chats(1), '2'),
  );
  const file = JSON.parse(readFileSync(json, 'utf8')) as { chats: { title: string }[] };
  expect(file.chats.map(({ title }) => title)).toEqual(['Lighthouses']);
  await dialog.getByRole('button', { name: exporting.done }).click();
  await page.getByRole('button', { name: catalogue.settings.back }).click();
});

test('an import is stopped: what was read stays, and the next one goes on from there', async () => {
  const { app, page } = running;
  const path = join(dataFolder, 'many.jsonl');
  const chat = (index: number) => ({
    messages: [
      { role: 'user', content: `Question ${String(index)} about the ${'long '.repeat(60)}harbour wall` },
      { role: 'assistant', content: `Answer ${String(index)}` },
    ],
  });
  writeFileSync(path, Array.from({ length: 3_000 }, (_, index) => JSON.stringify(chat(index))).join('\n'));
  await answerFileDialog(app, path);
  await page.getByRole('button', { name: catalogue.chats.import, exact: true }).click();
  const dialog = page.getByTestId('import-dialog');
  const row = dialog.getByTestId('import-row');
  await row.getByRole('button').click();
  await expect(row).toContainText(/[1-9][\d,]* of 3,000 chats/);
  await dialog.getByRole('button', { name: words.stop }).click();
  await expect(row.getByRole('status')).toContainText(words.stopped);
  await expect(row).toContainText(/imported already/);
  await dialog.getByRole('button', { name: words.done }).click();
});

test('an import goes on in the background, also after a kill, and what came of it is told', async () => {
  const { app, page } = running;
  const path = join(dataFolder, 'more.jsonl');
  const line = (index: number) =>
    JSON.stringify({
      messages: [{ role: 'user', content: `Entry ${String(index)} of the log of the pilots` }],
    });
  writeFileSync(path, Array.from({ length: 8_000 }, (_, index) => line(index)).join('\n'));
  await answerFileDialog(app, path);
  await page.getByRole('button', { name: catalogue.chats.import, exact: true }).click();
  const dialog = page.getByTestId('import-dialog');
  await dialog.getByTestId('import-row').getByRole('button').click();
  await dialog.getByRole('button', { name: words.inBackground }).click();
  await expect(dialog).toBeHidden();
  const strip = page.getByTestId('import-strip');
  await expect(strip).toContainText(/[1-9][\d,]* of 8,000 chats/);
  // New chats come into the list four times a second.
  await expect(async () => {
    await page.getByTestId('chat-list').getByRole('button').first().click();
    const last = page.getByTestId('message').last();
    await expect(last).toContainText('of the log of the pilots', { timeout: 1_000 });
  }).toPass();
  await killAtOnce(running);

  running = await launch(dataFolder);
  const after = running.page.getByTestId('import-strip');
  await expect(after).toContainText(/[1-9][\d,]* of 8,000 chats/);
  await pictureInBothThemes(running.app, running.page, 'import-background');
  await expect(after).toContainText(
    /more\.jsonl: [\d,]+ chats with [\d,]+ messages added\. [\d,]+ were there/,
    {
      timeout: 120_000,
    },
  );
  await pictureInBothThemes(running.app, running.page, 'import-ended');
  await after.getByRole('button', { name: catalogue.app.close }).click();
  await expect(after).toBeHidden();
});

test('what is left to embed can be paused, and goes on', async () => {
  const { app, page } = running;
  await page.getByRole('tab', { name: catalogue.memory.tabs.health }).click();
  const jobs = page.getByRole('region', { name: catalogue.memory.jobs });
  await jobs.getByRole('button', { name: catalogue.memory.pauseJobs }).click();
  await expect(jobs.getByRole('status')).toHaveText(catalogue.memory.jobsPausedHint);
  await expect(jobs.getByText(catalogue.memory.jobState.running, { exact: true })).toBeHidden();
  await pictureInBothThemes(app, page, 'jobs-paused');
  await jobs.getByRole('button', { name: catalogue.memory.continueJobs }).click();
  await expect(jobs.getByRole('button', { name: catalogue.memory.pauseJobs })).toBeVisible();
  await expect(jobs.getByText(catalogue.memory.jobCount.running(1))).toBeVisible();
});
