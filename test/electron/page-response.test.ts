import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFiles } from '../../src/main/electron/page-files';
import { listPageFiles } from '../../src/main/electron/page-files';
import { respondToPage } from '../../src/main/electron/page-response';

const folder = mkdtempSync(join(tmpdir(), 'engram-page-'));
const root = join(folder, 'renderer');
let files: PageFiles;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<meta content="%CSP_NONCE%"><style nonce="%CSP_NONCE%"></style>');
  writeFileSync(join(root, 'assets/a b.js'), 'export {};');
  writeFileSync(join(root, 'assets/unknown.xyz'), 'bytes');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'assets/link.txt'));
  files = await listPageFiles(root);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function get(url: string, method = 'GET'): Promise<Response> {
  return await respondToPage({ files, makeNonce: () => 'fresh' }, { method, url });
}

describe('the answer of the app scheme', () => {
  it('is the page with the nonce of this load in its text and its policy', async () => {
    const response = await get('app://engram/');
    expect(await response.text()).toBe('<meta content="fresh"><style nonce="fresh"></style>');
    expect(response.headers.get('content-security-policy')).toContain("'nonce-fresh'");
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('names the type of a file it knows and guesses none it does not', async () => {
    expect((await get('app://engram/assets/a%20b.js')).headers.get('content-type')).toContain(
      'text/javascript',
    );
    const unknown = await get('app://engram/assets/unknown.xyz');
    expect(unknown.headers.get('content-type')).toBe('application/octet-stream');
    expect(unknown.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('has no body for HEAD, but its length', async () => {
    const response = await get('app://engram/assets/a%20b.js', 'HEAD');
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-length')).toBe('10');
  });

  it('is an error for another host, a link out of the folder and an address that is none', async () => {
    for (const url of [
      'app://other/index.html',
      'app://engram/assets/link.txt',
      'not an address',
      'app://engram/%',
    ]) {
      expect((await get(url)).status).toBe(404);
    }
  });

  it('is never anything but the files of the page, whatever the address', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '%2e%2e',
        '%2f',
        '/',
        '\\',
        '%5c',
        'secret.txt',
        'assets',
        'renderer',
        '%00',
        '?',
        '#',
      ),
      fc.string({ maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const response = await get(`app://engram/${pieces.join('')}`);
        expect([200, 404]).toContain(response.status);
        expect(await response.text()).not.toBe('secret');
      }),
      { numRuns: 2_000 },
    );
  });
});
