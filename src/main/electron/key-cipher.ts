/** Encrypts with a key that the system's keychain guards, and that only this user's session can use. */
export interface KeyCipher {
  /** False where there is no keychain, or only one that keeps its key in clear. */
  isAvailable(): Promise<boolean>;
  encrypt(text: string): Promise<Buffer>;
  /** Throws where the text was encrypted by another user, on another computer, or with a key that is gone. */
  decrypt(bytes: Buffer): Promise<string>;
}

/**
 * What is used of Electron's `safeStorage`. Version 33 has the functions that answer at once, which 45 deprecates;
 * 45 has those that take their time.
 */
export interface SafeStorage {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (bytes: Buffer) => string;
  readonly getSelectedStorageBackend: () => string;
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>;
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>;
  readonly decryptStringAsync?: (bytes: Buffer) => Promise<{ readonly result: string }>;
}

/** Backends of Linux that encrypt with a password everybody knows. */
const clearBackends: readonly string[] = ['basic_text', 'unknown'];

/** How Chromium marks, on Linux, what it has encrypted with the password everybody knows. */
const clearMark = 'v10';

/** Makes a cipher of Electron's `safeStorage`; usable once the program is ready. */
export function createKeyCipher(storage: SafeStorage, platform: NodeJS.Platform): KeyCipher {
  const encrypt = async (text: string): Promise<Buffer> =>
    storage.encryptStringAsync === undefined
      ? storage.encryptString(text)
      : await storage.encryptStringAsync(text);
  const isAvailable = async (): Promise<boolean> => {
    const available =
      storage.isAsyncEncryptionAvailable === undefined
        ? storage.isEncryptionAvailable()
        : await storage.isAsyncEncryptionAvailable();
    if (!available || platform !== 'linux') return available;
    if (clearBackends.includes(storage.getSelectedStorageBackend())) return false;
    // The backend is what was chosen, not what worked: only a sample tells whether its key was to be had.
    return !(await encrypt('sample')).subarray(0, clearMark.length).equals(Buffer.from(clearMark));
  };
  return {
    isAvailable,
    encrypt,
    decrypt: async (bytes) =>
      storage.decryptStringAsync === undefined
        ? storage.decryptString(bytes)
        : (await storage.decryptStringAsync(bytes)).result,
  };
}
