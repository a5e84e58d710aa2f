import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../src/main/wiring/log-reader';
import { temporaryFolder } from '../storage/support/temporary-folder';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'logs'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'logs', name), text);
  return folder;
}

describe('the log that is looked at before it is given away', () => {
  it('is both files, the older first, without the name of the home folder', async () => {
    const folder = folderWith({ 'engram.old.log': 'one\n', 'engram.log': 'two /home/ruben/x\n' });
    expect(await readLog(folder, '/home/ruben')).toEqual({ text: 'one\ntwo ~/x\n', lines: 2, isCut: false });
  });

  it('is its latest whole lines where it is long, and nothing where there is none', async () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, index) => `line ${String(index)} of a log that is long\n`,
    );
    const log = await readLog(folderWith({ 'engram.log': lines.join('') }), '/home/ruben');
    expect(log.isCut).toBe(true);
    expect(log.text.length).toBeLessThanOrEqual(400_000);
    expect(log.text.startsWith('line ')).toBe(true);
    expect(log.text.endsWith(lines.at(-1)!)).toBe(true);
    expect(await readLog(temporaryFolder(), '/home/ruben')).toEqual({ text: '', lines: 0, isCut: false });
  });
});
