import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stampHolds, stampKey, writeStamp } from '../../scripts/setup/stamp.mjs';

const machine = { node: 'v20.19.0', platform: 'linux', arch: 'x64' };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'engram-stamp-'));
  mkdirSync(path.join(folder, 'scripts', 'setup'), { recursive: true });
  writeFileSync(path.join(folder, 'package-lock.json'), '{}');
  writeFileSync(path.join(folder, 'scripts', 'setup', 'plan.mjs'), '// one');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the stamp of a finished set-up', () => {
  it('has the same key as long as nothing changes', () => {
    expect(stampKey(folder, machine)).toBe(stampKey(folder, machine));
  });

  it.each([
    ['the lockfile', 'package-lock.json'],
    ['a part of the set-up', 'scripts/setup/plan.mjs'],
    ['a new part of the set-up', 'scripts/setup/more.mjs'],
  ])('has another key when %s changes', (_, file) => {
    const before = stampKey(folder, machine);
    writeFileSync(path.join(folder, file), 'changed');
    expect(stampKey(folder, machine)).not.toBe(before);
  });

  it.each([
    ['Node', { ...machine, node: 'v24.0.0' }],
    ['platform', { ...machine, platform: 'darwin' }],
    ['processor', { ...machine, arch: 'arm64' }],
  ])('has another key on another %s', (_, other) => {
    expect(stampKey(folder, other)).not.toBe(stampKey(folder, machine));
  });

  it('holds while the key and the files it made are there', () => {
    const stamp = path.join(folder, 'cache', 'setup.json');
    const made = path.join(folder, 'electron');
    writeFileSync(made, '');
    writeStamp(stamp, 'key', [made]);
    expect(stampHolds(stamp, 'key')).toBe(true);
    expect(stampHolds(stamp, 'another key')).toBe(false);
    rmSync(made);
    expect(stampHolds(stamp, 'key')).toBe(false);
  });

  it('does not hold when it is missing or cut short', () => {
    const stamp = path.join(folder, 'setup.json');
    expect(stampHolds(stamp, 'key')).toBe(false);
    writeFileSync(stamp, '{"key":"key","fil');
    expect(stampHolds(stamp, 'key')).toBe(false);
  });
});
