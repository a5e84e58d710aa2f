import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeyStore } from '../../src/main/electron/key-store';
import { keys } from '../../src/shared/catalogue/en/keys';
import { providerIdSchema } from '../../src/shared/model/provider';
import { filesContaining, temporaryFolder } from '../storage/support/temporary-folder';
import { key, openAi, openStore, origin, other } from './open-key-store';

describe('a key given to a system with a keychain', () => {
  it('is kept over a restart, encrypted, in a file for this user alone', async () => {
    const { folder, file, open, store } = openStore();
    expect(await store.canSave()).toBe(true);
    expect(await store.state(other, origin)).toBe('none');
    await store.write(other, { key, origin });
    expect(await store.state(other, origin)).toBe('saved');
    const again = open();
    expect(await again.read(other, origin)).toBe(key);
    expect(await again.state(other, origin)).toBe('saved');
    expect(filesContaining(folder, key)).toEqual([]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['keys.json']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      version: 1,
      keys: { other: { origin, encrypted: expect.any(String) as string } },
    });
  });

  it('is given out for its own origin only', async () => {
    const { open, store } = openStore();
    await store.write(other, { key, origin });
    for (const one of [store, open()]) {
      for (const elsewhere of [
        'https://models.example.org',
        'https://models.example:8443',
        'http://models.example',
        'https://evil.example',
        '',
        'no address',
      ]) {
        expect(await one.read(other, elsewhere)).toBeNull();
        expect(await one.state(other, elsewhere)).toBe('none');
      }
      expect(await one.read(openAi, origin)).toBeNull();
    }
  });

  it('gives way to the next one, and goes when it is removed', async () => {
    const { file, open, store } = openStore();
    await store.write(other, { key, origin });
    await store.write(openAi, { key: 'sk-second-key', origin: 'https://api.openai.com' });
    await store.write(other, { key: 'sk-another-key', origin: 'https://elsewhere.example' });
    expect(await store.read(other, origin)).toBeNull();
    expect(await open().read(other, 'https://elsewhere.example')).toBe('sk-another-key');
    await store.remove(other);
    expect(await store.state(other, 'https://elsewhere.example')).toBe('none');
    expect(await open().read(openAi, 'https://api.openai.com')).toBe('sk-second-key');
    expect(readFileSync(file, 'utf8')).not.toContain('other');
  });

  it('is not lost when several are written at the same time', async () => {
    const { open, store } = openStore();
    const ids = Array.from({ length: 20 }, (_, index) => providerIdSchema.parse(`p${String(index)}`));
    await Promise.all(ids.map((id) => store.write(id, { key: `sk-key-of-${id}`, origin })));
    const again = open();
    expect(await Promise.all(ids.map((id) => again.read(id, origin)))).toEqual(
      ids.map((id) => `sk-key-of-${id}`),
    );
  });

  it('is decrypted once, however often it is read', async () => {
    const { cipher, open, store } = openStore();
    await store.write(other, { key, origin });
    const again = open();
    await again.state(other, origin);
    await again.read(other, origin);
    await again.read(other, origin);
    expect(cipher.decryptions).toBe(1);
  });

  it('counts as none when it cannot be decrypted any more, and can be given again', async () => {
    const { cipher, open, store } = openStore();
    await store.write(other, { key, origin });
    cipher.loseKey();
    const again = open();
    expect(await again.read(other, origin)).toBeNull();
    expect(await again.state(other, origin)).toBe('none');
    expect(cipher.decryptions).toBe(1);
    await again.write(other, { key, origin });
    expect(await open().read(other, origin)).toBe(key);
  });

  it('comes back with the keychain, though others were kept meanwhile', async () => {
    const { cipher, open, store } = openStore();
    await store.write(other, { key, origin });
    cipher.available = false;
    const again = open();
    expect(await again.state(other, origin)).toBe('none');
    await again.write(openAi, { key, origin: 'https://api.openai.com' });
    expect(await again.state(openAi, 'https://api.openai.com')).toBe('session');
    cipher.available = true;
    expect(await again.state(other, origin)).toBe('saved');
    expect(await open().read(openAi, 'https://api.openai.com')).toBeNull();
  });
});

describe('a key given to a system without a keychain', () => {
  it('is kept in memory and never on disk', async () => {
    const { folder, open, store } = openStore({ available: false });
    expect(await store.canSave()).toBe(false);
    await store.write(other, { key, origin });
    expect(await store.state(other, origin)).toBe('session');
    expect(await store.read(other, origin)).toBe(key);
    expect(readdirSync(folder)).toEqual([]);
    expect(await open().read(other, origin)).toBeNull();
    await store.remove(other);
    expect(await store.state(other, origin)).toBe('none');
  });

  it('takes the place of one that lies encrypted on disk', async () => {
    const { cipher, open, store } = openStore();
    await store.write(other, { key, origin });
    cipher.available = false;
    await store.write(other, { key: 'sk-for-this-session', origin });
    cipher.available = true;
    expect(await store.read(other, origin)).toBe('sk-for-this-session');
    expect(await open().read(other, origin)).toBeNull();
  });

  it('is also what happens where the keychain fails at the last moment', async () => {
    const folder = temporaryFolder();
    const fail = () => Promise.reject(new Error('locked'));
    const cipher = { isAvailable: async () => true, encrypt: fail, decrypt: fail };
    const store = createKeyStore({ file: join(folder, 'keys.json'), cipher, environment: {} });
    await store.write(other, { key, origin });
    expect(await store.state(other, origin)).toBe('session');
    expect(readdirSync(folder)).toEqual([]);
    const silent = { ...cipher, isAvailable: fail };
    expect(await createKeyStore({ file: folder, cipher: silent, environment: {} }).canSave()).toBe(false);
  });
});

describe('the key of the environment', () => {
  const environment = { OPENAI_API_KEY: ' sk-from-the-environment\n' };
  const openAiOrigin = 'https://api.openai.com';

  it('is used for OpenAI alone, and is never written', async () => {
    const { folder, store } = openStore({ environment });
    expect(await store.read(openAi, openAiOrigin)).toBe('sk-from-the-environment');
    expect(await store.state(openAi, openAiOrigin)).toBe('environment');
    for (const elsewhere of [origin, 'http://api.openai.com', 'https://api.openai.com.evil.example']) {
      expect(await store.read(openAi, elsewhere)).toBeNull();
      expect(await store.state(openAi, elsewhere)).toBe('none');
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stands behind a key that was given, and is back when that is removed', async () => {
    const { store } = openStore({ environment });
    await store.write(openAi, { key, origin: openAiOrigin });
    expect(await store.read(openAi, openAiOrigin)).toBe(key);
    expect(await store.state(openAi, openAiOrigin)).toBe('saved');
    await store.remove(openAi);
    expect(await store.state(openAi, openAiOrigin)).toBe('environment');
  });

  it.each(['', '   ', 'two words', 'curly’quote', 'line\nbreak'])('is no key when it is %j', async (text) => {
    const { store } = openStore({ environment: { OPENAI_API_KEY: text } });
    expect(await store.read(openAi, openAiOrigin)).toBeNull();
  });
});

describe('a key for an address everybody on the way can read', () => {
  it.each(['http://models.example', 'http://192.168.1.5:11434', 'http://localhost.evil.example', 'nowhere'])(
    'is refused for %s',
    async (insecure) => {
      const { folder, store } = openStore();
      await expect(store.write(other, { key, origin: insecure })).rejects.toMatchObject({
        kind: 'bad-input',
        message: expect.stringContaining('https://') as string,
      });
      expect(await store.state(other, insecure)).toBe('none');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('is not given out even when the file says so', async () => {
    const { cipher, file, open } = openStore();
    const encrypted = (await cipher.encrypt(key)).toString('base64');
    const keys = { other: { origin: 'http://models.example', encrypted } };
    writeFileSync(file, JSON.stringify({ version: 1, keys }));
    expect(await open().read(other, 'http://models.example')).toBeNull();
    expect(cipher.decryptions).toBe(0);
  });

  it.each(['http://localhost:1234', 'http://127.0.0.1:11434', 'http://[::1]:8080'])(
    'is another matter on this computer: %s',
    async (local) => {
      const { store } = openStore();
      await store.write(other, { key, origin: local });
      expect(await store.read(other, local)).toBe(key);
    },
  );
});

describe('what is no key', () => {
  it.each(['with space', 'new\nline', 'ünicode', 'curly’quote', '\u0000', ''])(
    'is refused before a header quotes it: %j',
    async (text) => {
      const { store } = openStore();
      const error: unknown = await store
        .write(other, { key: text, origin })
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'bad-input', message: keys.unusable });
      expect(await store.state(other, origin)).toBe('none');
    },
  );
});
