import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { closeImport, importConversation, readChats } from './support/actions';
import { readConversation } from './support/conversation';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, projectFolder, quit } from './support/launch';
import { runToEnd } from './support/second-process';

const conversation = readConversation();
const noDialogs = ['-r', join(projectFolder, 'test/e2e/support/silent-dialogs.cjs')];
const dataFolder = makeDataFolder();
const database = join(dataFolder, 'engram.db');
let running: Running | null = null;

test.describe.configure({ mode: 'serial' });

test.afterAll(async () => {
  if (running !== null) await quit(running);
  removeDataFolder(dataFolder);
});

test('the window comes back where it was, and a damaged note of its place does no harm', async () => {
  writeFileSync(join(dataFolder, 'local-state.json'), '{ "window": { "width": "wide"');
  running = await launch(dataFolder);
  const place = { x: 40, y: 30, width: 1000, height: 700 };
  await running.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]!.setBounds(bounds);
  }, place);
  await expect.poll(() => running!.page.evaluate(() => innerWidth)).toBe(1000);
  await quit(running);
  running = await launch(dataFolder);
  expect(
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds()),
  ).toEqual(place);
});

test('a terminate signal, even one that comes twice, closes the data in order', async () => {
  await importConversation(running!, conversation);
  await closeImport(running!.page);
  const child = running!.app.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  child.kill('SIGTERM');
  await ended;
  running = null;
  expect(readFileSync(join(dataFolder, 'logs/engram.log'), 'utf8')).toContain('"message":"closed"');
});

test('the log tells each moment of a start, to the one from which on the page can be used', async () => {
  // The welcome screen was drawn in the first two starts; this one opens a chat.
  running = await launch(dataFolder);
  const readMoments = (): readonly unknown[] =>
    readFileSync(join(dataFolder, 'logs/engram.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"message":"start-up"'))
      .map((line) => (JSON.parse(line) as { readonly moment: unknown }).moment);
  const timesOf = (moment: string): number => readMoments().filter((each) => each === moment).length;
  for (const moment of ['ready', 'window shown', 'services ready', 'first list', 'interactive']) {
    await expect.poll(() => timesOf(moment), moment).toBe(3);
  }
  await quit(running);
  running = null;
});

test('no words of the user are in the log', () => {
  const log = readFileSync(join(dataFolder, 'logs/engram.log'), 'utf8');
  for (const { source } of conversation.questions) expect(log).not.toContain(source);
});

test('a damaged database is set aside and recovered, and the user is told', async () => {
  const file = openSync(database, 'r+');
  writeSync(file, Buffer.alloc(100, 0x5a), 0, 100, 0);
  closeSync(file);
  running = await launch(dataFolder);
  const notice = running.page.getByRole('status').filter({ hasText: 'damaged' });
  await expect(notice).toBeVisible();
  const chats = await readChats(running.page);
  expect(chats.reduce((sum, chat) => sum + chat.messageCount, 0)).toBe(conversation.messageCount);
  expect(readdirSync(dataFolder).filter((name) => name.includes('damaged'))).not.toEqual([]);
  await quit(running);
  running = null;
});

test('a database of a newer version is not touched, and the program says which version it needs', async () => {
  const connection = new Database(database);
  connection.pragma('user_version = 999');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
  const before = createHash('sha256').update(readFileSync(database)).digest('hex');
  const { code, terminal } = await runToEnd(dataFolder, noDialogs);
  expect(code).toBe(1);
  expect(terminal).toContain(catalogue.native.startFailed.title);
  expect(terminal).toContain('newer');
  expect(terminal).toContain('error box: ');
  expect(terminal).toContain(dataFolder);
  expect(createHash('sha256').update(readFileSync(database)).digest('hex')).toBe(before);
});

test('a data folder that cannot be one ends the start with a sentence, not a stack', async () => {
  const { code, terminal } = await runToEnd(join(dataFolder, 'local-state.json'), noDialogs);
  expect(code).toBe(1);
  expect(terminal).toContain(catalogue.native.startFailed.noFolder(join(dataFolder, 'local-state.json')));
});
