import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { folderOfWholePackage, lookForUpdate } from '../../src/main/updates/update-channel';

const words = catalogue.updates.errors;
const { signal } = new AbortController();

describe('a channel file', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'engram-updates-'));
    file = join(folder, 'latest-linux.yml');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const sha512 = (text: string): string => createHash('sha512').update(text).digest('base64');
  /** As electron-builder writes it. */
  const offer = (version: string, packages: Readonly<Record<string, string>> = {}): Promise<void> =>
    writeFile(
      file,
      [
        `version: ${version}`,
        'files:',
        ...Object.entries(packages).flatMap(([name, hash]) => [
          `  - url: ${name}`,
          `    sha512: ${hash}`,
          '    size: 7',
        ]),
        ...(Object.keys(packages).length === 0 ? ['  []'] : []),
        "releaseDate: '2026-11-20T09:30:00.000Z'",
      ].join('\n'),
    );

  it.each([
    ['0.2.0', 'newer'],
    ['1.0.0', 'newer'],
    ['0.1.1-beta.1', 'newer'],
    ['0.1.0', 'newest'],
    ['0.1.0-rc.1', 'newest'],
    ['0.0.9', 'newest'],
  ])('that offers %s is told from version 0.1.0 as %s', async (version, state) => {
    await offer(version);
    const releasedAt = Date.UTC(2026, 10, 20, 9, 30);
    expect(await lookForUpdate(file, '0.1.0')).toEqual({ file, state, offered: { version, releasedAt } });
  });

  it('is not looked for where none was chosen', async () => {
    expect(await lookForUpdate(null, '0.1.0')).toEqual({ file: null, state: 'off', offered: null });
  });

  it.each([
    '',
    'version: seven',
    'files: []',
    '- 1\n- 2',
    ': : :',
    `version: 0.2.0\nfiles:\n  - url: ../up\n    sha512: x`,
  ])('that holds %j is none', async (text) => {
    await writeFile(file, text);
    expect(await lookForUpdate(file, '0.1.0')).toEqual({ file, state: 'unreadable', offered: null });
  });

  it('that is missing, a folder, or far too long is none', async () => {
    await writeFile(file, `version: 0.2.0\n${'#'.repeat(70_000)}`);
    for (const path of [join(folder, 'absent.yml'), folder, file]) {
      expect((await lookForUpdate(path, '0.1.0')).state).toBe('unreadable');
    }
  });

  it('never breaks anything, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.uint8Array()), async (content) => {
        await writeFile(file, content);
        expect(['unreadable', 'newer', 'newest']).toContain((await lookForUpdate(file, '0.1.0')).state);
      }),
      { numRuns: 200 },
    );
  });

  it('leads to the folder of a package that is what it says', async () => {
    await offer('0.2.0', { 'absent.deb': sha512('x'), 'engram.AppImage': sha512('whole') });
    await writeFile(join(folder, 'engram.AppImage'), 'whole');
    expect(await folderOfWholePackage(file, signal)).toBe(folder);
  });

  it('does not lead to a package that is cut short or changed', async () => {
    await offer('0.2.0', { 'engram.AppImage': sha512('whole') });
    await writeFile(join(folder, 'engram.AppImage'), 'who');
    await expect(folderOfWholePackage(file, signal)).rejects.toThrow(words.damaged('engram.AppImage'));
  });

  it('says where the package is missing, or the file itself is', async () => {
    await offer('0.2.0', { 'engram.AppImage': sha512('whole') });
    await expect(folderOfWholePackage(file, signal)).rejects.toThrow(words.noPackage);
    await rm(file);
    await expect(folderOfWholePackage(file, signal)).rejects.toThrow(words.unreadable);
  });
});
