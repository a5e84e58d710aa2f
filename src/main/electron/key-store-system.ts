import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { WiringOptions } from '../wiring';
import { createKeyCipher } from './key-cipher';
import { createKeyStore } from './key-store';

/** The keys in the program's folder, guarded by the system's keychain; to be used once the program is ready. */
export function createSystemKeyStore(
  programFolder: string,
  environment: NodeJS.ProcessEnv,
): WiringOptions['secrets'] {
  return createKeyStore({
    file: join(programFolder, 'keys.json'),
    cipher: createKeyCipher(safeStorage, process.platform),
    environment,
  });
}
