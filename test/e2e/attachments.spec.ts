import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { longPasteCharacters } from '../../src/shared/model/attachment';
import { expectAccessible } from './support/accessibility';
import { finishedReply, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { newChat } from './support/server';

const { files, thread } = catalogue;
const dataFolder = makeDataFolder();
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

/** A log of many lines, one of which matters. */
function harbourLog(lines: number): string {
  return Array.from({ length: lines }, (_, index) =>
    index === Math.floor(lines / 2)
      ? 'The pilot boat is called Marisol and has a red hull.'
      : `Entry ${String(index)}: nothing to report, calm sea.`,
  ).join('\n');
}

async function toTop(page: Page): Promise<void> {
  await page.getByTestId('thread').hover();
  await page.mouse.wheel(0, -40_000);
}

test('a text file is attached, outlives a restart, and goes with the next message', async () => {
  const { page } = running;
  await newChat(page);
  await page.getByTestId('attach-input').setInputFiles([
    { name: 'harbour.log', mimeType: 'text/plain', buffer: Buffer.from(harbourLog(1_200)) },
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0x00, 0x10]) },
  ]);
  await expect(page.getByTestId('draft-file')).toHaveText([/harbour\.log/]);
  await expect(page.getByRole('alert')).toContainText(files.notText('photo.jpg'));
  await page.getByTestId('composer').fill('Here is the log of the harbour');
  await quit(running);
  running = await launch(dataFolder);
  const { page: again } = running;
  await expect(again.getByTestId('draft-file')).toHaveText([/harbour\.log/]);
  await expect(again.getByTestId('composer')).toHaveValue('Here is the log of the harbour');
  await expectAccessible(again);
  await again.getByTestId('send').click();
  await finishedReply(again);
  // Offline, the answer quotes what it finds in the file: its row is above.
  await toTop(again);
  await expect(again.getByTestId('file-row')).toContainText('harbour.log');
  await expect(again.getByTestId('draft-file')).toHaveCount(0);
});

test('its text is shown on a click, and what matters in it is recalled under its name', async () => {
  const { page, app } = running;
  await page.getByRole('button', { name: files.show('harbour.log') }).click();
  await expect(page.getByTestId('file-part').first()).toContainText('Entry 0: nothing to report');
  await pictureInBothThemes(app, page, 'attachments-open');
  await page.getByRole('button', { name: files.hide('harbour.log') }).click();
  await expect(page.getByTestId('file-part')).toHaveCount(0);
  await send(page, 'What is the pilot boat called?');
  const reply = await finishedReply(page);
  await expect(reply).toContainText('Marisol');
  await expect(reply).toContainText('harbour.log');
});

test('a long text that is pasted becomes a file, and can be put into the message after all', async () => {
  const { page, app } = running;
  const text = 'Mind the tide. '.repeat(Math.ceil(longPasteCharacters / 15) + 1);
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector('[data-testid="composer"]')?.dispatchEvent(event);
  }, text);
  await expect(page.getByTestId('draft-file')).toHaveText([/Pasted text/]);
  await expect(page.getByTestId('composer')).toHaveValue('');
  await pictureInBothThemes(app, page, 'attachments-waiting');
  await page.getByRole('button', { name: files.asText(files.pasted) }).click();
  await expect(page.getByTestId('composer')).toHaveValue(text);
  await expect(page.getByTestId('draft-file')).toHaveCount(0);
  await page.getByTestId('composer').fill('');
});

test('a file is deleted with all its parts, and comes back while the undo is shown', async () => {
  const { page } = running;
  await toTop(page);
  await page.getByRole('button', { name: files.delete('harbour.log') }).click();
  await expect(page.getByTestId('file-row')).toHaveCount(0);
  await page.getByRole('button', { name: catalogue.app.undo }).click();
  await toTop(page);
  await expect(page.getByTestId('file-row')).toContainText('harbour.log');
  await expect(page.getByTestId('thread')).toHaveAccessibleName(new RegExp(thread.label('').trim()));
});
