import { join } from 'node:path';
import { createKeyStore } from '../../src/main/electron/key-store';
import { providerIdSchema } from '../../src/shared/model/provider';
import { createTestCipher } from '../fakes/test-cipher';
import { temporaryFolder } from '../storage/support/temporary-folder';

/** The provider that is there from the start. */
export const openAi = providerIdSchema.parse('openai');
/** Another. */
export const other = providerIdSchema.parse('other');
/** Where the other answers. */
export const origin = 'https://models.example';
/** A key for it. */
export const key = 'sk-test-0123456789abcdef';

/** A key store in a folder of its own; `open` opens another on the same file, as after a restart. */
export function openStore(options: { available?: boolean; environment?: Record<string, string> } = {}) {
  const folder = temporaryFolder();
  const file = join(folder, 'keys.json');
  const cipher = createTestCipher(options.available);
  const open = () => createKeyStore({ file, cipher, environment: options.environment ?? {} });
  return { folder, file, cipher, open, store: open() };
}
