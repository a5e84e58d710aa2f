import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { key, openStore, origin, other } from './open-key-store';

describe('the file of keys', () => {
  it.each([
    '',
    '{',
    '[]',
    '{"version":2,"keys":{}}',
    '{"version":1,"keys":{"other":{"origin":"https://models.example"}}}',
    '{"version":1,"keys":{"other":{"origin":"https://models.example","encrypted":"?"}}}',
    '{"version":1,"keys":{"../x":{"origin":"https://models.example","encrypted":"AAAA"}}}',
  ])('counts as empty when it is damaged, and is kept aside: %j', async (text) => {
    const { folder, file, open, store } = openStore();
    writeFileSync(file, text);
    expect(await store.state(other, origin)).toBe('none');
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text);
    await store.write(other, { key, origin });
    expect(await open().read(other, origin)).toBe(key);
    expect(readdirSync(folder).sort()).toEqual(['keys.json', 'keys.json.damaged']);
  });

  it('is replaced whole although a crash left a half-written one behind', async () => {
    const { folder, file, open, store } = openStore();
    writeFileSync(`${file}.new`, '{"half', { mode: 0o666 });
    await store.write(other, { key, origin });
    expect(readdirSync(folder)).toEqual(['keys.json']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await open().read(other, origin)).toBe(key);
  });

  it('that cannot be written leaves everything as it was, and says so', async () => {
    const { file, store } = openStore();
    await store.write(other, { key, origin });
    mkdirSync(join(`${file}.new`, 'in the way'), { recursive: true });
    await expect(store.write(other, { key: 'sk-another-key', origin })).rejects.toMatchObject({
      kind: 'storage-read-only',
      retryable: true,
    });
    expect(await store.read(other, origin)).toBe(key);
    await expect(store.remove(other)).rejects.toMatchObject({ kind: 'storage-read-only' });
    expect(await store.state(other, origin)).toBe('saved');
  });

  it('is not made to remove a key that is not in it', async () => {
    const { file, store } = openStore();
    await store.remove(other);
    expect(existsSync(file)).toBe(false);
  });
});
