import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyCipher } from '../../src/main/electron/key-cipher';

/** A keychain of its own, which the test may lock and whose key it may lose. */
export interface TestCipher extends KeyCipher {
  available: boolean;
  /** From now on nothing encrypted before can be read. */
  loseKey(): void;
  /** Ciphers asked to decrypt so far. */
  readonly decryptions: number;
}

/** Makes one that really encrypts. */
export function createTestCipher(available = true): TestCipher {
  let key = randomBytes(32);
  let decryptions = 0;
  return {
    available,
    async isAvailable() {
      return this.available;
    },
    loseKey: () => {
      key = randomBytes(32);
    },
    encrypt: async (text) => {
      const start = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, start);
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([start, cipher.getAuthTag(), encrypted]);
    },
    decrypt: async (bytes) => {
      decryptions += 1;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    get decryptions() {
      return decryptions;
    },
  };
}
