import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeExport } from '../../src/main/exporters/write-export';
import { temporaryFolder } from '../storage/support/temporary-folder';

const { signal } = new AbortController();

describe('a written export', () => {
  const parts = async function* (count: number, onPart = (_index: number): void => undefined) {
    for (let index = 0; index < count; index += 1) {
      onPart(index);
      yield 'x'.repeat(1_000);
    }
  };

  it('stands whole in its place, readable by its owner alone', async () => {
    const folder = temporaryFolder();
    await writeExport(join(folder, 'all.md'), parts(50), signal);
    expect(readdirSync(folder)).toEqual(['all.md']);
    expect(readFileSync(join(folder, 'all.md'))).toHaveLength(50_000);
  });

  it('that is cancelled, or cannot be made, leaves nothing behind and says what to do', async () => {
    const folder = temporaryFolder();
    const abort = new AbortController();
    const cancelled = writeExport(
      join(folder, 'all.md'),
      parts(1_000, (index) => index === 20 && abort.abort()),
      abort.signal,
    );
    await expect(cancelled).rejects.toMatchObject({ kind: 'cancelled' });
    await expect(writeExport(join(folder, 'none', 'all.md'), parts(1), signal)).rejects.toMatchObject({
      kind: 'unexpected',
      message: expect.stringContaining('Choose another place') as string,
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
