import { describe, expect, it } from 'vitest';
import { isRequestAllowed } from '../../src/main/electron/network-policy';
import { choosePageSource } from '../../src/main/electron/page-origin';

const built = choosePageSource(true, undefined);
const dev = choosePageSource(false, 'http://localhost:5173/');

describe('the source of the page', () => {
  it('is the development server only in an unpackaged program', () => {
    expect(choosePageSource(true, 'http://localhost:5173/').kind).toBe('built');
    expect(dev).toEqual({ kind: 'dev', origin: 'http://localhost:5173', url: 'http://localhost:5173/' });
  });

  it.each([undefined, '', 'nonsense', 'https://example.com/', 'http://localhost.example.com/'])(
    'is the built page when the server is named %j',
    (address) => expect(choosePageSource(false, address).kind).toBe('built'),
  );
});

describe('the page’s network', () => {
  it.each(['app://engram/index.html', 'devtools://devtools/bundled/a.js', 'data:image/png;base64,AA'])(
    'lets %s through',
    (address) => expect(isRequestAllowed(address, built)).toBe(true),
  );

  it.each([
    'https://example.com/',
    'http://localhost:5173/',
    'http://127.0.0.1/',
    'wss://example.com/',
    'file:///etc/passwd',
    'app://other/index.html',
    'ftp://example.com/',
    'nonsense',
  ])('stops %s', (address) => expect(isRequestAllowed(address, built)).toBe(false));

  it('is the development server and its socket in development, nothing more', () => {
    expect(isRequestAllowed('http://localhost:5173/main.tsx', dev)).toBe(true);
    expect(isRequestAllowed('ws://localhost:5173/?token=a', dev)).toBe(true);
    expect(isRequestAllowed('http://localhost:5174/', dev)).toBe(false);
    expect(isRequestAllowed('https://example.com/', dev)).toBe(false);
  });
});
