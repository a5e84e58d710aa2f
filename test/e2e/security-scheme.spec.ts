import { expect, test } from '@playwright/test';
import { makeDataFolder, removeDataFolder } from './support/data-folder';
import type { Running } from './support/launch';
import { launch, quit } from './support/launch';

const dataFolder = makeDataFolder();
let running: Running;

test.beforeAll(async () => {
  running = await launch(dataFolder);
});

test.afterAll(async () => {
  await quit(running);
  removeDataFolder(dataFolder);
});

/** One answer of the app scheme as the page's browser session gives it. */
async function fetchPage(
  path: string,
  method = 'GET',
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  return await running.app.evaluate(
    async ({ BrowserWindow }, [url, verb]) => {
      const session = BrowserWindow.getAllWindows()[0]!.webContents.session;
      const response = await session.fetch(url!, { method: verb!, bypassCustomProtocolHandlers: false });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    },
    [`app://engram/${path}`, method],
  );
}

test('the page has an origin of its own, in a secure context', async () => {
  const facts = await running.page.evaluate(() => ({ origin: location.origin, isSecure: isSecureContext }));
  expect(facts).toEqual({ origin: 'app://engram', isSecure: true });
});

test('every answer of the app scheme carries the policy and the protecting headers', async () => {
  const { headers } = await fetchPage('index.html');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy.replace(/nonce-[A-Za-z0-9+/=]+/, 'nonce-N')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; font-src 'self'; img-src 'self' data:; " +
      "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  );
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  });
  // It would have a second process begun for each window, and nothing opens a page but main: there is no opener to keep away.
  expect(headers).not.toHaveProperty('cross-origin-opener-policy');
  expect(await running.page.evaluate(() => window.opener === null)).toBe(true);
});

test('each load has a nonce of its own, the same in header and page', async () => {
  const nonceOf = async (): Promise<string> => {
    const { headers, body } = await fetchPage('index.html');
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '';
    expect(nonce.length).toBeGreaterThanOrEqual(22);
    expect(body).toContain(`content="${nonce}"`);
    expect(body).not.toContain('%CSP_NONCE%');
    return nonce;
  };
  expect(await nonceOf()).not.toBe(await nonceOf());
});

for (const path of [
  '../main/index.cjs',
  '..%2fmain%2findex.cjs',
  '%2e%2e/%2e%2e/package.json',
  '..%5c..%5cpackage.json',
  'assets/..%2f..%2f..%2fpackage.json',
  '%00index.html',
  '%E0%A4%A',
  '/etc/passwd',
  'missing.js',
]) {
  test(`the app scheme has nothing outside the page's folder: ${path}`, async () => {
    expect(await fetchPage(path)).toMatchObject({ status: 404, body: '' });
  });
}

test('the app scheme answers HEAD without a body and no other method', async () => {
  expect(await fetchPage('index.html', 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect(await fetchPage('index.html', 'POST')).toMatchObject({ status: 405, body: '' });
});

test('the network is closed to the page even where its policy would let it through', async () => {
  const outcome = await running.app.evaluate(async ({ BrowserWindow }) => {
    const { session } = BrowserWindow.getAllWindows()[0]!.webContents;
    const hidden = new BrowserWindow({ show: false, webPreferences: { session, sandbox: true } });
    const failure = await hidden.loadURL('https://example.com/').then(
      () => 'loaded',
      (error: unknown) => String(error),
    );
    hidden.destroy();
    return failure;
  });
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
});
