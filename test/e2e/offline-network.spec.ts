import { readFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { finishedReply, searchFor, send } from './support/actions';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import { launch, quit } from './support/launch';
import { outwardSockets } from './support/open-sockets';
import { newChat } from './support/server';

test.skip(process.platform !== 'linux', 'Sockets are read from /proc.');

/** What Chromium's own log (https://www.chromium.org/developers/design-documents/network-stack/netlog) calls going out. */
const outward = [
  'TCP_CONNECT_ATTEMPT',
  'UDP_CONNECT',
  'UDP_BYTES_SENT',
  'HOST_RESOLVER_MANAGER_JOB',
  'SOCKET_POOL_CONNECT_JOB_CONNECT',
  'PROXY_RESOLUTION_SERVICE',
];

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: unknown }[];
}

/** A log that was cut off by the end of the program lacks its end. */
function parseNetLog(text: string): NetLog {
  try {
    return JSON.parse(text) as NetLog;
  } catch {
    return JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`) as NetLog;
  }
}

test('a socket that reaches beyond this computer would be seen', async () => {
  const address = Object.values(networkInterfaces())
    .flat()
    .find((each) => each !== undefined && !each.internal && each.family === 'IPv4')?.address;
  test.skip(address === undefined, 'This computer has no address but its own.');
  const server = createServer().listen(0, address);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const socket = createConnection(port, address);
  await new Promise((resolve) => socket.once('connect', resolve));
  expect(outwardSockets(process.pid).length).toBeGreaterThan(0);
  socket.destroy();
  server.close();
});

test('offline no socket is opened to anywhere, Chromium’s own included', async () => {
  const dataFolder = makeDataFolder();
  const logFile = join(dataFolder, 'net-log.json');
  const running = await launch(dataFolder, [`--log-net-log=${logFile}`]);
  const { app, page } = running;
  const pid = app.process().pid ?? 0;
  const seen = new Set<string>();
  let looks = 0;
  const watch = setInterval(() => {
    for (const socket of outwardSockets(pid)) seen.add(socket);
    looks += 1;
  }, 50);
  await page.getByTestId('welcome-sample').getByRole('button').click();
  await page.getByTestId('suggestion').first().click();
  await finishedReply(page);
  await newChat(page);
  await send(page, 'See https://example.org and ![a](https://example.org/a.png)');
  await finishedReply(page);
  await searchFor(page, 'hazelnuts');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: catalogue.app.settings }).first().click();
  for (const tab of Object.values(catalogue.settings.tabs)) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
  }
  await page.waitForTimeout(3_000);
  clearInterval(watch);
  await quit(running);
  expect(looks).toBeGreaterThan(20);
  expect([...seen]).toEqual([]);

  const { constants, events } = parseNetLog(readFileSync(logFile, 'utf8'));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  expect(outward.filter((name) => constants.logEventTypes[name] !== undefined).length).toBeGreaterThan(3);
  const went = events.filter(({ type }) => outward.includes(names.get(type) ?? ''));
  expect(went.map(({ type, params }) => `${names.get(type) ?? ''} ${JSON.stringify(params)}`)).toEqual([]);
  removeDataFolder(dataFolder);
});
