import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFiles } from '../../src/main/electron/page-files';
import { listPageFiles } from '../../src/main/electron/page-files';
import { respondToPage, type PageAnswer } from '../../src/main/electron/page-response';

const folder = mkdtempSync(join(tmpdir(), 'engram-page-'));
const root = join(folder, 'renderer');
let files: Promise<PageFiles>;

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<meta content="%CSP_NONCE%"><style nonce="%CSP_NONCE%"></style>');
  writeFileSync(join(root, 'assets/a b.js'), 'export {};');
  writeFileSync(join(root, 'assets/unknown.xyz'), 'bytes');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'assets/link.txt'));
  files = listPageFiles(root);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function get(url: string, method = 'GET'): Promise<PageAnswer> {
  return await respondToPage({ files, makeNonce: () => 'fresh' }, { method, url });
}

describe('the answer of the app scheme', () => {
  it('is the page with the nonce of this load in its text and its policy', async () => {
    const response = await get('app://engram/');
    expect(response.data.toString()).toBe('<meta content="fresh"><style nonce="fresh"></style>');
    expect(response.headers['Content-Security-Policy']).toContain("'nonce-fresh'");
    expect(response.headers['Content-Type']).toBe('text/html; charset=utf-8');
  });

  it('names the type of a file it knows and guesses none it does not', async () => {
    expect((await get('app://engram/assets/a%20b.js')).headers['Content-Type']).toContain('text/javascript');
    const unknown = await get('app://engram/assets/unknown.xyz');
    expect(unknown.headers['Content-Type']).toBe('application/octet-stream');
    expect(unknown.headers['X-Content-Type-Options']).toBe('nosniff');
  });

  it('has no body for HEAD, but its length', async () => {
    const response = await get('app://engram/assets/a%20b.js', 'HEAD');
    expect(response.data.toString()).toBe('');
    expect(response.headers['Content-Length']).toBe('10');
  });

  it('fails where a file is gone', async () => {
    const gone = Promise.resolve(new Map([['/index.html', join(root, 'gone.html')]]));
    const request = { method: 'GET', url: 'app://engram/' };
    await expect(respondToPage({ files: gone, makeNonce: () => 'fresh' }, request)).rejects.toThrow('ENOENT');
  });

  it('is an error for another host, a link out of the folder and an address that is none', async () => {
    for (const url of [
      'app://other/index.html',
      'app://engram/assets/link.txt',
      'not an address',
      'app://engram/%',
    ]) {
      expect((await get(url)).statusCode).toBe(404);
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
        expect([200, 404]).toContain(response.statusCode);
        expect(response.data.toString()).not.toBe('secret');
      }),
      { numRuns: 2_000 },
    );
  });
});
