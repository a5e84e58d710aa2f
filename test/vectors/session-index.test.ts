import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scatterSearch } from '../../src/main/vectors/scatter-search';
import { openSessionIndex } from '../../src/main/vectors/session-index';
import type { SessionIndexSource } from '../../src/main/vectors/session-index';
import type { KeyedVector } from '../../src/main/vectors/vector-index';
import { hitOf, rowOf } from './random-vectors';

const rowsOf = (count: number): readonly KeyedVector[] =>
  Array.from({ length: count }, (_, key) => rowOf(key, Float32Array.of(Math.cos(key), Math.sin(key))));

describe('the index of a session', () => {
  let folder: string;
  let file: string;
  const query = Float32Array.of(1, 0);
  const sourceOf = (
    rows: readonly KeyedVector[],
    stamp = 's1',
  ): SessionIndexSource & { readVectors: ReturnType<typeof vi.fn> } => ({
    file,
    dimension: 2,
    model: 'm',
    stamp,
    readVectors: vi.fn(() => rows),
  });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'engram-vectors-'));
    file = path.join(folder, 'user', 'session.index');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it.each([3, 400])('is built from storage once and then read from its file (%i vectors)', async (count) => {
    const rows = rowsOf(count);
    const first = openSessionIndex(sourceOf(rows));
    expect([first.size, first.isDirty]).toEqual([count, true]);
    await first.save('s1');
    expect(first.isDirty).toBe(false);
    const source = sourceOf([]);
    const second = openSessionIndex(source);
    expect(source.readVectors).not.toHaveBeenCalled();
    expect([second.size, second.isDirty]).toEqual([count, false]);
    expect(scatterSearch([second], query, 7)).toEqual(scatterSearch([first], query, 7));
    expect(await readdir(path.dirname(file))).toEqual(['session.index']);
  });

  it('takes new vectors, forgets others, and keeps both over a restart', async () => {
    const index = openSessionIndex(sourceOf(rowsOf(3)));
    await index.save('s1');
    index.add([rowOf(77, Float32Array.of(1, 0))]);
    expect(index.remove([0])).toBe(1);
    expect(index.isDirty).toBe(true);
    await index.save('s2');
    const reopened = openSessionIndex(sourceOf([], 's2'));
    expect(scatterSearch([reopened], query, 1)).toEqual([hitOf(77, 1)]);
    expect(reopened.has(0)).toBe(false);
    const stale = sourceOf(rowsOf(5), 's3');
    expect(openSessionIndex(stale).size).toBe(5);
    expect(stale.readVectors).toHaveBeenCalledTimes(1);
  });

  it.each<[string, (file: string) => Promise<void>]>([
    ['missing', (name) => rm(name)],
    ['cut short', (name) => truncate(name, 150)],
    ['empty', (name) => truncate(name, 0)],
    ['foreign', (name) => writeFile(name, 'not an index'.repeat(100))],
    [
      'damaged by one byte',
      async (name) => {
        const bytes = await readFile(name);
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 3) ^ 1, bytes.length - 3);
        await writeFile(name, bytes);
      },
    ],
  ])('is built anew when its file is %s', async (_name, damage) => {
    const rows = rowsOf(400);
    const index = openSessionIndex(sourceOf(rows));
    await index.save('s1');
    await damage(file);
    const source = sourceOf(rows);
    const rebuilt = openSessionIndex(source);
    expect(source.readVectors).toHaveBeenCalledTimes(1);
    expect(rebuilt.isDirty).toBe(true);
    expect(scatterSearch([rebuilt], query, 9)).toEqual(scatterSearch([index], query, 9));
  });

  it('is far behind its file when that lacks a twentieth of the vectors, or cannot be written', async () => {
    const index = openSessionIndex(sourceOf(rowsOf(100)));
    expect(index.isFarBehind).toBe(true);
    await index.save('s1');
    expect([index.isDirty, index.isFarBehind]).toEqual([false, false]);
    index.add([101, 102, 103].map((key) => rowOf(key, Float32Array.of(1, 0))));
    index.remove([1, 2]);
    expect([index.isDirty, index.isFarBehind]).toEqual([true, false]);
    index.add([rowOf(104, Float32Array.of(1, 0))]);
    expect(index.isFarBehind).toBe(true);
    await rm(path.dirname(file), { recursive: true });
    await writeFile(path.dirname(file), 'a file where a folder should be');
    await expect(index.save('s2')).rejects.toThrow();
    expect(index.isFarBehind).toBe(true);
    await rm(path.dirname(file));
    await index.save('s2');
    expect([index.isDirty, index.isFarBehind]).toEqual([false, false]);
    await index.deleteFile();
    expect(index.isFarBehind).toBe(true);
  });

  it('writes nothing for a temporary chat', async () => {
    const index = openSessionIndex({ ...sourceOf(rowsOf(3)), file: null });
    await index.save('s1');
    expect([index.isDirty, index.isFarBehind]).toEqual([false, false]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('stays dirty and leaves no rubbish when its file cannot be written', async () => {
    const index = openSessionIndex({ ...sourceOf(rowsOf(3)), file: path.join(folder, 'blocked', 'x.index') });
    await writeFile(path.join(folder, 'blocked'), 'a file where a folder should be');
    await expect(index.save('s1')).rejects.toThrow();
    expect(index.isDirty).toBe(true);
    expect(await readdir(folder)).toEqual(['blocked']);
  });

  it('saves one state after another and can delete its file', async () => {
    const index = openSessionIndex(sourceOf(rowsOf(3)));
    const first = index.save('s1');
    index.add([rowOf(50, Float32Array.of(0, 1))]);
    await Promise.all([first, index.save('s2')]);
    expect(openSessionIndex(sourceOf([], 's2')).size).toBe(4);
    await index.deleteFile();
    expect(await readdir(path.dirname(file))).toEqual([]);
    expect(index.size).toBe(4);
  });
});
