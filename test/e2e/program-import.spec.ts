import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { answerFileDialog } from './support/stubs';

const words = catalogue.chats.importDialog;
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
  const path = join(dataFolder, 'conversations.json');
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
  writeFileSync(path, JSON.stringify([chat, { mapping: 7 }]));
  await answerFileDialog(app, path);
  await page.getByRole('button', { name: catalogue.welcome.import.action }).click();
  const row = page.getByTestId('import-row');
  await expect(row).toContainText(catalogue.main.importing.exported('ChatGPT', 1));
  await expect(row).toContainText(words.unreadable(1));
  await pictureInBothThemes(app, page, 'import-exported');
  await row.getByRole('button').click();
  await expect(row.getByRole('status')).toContainText(words.added(1, '2'));
  await row
    .getByRole('button', { name: words.runNamed(catalogue.main.importing.exported('ChatGPT', 1)) })
    .click();
  await expect(row.getByRole('status')).toContainText(words.nothingAdded);
  await page.getByTestId('import-dialog').getByRole('button', { name: words.done }).click();
  await page.getByTestId('chat-list').getByText('Lighthouses').click();
  await expect(page.getByTestId('message').last()).toContainText('The Tower of Hercules in Galicia.');
});
