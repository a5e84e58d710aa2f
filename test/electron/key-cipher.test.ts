import { describe, expect, it } from 'vitest';
import { createKeyCipher, type SafeStorage } from '../../src/main/electron/key-cipher';

/** What Electron 33 offers: functions that answer at once. */
function oldStorage(backend: string, options: { available?: boolean; mark?: string } = {}): SafeStorage {
  const { available = true, mark = 'v11' } = options;
  return {
    isEncryptionAvailable: () => available,
    encryptString: (text) => Buffer.from(`${mark}${Buffer.from(text).toString('hex')}`),
    decryptString: (bytes) => Buffer.from(bytes.toString().slice(mark.length), 'hex').toString(),
    getSelectedStorageBackend: () => backend,
  };
}

/** What Electron 45 offers beside: the old functions must not be touched. */
function newStorage(backend: string, options: { available?: boolean; mark?: string } = {}): SafeStorage {
  const old = oldStorage(backend, options);
  const deprecated = (): never => {
    throw new Error('deprecated');
  };
  return {
    isEncryptionAvailable: deprecated,
    encryptString: deprecated,
    decryptString: deprecated,
    getSelectedStorageBackend: () => backend,
    isAsyncEncryptionAvailable: async () => old.isEncryptionAvailable(),
    encryptStringAsync: async (text) => old.encryptString(text),
    decryptStringAsync: async (bytes) => ({ result: old.decryptString(bytes), shouldReEncrypt: false }),
  };
}

describe.each([
  ['functions that answer at once', oldStorage],
  ['functions that take their time', newStorage],
])('the keychain by %s', (_name, make) => {
  it('gives back what it encrypted', async () => {
    const cipher = createKeyCipher(make('gnome_libsecret'), 'linux');
    expect(await cipher.isAvailable()).toBe(true);
    const encrypted = await cipher.encrypt('sk-key');
    expect(encrypted.toString()).not.toContain('sk-key');
    expect(await cipher.decrypt(encrypted)).toBe('sk-key');
  });

  it.each(['basic_text', 'unknown'])('is none on Linux where the backend is %s', async (backend) => {
    expect(await createKeyCipher(make(backend), 'linux').isAvailable()).toBe(false);
  });

  it('is none on Linux where a keyring was chosen but everybody knows the password', async () => {
    const cipher = createKeyCipher(make('gnome_libsecret', { mark: 'v10' }), 'linux');
    expect(await cipher.isAvailable()).toBe(false);
  });

  it.each(['darwin', 'win32'] as const)('needs no backend by name on %s', async (platform) => {
    expect(await createKeyCipher(make('', { mark: 'v10' }), platform).isAvailable()).toBe(true);
  });

  it.each(['linux', 'darwin', 'win32'] as const)(
    'is none on %s where the system says so',
    async (platform) => {
      const cipher = createKeyCipher(make('kwallet6', { available: false }), platform);
      expect(await cipher.isAvailable()).toBe(false);
    },
  );
});
