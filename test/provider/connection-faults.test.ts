import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { temporaryFolder } from '../storage/support/temporary-folder';
import { startOpenAiServer } from '../openai-server/server';
import { startChatRig, until } from './chat-rig';

const words = catalogue.provider.network;

/** A certificate that nobody vouches for; null where there is no openssl to make one. */
function makeCertificate(): { readonly key: Buffer; readonly cert: Buffer } | null {
  const folder = temporaryFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const asked = 'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost'.split(' ');
  try {
    execFileSync('openssl', [...asked, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

/** An address of this machine where a server has just gone. */
async function closedAddress(): Promise<string> {
  const server = await startOpenAiServer();
  await server.close();
  return server.url;
}

describe('a connection that does not come about, over the real network of this machine,', () => {
  let rig: Awaited<ReturnType<typeof startChatRig>>;

  beforeEach(async () => {
    rig = await startChatRig();
  });
  afterEach(() => rig.server.close());

  it('because nobody vouches for the server: said at once, and not tried again', async (context) => {
    const pair = makeCertificate();
    if (pair === null) return context.skip('there is no openssl');
    let requests = 0;
    const server = createSecureServer(pair, (_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = rig.ask({}, { baseUrl: `https://127.0.0.1:${String(port)}/v1` });
    expect(await answer.ended).toMatchObject({
      kind: 'network',
      message: words.tls('chat'),
      retryable: false,
    });
    expect(answer.waits()).toEqual([]);
    // The key went nowhere: no request was ever made.
    expect(requests).toBe(0);
    server.close();
    return undefined;
  });

  it('because the server speaks no TLS: the same', async () => {
    const answer = rig.ask({}, { baseUrl: rig.server.url.replace('http:', 'https:') });
    expect(await answer.ended).toMatchObject({ kind: 'network', message: words.tls('chat') });
    expect(answer.waits()).toEqual([]);
    expect(rig.server.requests).toEqual([]);
  });

  it.each([
    ['there is no such name', () => Promise.resolve('http://no-such-server.invalid/v1'), 'dns'],
    ['nothing listens there', closedAddress, 'refused'],
  ] as const)('because %s: tried three times, then said', async (_name, address, reason) => {
    const answer = rig.ask({}, { baseUrl: await address() });
    for (const waits of [1, 2]) {
      await until(() => answer.waits().length === waits && rig.clock.waiting > 0);
      rig.clock.advance(30_000);
    }
    expect(await answer.ended).toMatchObject({
      kind: 'network',
      message: words[reason]('chat'),
      retryable: true,
    });
    expect(answer.waits()).toHaveLength(2);
  });
});
