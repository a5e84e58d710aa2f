import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '..', '..');
let folder = '';

/** A checkout with dependencies whose natives do not load, on a machine that has nothing: no compiler, apt, network. */
function bareCheckout(): string {
  const checkout = path.join(folder, 'checkout');
  mkdirSync(checkout);
  cpSync(path.join(project, 'scripts'), path.join(checkout, 'scripts'), { recursive: true });
  const manifest = { name: 'engram', dependencies: {} };
  writeFileSync(path.join(checkout, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(checkout, 'package-lock.json'), JSON.stringify({ packages: { '': manifest } }));
  for (const name of ['better-sqlite3', 'faiss-node', 'electron']) {
    const target = path.join(checkout, 'node_modules', name);
    mkdirSync(path.join(target, 'deps'), { recursive: true });
    writeFileSync(
      path.join(target, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', main: 'absent.js' }),
    );
    writeFileSync(path.join(target, 'deps', 'defines.gypi'), '');
  }
  const record = JSON.stringify({ packages: {} });
  writeFileSync(path.join(checkout, 'node_modules', '.package-lock.json'), record);
  return checkout;
}

function program(name: string, body: string): void {
  const file = path.join(folder, 'bin', name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
}

function setUp(checkout: string): { readonly status: number | null; readonly output: string } {
  const result = spawnSync(process.execPath, ['scripts/setup.mjs'], {
    cwd: checkout,
    encoding: 'utf8',
    env: {
      PATH: path.join(folder, 'bin'),
      HOME: folder,
      ENGRAM_CACHE: path.join(folder, 'cache'),
      ENGRAM_OFFLINE: '1',
      DISPLAY: ':0',
    },
  });
  return { status: result.status, output: result.stdout + result.stderr };
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'engram-setup-'));
  mkdirSync(path.join(folder, 'bin'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.runIf(process.platform === 'linux')(
  'names the packages, without a stack, where there is no compiler and no apt',
  () => {
    const { status, output } = setUp(bareCheckout());
    expect(status).toBe(1);
    expect(output).toContain('there is no C++ compiler');
    expect(output).toMatch(/install what your distribution calls these Debian packages: .*build-essential/);
    expect(output).not.toContain('    at ');
  },
);

it.runIf(process.platform === 'linux')('says in one message what apt printed when apt fails', () => {
  program('apt-get', 'echo "E: Temporary failure resolving deb.example" >&2; exit 100');
  program('apt-cache', 'exit 0');
  program('sudo', 'exec "$@"');
  for (const name of ['env', 'sh']) symlinkSync(`/usr/bin/${name}`, path.join(folder, 'bin', name));
  const { status, output } = setUp(bareCheckout());
  expect(status).toBe(1);
  expect(output).toContain('the network does not answer');
  expect(output).not.toContain('    at ');
});

it('says what to run when npm cannot reach the registry', () => {
  const checkout = bareCheckout();
  rmSync(path.join(checkout, 'node_modules'), { recursive: true });
  program('npm', 'echo "npm error network request failed, reason: getaddrinfo ENOTFOUND" >&2; exit 1');
  const { status, output } = setUp(checkout);
  expect(status).toBe(1);
  expect(output).toContain('npm ci failed: the network does not answer');
  expect(output).toContain('npm run setup');
  expect(output).not.toContain('    at ');
});
