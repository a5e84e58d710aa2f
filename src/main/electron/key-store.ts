import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { isLoopback } from '../../shared/loopback';
import type { KeyState, ProviderId } from '../../shared/model/provider';
import type { WiringOptions } from '../wiring';
import type { KeyCipher } from './key-cipher';
import { readKeyFile, writeKeyFile, type SavedKey } from './key-store-file';

const words = catalogue.keys;

/** What a key store is made from. */
export interface KeyStoreOptions {
  /** Path of `keys.json`; made when the first key is saved. */
  readonly file: string;
  readonly cipher: KeyCipher;
  /** Where `OPENAI_API_KEY` may stand. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The only origin the key of the environment is sent to. */
const environmentOrigin = 'https://api.openai.com';

/** A key that was given or has been decrypted. */
interface OpenKey {
  readonly key: string;
  readonly origin: string;
  readonly state: KeyState;
}

/**
 * Keeps keys in a file, encrypted by the system's keychain; without a keychain in memory alone, until the program ends.
 *
 * A key goes to the one origin it was given for, and only over https or to this computer. One that cannot be decrypted
 * any more counts as none, but stays in the file until another takes its place: the keychain may come back.
 */
export function createKeyStore({ file, cipher, environment }: KeyStoreOptions): WiringOptions['secrets'] {
  const environmentKey = environment['OPENAI_API_KEY']?.trim() ?? '';
  const opened = new Map<ProviderId, OpenKey>();
  const unreadable = new Set<SavedKey>();
  const canSave = (): Promise<boolean> => cipher.isAvailable().catch(() => false);
  const saved = createSavedKeys(file);

  const openSaved = async (id: ProviderId, origin: string): Promise<OpenKey | null> => {
    const savedKey = (await saved.read()).get(id);
    if (savedKey?.origin !== origin || unreadable.has(savedKey) || !(await canSave())) return null;
    try {
      const key = await cipher.decrypt(Buffer.from(savedKey.encrypted, 'base64'));
      const openKey: OpenKey = { key, origin, state: 'saved' };
      // Another key may have come, or this one gone, meanwhile.
      if ((await saved.read()).get(id) === savedKey && !opened.has(id)) opened.set(id, openKey);
      return openKey;
    } catch {
      unreadable.add(savedKey);
      return null;
    }
  };

  const find = async (id: ProviderId, origin: string): Promise<OpenKey | null> => {
    if (!mayCarryKeys(origin)) return null;
    const known = opened.get(id);
    const own = known === undefined ? await openSaved(id, origin) : known.origin === origin ? known : null;
    if (own !== null) return own;
    if (origin !== environmentOrigin || !isSendable(environmentKey)) return null;
    return { key: environmentKey, origin, state: 'environment' };
  };

  return {
    canSave,
    read: async (id, origin) => (await find(id, origin))?.key ?? null,
    state: async (id, origin) => (await find(id, origin))?.state ?? 'none',
    write: async (id, { key, origin }) => {
      if (!mayCarryKeys(origin)) throw new AppError('bad-input', words.insecure(origin));
      if (!isSendable(key)) throw new AppError('bad-input', words.unusable);
      const encrypted = (await canSave()) ? await cipher.encrypt(key).catch(() => null) : null;
      const savedKey = encrypted === null ? null : { origin, encrypted: encrypted.toString('base64') };
      await saved.replace(id, savedKey, () => {
        opened.set(id, { key, origin, state: savedKey === null ? 'session' : 'saved' });
      });
    },
    remove: (id) => saved.replace(id, null, () => void opened.delete(id)),
  };
}

interface SavedKeys {
  readonly read: () => Promise<ReadonlyMap<ProviderId, SavedKey>>;
  /** Puts a key into the file, or takes it out; `done` runs before the next change, and not after a failure. */
  readonly replace: (id: ProviderId, key: SavedKey | null, done: () => void) => Promise<void>;
}

/** The file's content, read once, its changes one after the other. */
function createSavedKeys(file: string): SavedKeys {
  let content: Promise<ReadonlyMap<ProviderId, SavedKey>> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const read = (): Promise<ReadonlyMap<ProviderId, SavedKey>> => (content ??= readKeyFile(file));
  return {
    read,
    replace: (id, key, done) => {
      const change = async (): Promise<void> => {
        const before = await read();
        if (key !== null || before.has(id)) {
          const after = new Map(before);
          if (key === null) after.delete(id);
          else after.set(id, key);
          await writeKeyFile(file, after);
          content = Promise.resolve(after);
        }
        done();
      };
      const changed = last.then(change, change);
      last = changed;
      return changed;
    },
  };
}

/** Over https, or without leaving this computer. */
function mayCarryKeys(origin: string): boolean {
  return URL.canParse(origin) && (new URL(origin).protocol === 'https:' || isLoopback(origin));
}

/** Visible ASCII: anything else is refused by the header it is sent in, with a message that quotes it. */
function isSendable(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key);
}
