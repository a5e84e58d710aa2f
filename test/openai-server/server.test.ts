import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startOpenAiServer } from './server';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

describe('the server of the tests', () => {
  it('listens where it is told to', async () => {
    const port = await freePort();
    const server = await startOpenAiServer({ port });
    expect(server.url).toBe(`http://127.0.0.1:${String(port)}/v1`);
    expect((await fetch(`${server.url}/models`)).status).toBe(200);
    await server.close();
  });

  it('follows the script, then what always holds, then what is usual', async () => {
    const server = await startOpenAiServer();
    const statusOf = async () => (await fetch(`${server.url}/models`)).status;
    server.always('/v1/models', { kind: 'status', status: 503 });
    server.script('/v1/models', { kind: 'status', status: 401 });
    expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([401, 503, 503]);
    server.always('/v1/models', null);
    expect(await statusOf()).toBe(200);
    await server.close();
  });

  it('takes no other key than the one it was given', async () => {
    const server = await startOpenAiServer({ key: 'right' });
    const statusWith = async (key: string) =>
      (await fetch(`${server.url}/models`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect([await statusWith('right'), await statusWith('wrong')]).toEqual([200, 401]);
    await server.close();
  });
});
