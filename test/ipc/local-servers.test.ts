import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { findLocalServers, usualLocalServers } from '../../src/main/ipc/local-servers';
import type { ListModels } from '../../src/main/ipc/provider-tests';
import { systemClock } from '../../src/main/memory/system-clock';
import { AppError } from '../../src/shared/errors';
import { isLoopback } from '../../src/shared/loopback';
import { createFakeClock } from '../fakes/fake-clock';

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Asks as the provider does, in short. */
const listModels: ListModels = async ({ baseUrl, apiKey }, signal) => {
  if (apiKey !== null) throw new Error('a key for a server nobody chose');
  const answer = await fetch(`${baseUrl}/models`, { signal });
  if (!answer.ok) throw new AppError('server', 'It failed.');
  return modelsSchema.parse(await answer.json()).data.map(({ id }) => id);
};

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`;
}

const models =
  (...ids: readonly string[]): RequestListener =>
  (_request, response) =>
    void response.end(JSON.stringify({ data: ids.map((id) => ({ id })) }));

async function refusingAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${String(port)}/v1`;
}

const signal = new AbortController().signal;

describe('looking for servers on this computer', () => {
  it('finds those that list models, in the order of the places', async () => {
    const servers = [
      { name: 'One', baseUrl: await serve(models('a', 'b')) },
      { name: 'Refuses', baseUrl: await refusingAddress() },
      { name: 'Empty', baseUrl: await serve(models()) },
      { name: 'Fails', baseUrl: await serve((_request, response) => void response.writeHead(500).end()) },
      { name: 'A web page', baseUrl: await serve((_request, response) => void response.end('<html>')) },
    ];
    expect(await findLocalServers({ listModels, clock: systemClock, signal, servers })).toEqual([
      { ...servers[0], models: ['a', 'b'] },
      { ...servers[2], models: [] },
    ]);
  });

  it('waits for a silent one no longer than its time, and tells it to stop', async () => {
    const clock = createFakeClock();
    let reached = (): void => undefined;
    const asked = new Promise<void>((resolve) => (reached = resolve));
    const closed: Promise<void>[] = [];
    const silent = await serve((request) => {
      closed.push(new Promise((resolve) => request.on('close', resolve)));
      reached();
    });
    const servers = [
      { name: 'Silent', baseUrl: silent },
      { name: 'One', baseUrl: await serve(models('a')) },
    ];
    const found = findLocalServers({ listModels, clock, signal, servers });
    await asked;
    await expect.poll(() => clock.waiting).toBe(1);
    clock.advance(1_499);
    expect(clock.waiting).toBe(1);
    clock.advance(1);
    expect((await found).map(({ name }) => name)).toEqual(['One']);
    await Promise.all(closed);
  });

  it('asks all at once', async () => {
    const waiting: (() => void)[] = [];
    const together: RequestListener = (_request, response) => {
      waiting.push(() => void response.end('{"data":[]}'));
      if (waiting.length === 3) waiting.forEach((answer) => answer());
    };
    const baseUrl = await serve(together);
    const servers = ['a', 'b', 'c'].map((name) => ({ name, baseUrl }));
    expect(await findLocalServers({ listModels, clock: createFakeClock(), signal, servers })).toHaveLength(3);
  });

  it('asks nobody beyond this computer, and in the usual places only', async () => {
    const asked: string[] = [];
    const record: ListModels = async ({ baseUrl }) => (asked.push(baseUrl) > 0 ? [] : []);
    const elsewhere = [
      'http://192.168.1.5:11434/v1',
      'https://api.openai.com/v1',
      'http://localhost.evil.example/v1',
    ];
    const servers = elsewhere.map((baseUrl) => ({ name: 'x', baseUrl }));
    const search = { listModels: record, clock: createFakeClock(), signal };
    expect(await findLocalServers({ ...search, servers })).toEqual([]);
    expect(asked).toEqual([]);
    await findLocalServers(search);
    expect(asked).toEqual([
      'http://127.0.0.1:11434/v1',
      'http://127.0.0.1:1234/v1',
      'http://127.0.0.1:8080/v1',
    ]);
    expect(usualLocalServers.every(({ baseUrl }) => isLoopback(baseUrl))).toBe(true);
  });

  it('ends as cancelled when the program closes', async () => {
    const abort = new AbortController();
    const baseUrl = await serve(() => abort.abort());
    const servers = [{ name: 'Silent', baseUrl }];
    const found = findLocalServers({ listModels, clock: createFakeClock(), signal: abort.signal, servers });
    await expect(found).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
