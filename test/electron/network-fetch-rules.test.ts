import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applyNetworkRules } from '../../src/main/electron/network-fetch-rules';

const safely = applyNetworkRules(fetch);

async function serve(listener: RequestListener) {
  const seen: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}`, port, seen };
}

describe('a request to a model server', () => {
  it('carries its key and body there and gives back the answer', async () => {
    const { url, seen } = await serve((request, response) => void request.pipe(response));
    const answer = await safely(`${url}/v1/x`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-key' },
      body: 'hello',
    });
    expect(await answer.text()).toBe('hello');
    expect(seen).toMatchObject([{ url: '/v1/x', headers: { authorization: 'Bearer sk-key' } }]);
  });

  it.each([301, 302, 303, 307, 308])('is not sent on elsewhere by status %i', async (status) => {
    const elsewhere = await serve((_request, response) => response.end());
    const { url, port } = await serve((_request, response) => {
      response.writeHead(status, { location: `http://localhost:${String(elsewhere.port)}/` }).end();
    });
    const headers = { authorization: 'Bearer sk-key' };
    await expect(safely(url, { headers, redirect: 'follow' })).rejects.toMatchObject({
      kind: 'network',
      message: expect.stringContaining(`127.0.0.1:${String(port)}`) as string,
    });
    expect(elsewhere.seen).toEqual([]);
  });

  it('is given a URL or a Request just as well', async () => {
    const { url, seen } = await serve((_request, response) => response.end('ok'));
    expect(await (await safely(new URL('/a', url))).text()).toBe('ok');
    expect(await (await safely(new Request(`${url}/b`))).text()).toBe('ok');
    expect(seen.map((request) => request.url)).toEqual(['/a', '/b']);
  });

  it('streams: words come before the answer has ended', async () => {
    let finish = (): void => undefined;
    const { url } = await serve((_request, response) => {
      response.write('first');
      finish = () => void response.end('last');
    });
    const reader = (await safely(url)).body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('first');
    finish();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('last');
  });

  it('ends when it is aborted', async () => {
    const abort = new AbortController();
    const { url } = await serve(() => {
      abort.abort();
    });
    await expect(safely(url, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails as it failed where it was no redirect', async () => {
    const { url } = await serve((_request, response) => void response.destroy());
    await expect(safely(url)).rejects.toThrow(TypeError);
  });

  it.each(['file:///etc/hostname', 'data:,x', 'blob:x', 'app://engram/'])(
    'goes over http and https only, not to %s',
    async (address) => {
      await expect(safely(address)).rejects.toMatchObject({ kind: 'network' });
    },
  );
});
