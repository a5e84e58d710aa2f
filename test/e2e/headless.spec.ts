import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { exitCodes } from '../../src/main/headless/exit-codes';
import { finishedReply, readChats, send } from './support/actions';
import { engram, engramJson, headlessFile } from './support/command-line';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import { environmentFor, launch, quit, type Running } from './support/launch';
import { pictureInBothThemes } from './support/pictures';
import { call, newChat } from './support/server';

const words = catalogue.headless;
const dataFolder = makeDataFolder();
/** While the window is open: the program that holds the folder. */
let running: Running | null = null;

test.describe.configure({ mode: 'serial' });

test.afterAll(async () => {
  if (running !== null) await quit(running);
  removeDataFolder(dataFolder);
});

/** A file of chats such as people have. */
function chatFile(name: string, lines: readonly string[]): string {
  const path = join(dataFolder, name);
  const messages = lines.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content }));
  writeFileSync(path, `${JSON.stringify({ title: name, messages })}\n`);
  return path;
}

async function connect(): Promise<Client> {
  const client = new Client({ name: 'engram-test', version: '1.0.0' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [headlessFile, 'mcp'],
    env: environmentFor(dataFolder),
    stderr: 'pipe',
  });
  await client.connect(transport);
  return client;
}

function textOf(result: unknown): string {
  const [part] = (result as CallToolResult).content;
  return part?.type === 'text' ? part.text : '';
}

test('the exit code tells what went wrong, and so does standard error', async () => {
  expect((await engram(dataFolder, ['--help'])).stdout).toContain('engram <command>');
  const unknown = await engram(dataFolder, ['dance']);
  expect([unknown.code, unknown.stderr]).toEqual([exitCodes.usage, `${words.unknownCommand('dance')}\n`]);
  expect((await engram(dataFolder, ['search'])).code).toBe(exitCodes.usage);
  expect((await engram(dataFolder, ['search', 'x', '--colour', 'red'])).code).toBe(exitCodes.usage);
  const nothing = await engram(dataFolder, ['search', 'x', '--json']);
  expect(nothing.code).toBe(exitCodes.notFound);
  expect(JSON.parse(nothing.stderr)).toMatchObject({ error: { kind: 'not-found' } });
});

test('without a window: import, search by meaning, chat, list, export', async () => {
  const file = chatFile('boats.jsonl', [
    'I keep a small sailing boat called Petrel in Falmouth.',
    'A fine harbour for it.',
    'My physician told me to stop eating sugar.',
    'That is good advice.',
  ]);
  const imported = await engramJson(dataFolder, ['import', file, '--wait']);
  expect(imported).toMatchObject({ conversations: [{ sessionsAdded: 1, messagesAdded: 4 }] });

  const found = await engramJson(dataFolder, ['search', 'what did the doctor say?']);
  expect(found).toMatchObject({ mode: 'hybrid', degraded: null });
  expect((found['found'] as { excerpt: string }[])[0]?.excerpt).toContain('physician');
  const exact = await engramJson(dataFolder, ['search', 'petrel', '--words']);
  expect(exact['found']).toHaveLength(1);

  const answer = await engram(dataFolder, ['chat', '--all', 'Where is my boat Petrel?']);
  expect(answer.code).toBe(exitCodes.done);
  expect(answer.stdout).toContain('Falmouth');
  expect(answer.stdout.match(/No model is connected/g)).toHaveLength(1);
  expect(answer.stdout).toContain(words.sources(4));
  const talk = await engram(dataFolder, ['chat', '--json'], { input: 'I bought a kayak.\n\nIt is red.\n' });
  const { turns } = JSON.parse(talk.stdout) as { turns: { question: string }[] };
  expect(turns.map(({ question }) => question)).toEqual(['I bought a kayak.', 'It is red.']);

  const { chats } = (await engramJson(dataFolder, ['chats'])) as {
    chats: { id: string; messageCount: number }[];
  };
  expect(chats.map(({ messageCount }) => messageCount)).toEqual([4, 2, 4]);
  const target = join(dataFolder, 'out.md');
  await engramJson(dataFolder, ['export', target, '--format', 'markdown', '--chat', chats[0]!.id]);
  expect(readFileSync(target, 'utf8')).toContain('kayak');
  expect(await engramJson(dataFolder, ['stats'])).toMatchObject({ chats: 3, messages: 10, user: 'You' });
});

test('beside the open window it reads at once, and what it writes the window does', async () => {
  running = await launch(dataFolder);
  const { page } = running;
  await newChat(page);
  await send(page, 'The spare key lies under the third flower pot.');
  await finishedReply(page);
  const found = await engramJson(dataFolder, ['search', 'spare key', '--words']);
  expect(found['found']).toHaveLength(1);

  const told = await engramJson(dataFolder, ['chat', 'The meeting moved to Thursday.']);
  const sessionId = told['sessionId'];
  expect((await readChats(page)).map(({ id }) => id as string)).toContain(sessionId);
  await expect(page.getByTestId('chat-list')).toContainText('The meeting moved to Thursday.');

  const file = chatFile('garden.jsonl', ['The roses are pruned in March.', 'Noted.']);
  await engramJson(dataFolder, ['import', file]);
  await expect(page.getByTestId('chat-list')).toContainText('The roses are pruned');
  const missing = await engram(dataFolder, ['import', join(dataFolder, 'none.json')]);
  expect(missing.code).toBe(exitCodes.usage);
  const gone = await engram(dataFolder, ['chat', 'Hello', '--chat', '018f0000-0000-7000-8000-000000000000']);
  expect(gone.code).toBe(exitCodes.notFound);
});

test('the memory server is off until it is switched on, and off again at once', async () => {
  const { app, page } = running!;
  const off = await engram(dataFolder, ['mcp']);
  expect([off.code, off.stderr]).toEqual([exitCodes.refused, `${words.serverOff}\n`]);

  await page.getByRole('button', { name: catalogue.app.settings }).first().click();
  await page.getByRole('tab', { name: catalogue.settings.tabs.data }).click();
  await page.getByRole('switch', { name: words.card.setting }).click();
  await expect(page.getByText(words.card.howTo)).toBeVisible();
  await pictureInBothThemes(app, page, 'settings-memory-server');

  const client = await connect();
  const { tools } = await client.listTools();
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
    ['search_memory', true],
    ['get_message', true],
    ['list_sessions', true],
  ]);
  const search = { name: 'search_memory', arguments: { query: 'Where is the spare key?' } };
  const found = JSON.parse(textOf(await client.callTool(search))) as {
    found: { messageId: string; excerpt: string }[];
  };
  expect(found.found[0]?.excerpt).toContain('flower pot');
  const messageId = found.found[0]!.messageId;
  const message = await client.callTool({ name: 'get_message', arguments: { messageId } });
  expect(JSON.parse(textOf(message))).toMatchObject({ message: { id: messageId, role: 'user' } });
  const listed = await client.callTool({ name: 'list_sessions', arguments: { limit: 3 } });
  expect((JSON.parse(textOf(listed)) as { sessions: unknown[] }).sessions).toHaveLength(3);

  // What is said afterwards is found without a new start.
  await call(page, 'sessions.create', {});
  await engramJson(dataFolder, ['chat', 'The bicycle lock opens with 4711.']);
  const later = await client.callTool({ name: 'search_memory', arguments: { query: 'bicycle lock' } });
  expect(textOf(later)).toContain('4711');

  await page.getByRole('switch', { name: words.card.setting }).click();
  await expect(page.getByText(words.card.howTo)).toBeHidden();
  const refused = await client.callTool(search);
  expect([refused.isError, textOf(refused)]).toEqual([true, words.serverOff]);
  await client.close();
});

test('the server serves the user who allowed it, and nobody else’s memory', async () => {
  const { page } = running!;
  await call(page, 'settings.serveMemory', { isOn: true });
  const { users } = await call(page, 'users.add', { name: 'Bo' });
  await call(page, 'users.switch', { userId: users.find(({ name }) => name === 'Bo')!.id });
  const client = await connect();
  const found = await client.callTool({ name: 'search_memory', arguments: { query: 'spare key' } });
  expect(textOf(found)).toContain('flower pot');
  const unknown = await engram(dataFolder, ['search', 'key', '--user', 'Nobody']);
  expect(unknown.code).toBe(exitCodes.notFound);
  await client.close();
});

test('a command whose reader has enough ends in order', async () => {
  const child = spawn(process.execPath, [headlessFile, 'chat', 'Where is my boat Petrel?', '--all'], {
    env: environmentFor(dataFolder),
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  child.stdout.destroy();
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect([exitCodes.done, exitCodes.cancelled]).toContain(code);
  expect(stderr).not.toContain('EPIPE');
});
