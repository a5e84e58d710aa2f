import { headless as words } from '../../shared/catalogue/en/headless';
import { AppError } from '../../shared/errors';
import type { SecretStore } from '../memory/ports/secret-store';

const environmentOrigin = 'https://api.openai.com';

/**
 * The keys a terminal has: that of the environment, for the one origin it is meant for. The keychain belongs to the
 * program with the window.
 */
export function createEnvironmentKeys(
  environment: Readonly<Record<string, string | undefined>>,
): SecretStore {
  const key = environment['OPENAI_API_KEY']?.trim() ?? '';
  const holds = (origin: string): boolean => origin === environmentOrigin && key !== '';
  return {
    canSave: () => Promise.resolve(false),
    read: (_id, origin) => Promise.resolve(holds(origin) ? key : null),
    state: (_id, origin) => Promise.resolve(holds(origin) ? 'environment' : 'none'),
    write: () => Promise.reject(new AppError('forbidden', words.noKeychain)),
    remove: () => Promise.resolve(),
  };
}
